//! Items that count their comparisons, and make them take time.

use harness::{Calls, VirtualTime, expect_at_least, expect_at_most, expect_eq};
use learner::par_sort;
use rayon::ThreadPoolBuilder;
use std::cell::Cell;
use std::cmp::Ordering;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::Relaxed};

/// Items of the long lists.
const MANY: usize = 1 << 13;

/// Comparisons so far.
static COMPARISONS: AtomicU64 = AtomicU64::new(0);

/// Which of [`KINDS`] is being sorted, and may take so many comparisons. More
/// end the case at once: a sort that has gone quadratic takes long.
static MOST_COMPARISONS: OnceLock<u64> = OnceLock::new();
static KIND: AtomicUsize = AtomicUsize::new(0);

/// The clock, and after how many comparisons of a thread it is asked for their
/// time. One tick each, whatever that number is.
static CLOCK: OnceLock<(VirtualTime, u64)> = OnceLock::new();

/// Comparisons that take time just now.
static UNDER_WAY: Calls = Calls::new();

thread_local! {
    /// Comparisons whose time this thread has not yet spent.
    static OWED: Cell<u64> = const { Cell::new(0) };
}

/// What is sorted, by key. The tag tells items of one key apart.
#[derive(Debug, Clone, Copy)]
struct Item {
    key: u32,
    tag: u32,
}

impl Ord for Item {
    fn cmp(&self, other: &Self) -> Ordering {
        let comparisons = COMPARISONS.fetch_add(1, Relaxed) + 1;
        if let Some(most) = MOST_COMPARISONS.get()
            && comparisons > *most
        {
            let (kind, _) = KINDS[KIND.load(Relaxed)];
            expect_at_most(&format!("comparisons of {MANY} {kind} items"), comparisons, *most);
        }
        if let Some((time, batch)) = CLOCK.get() {
            let owed = OWED.get() + 1;
            OWED.set(owed % batch);
            if owed == *batch {
                let _call = UNDER_WAY.enter();
                time.pass(owed);
            }
        }
        self.key.cmp(&other.key)
    }
}

impl PartialOrd for Item {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Item {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Item {}

/// Kinds of items, each by its name and the key at a place.
const KINDS: [(&str, fn(u32) -> u32); 5] = [
    ("mixed", in_no_order),
    ("ascending", |n| n),
    ("descending", |n| u32::MAX - n),
    ("equal", |_| 7),
    ("two-valued", |n| in_no_order(n) >> 31),
];

/// A step of a random number generator with jumps.
fn in_no_order(n: u32) -> u32 {
    let mut key = (u64::from(n) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    key = (key ^ (key >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    key = (key ^ (key >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (key >> 32) as u32
}

fn list(length: usize, key: fn(u32) -> u32) -> Vec<Item> {
    (0..length as u32).map(|tag| Item { key: key(tag), tag }).collect()
}

/// A list in no order, another one for each number.
fn mixed(length: usize, number: u32) -> Vec<Item> {
    (0..length as u32).map(|tag| Item { key: in_no_order(tag + (number << 16)), tag }).collect()
}

fn sort_on_a_pool(threads: usize, items: &mut [Item]) {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    pool.expect("the system has room for a pool").install(|| par_sort(items));
}

fn keys_and_tags(items: &[Item]) -> Vec<(u32, u32)> {
    items.iter().map(|item| (item.key, item.tag)).collect()
}

/// Lists of many lengths and kinds, on pools of 1, 3 and 16 threads.
fn every_list_is_sorted() {
    for threads in [1, 3, 16] {
        for (kind, key) in KINDS {
            for length in [0, 1, 2, 3, 9, 16, 17, 100, 1000, 5000] {
                let given = list(length, key);
                let mut sorted = given.clone();
                sort_on_a_pool(threads, &mut sorted);
                let what = format!("{length} {kind} items on {threads} threads");
                let mut wanted = keys_and_tags(&given);
                wanted.sort_unstable();
                let mut got = keys_and_tags(&sorted);
                for (place, (got, wanted)) in got.iter().zip(&wanted).enumerate() {
                    expect_eq(&format!("{what}: the key at place {place}"), got.0, wanted.0);
                }
                got.sort_unstable();
                harness::expect(&format!("{what}: each item is there once"), got == wanted);
            }
        }
    }
}

fn most_comparisons() -> u64 {
    6 * (MANY * MANY.ilog2() as usize) as u64
}

/// 8192 items: in no order, in order, in reverse, all equal, and of two kinds.
/// Each list is sorted with at most 6 · n · log2(n) comparisons.
fn no_list_takes_many_comparisons() {
    for (number, (_, key)) in KINDS.into_iter().enumerate() {
        let mut items = list(MANY, key);
        KIND.store(number, Relaxed);
        COMPARISONS.store(0, Relaxed);
        MOST_COMPARISONS.get_or_init(most_comparisons);
        sort_on_a_pool(16, &mut items);
        if number == 0 {
            let comparisons = COMPARISONS.load(Relaxed) as f64;
            harness::note("comparisons of 8192 items in no order", comparisons, "comparisons");
        }
    }
}

/// How many comparisons were under way on average: their number, divided by
/// the ticks that sorting took. A comparison takes one tick, and nothing else
/// takes any.
fn under_way_on_average(number: u32) -> f64 {
    let (time, _) = CLOCK.get_or_init(|| (VirtualTime::new(), 256));
    let mut items = mixed(MANY, number);
    COMPARISONS.store(0, Relaxed);
    MOST_COMPARISONS.get_or_init(most_comparisons);
    let (ticks, ()) = time.spent(|| sort_on_a_pool(16, &mut items));
    COMPARISONS.load(Relaxed) as f64 / ticks.max(1) as f64
}

/// 8192 items in no order on 16 threads: on average 2.5 comparisons or more
/// are under way. The best of five lists counts, as a pivot can be unlucky.
fn comparisons_overlap() {
    let mut best = 0.0_f64;
    for number in 1..=5 {
        if best < 2.5 {
            best = best.max(under_way_on_average(number));
        }
    }
    harness::note("comparisons under way on average", best, "comparisons");
    expect_at_least("comparisons under way on average", best, 2.5);
}

/// 2 to 15 items on a pool of 16 threads: no two comparisons are ever under
/// way at the same time.
fn short_lists_are_not_divided() {
    let _ = CLOCK.set((VirtualTime::new(), 1));
    for length in 2..16 {
        sort_on_a_pool(16, &mut mixed(length, length as u32));
        let what = format!("comparisons of {length} items under way at the same time");
        expect_at_most(&what, UNDER_WAY.peak(), 1);
    }
}

harness::cases![
    every_list_is_sorted,
    no_list_takes_many_comparisons,
    comparisons_overlap,
    short_lists_are_not_divided,
];
