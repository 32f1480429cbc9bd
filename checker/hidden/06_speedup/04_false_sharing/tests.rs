//! Counters that note where they are and who counts with them.

use harness::{Rendezvous, expect, expect_at_least, expect_at_most, expect_eq, note};
use learner::{Counter, count_all};
use std::collections::HashMap;
use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Mutex, OnceLock};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

/// How many statuses, and their sum: whether each was counted once.
#[derive(Default)]
struct Sum {
    statuses: AtomicU64,
    sum: AtomicU64,
}

impl Counter for Sum {
    fn count(&self, status: u16) {
        self.statuses.fetch_add(1, Relaxed);
        self.sum.fetch_add(u64::from(status), Relaxed);
    }

    fn add(&self, other: &Self) {
        self.statuses.fetch_add(other.statuses.load(Relaxed), Relaxed);
        self.sum.fetch_add(other.sum.load(Relaxed), Relaxed);
    }
}

/// Logs of many lengths on 1, 2, 3 and 8 threads: every status is counted once.
fn every_status_is_counted_once() {
    for threads in [1, 2, 3, 8] {
        for length in [0, 1, 2, 7, 8, 9, 100, 1001] {
            let statuses: Vec<u16> = (0..length).map(|number| 200 + number % 304).collect();
            let total: Sum = count_all(&statuses, threads);
            let got = (total.statuses.into_inner(), total.sum.into_inner());
            let sum: u64 = statuses.iter().copied().map(u64::from).sum();
            let what = format!("count and sum of {length} statuses on {threads} threads");
            expect_eq(&what, got, (u64::from(length), sum));
        }
    }
}

const THREADS: usize = 6;
const STATUSES: usize = 3_072;

/// Where a counter was when a thread counted with it.
#[derive(PartialEq, Eq, Hash, Clone, Copy)]
struct Place {
    thread: ThreadId,
    counter: u16,
    address: usize,
}

/// Everything that was counted, in one order.
#[derive(Default)]
struct Log {
    time: u64,
    threads: usize,
    counters: u16,
    adds: u64,
    /// What each counter has counted.
    counted: HashMap<u16, u64>,
    /// When a place was counted at first and at last.
    places: HashMap<Place, (u64, u64)>,
}

impl Log {
    /// Whether the thread that asks is one of the first six.
    fn is_one_of_the_first(&mut self) -> bool {
        self.threads += 1;
        self.threads <= THREADS
    }
}

static LOG: Mutex<Option<Log>> = Mutex::new(None);
static ALL_AT_WORK: OnceLock<Rendezvous> = OnceLock::new();

fn log<R>(note: impl FnOnce(&mut Log) -> R) -> R {
    note(LOG.lock().expect("nobody panics").get_or_insert_default())
}

/// A counter of two bytes. It is known by its number, wherever it is moved to; what
/// it has counted is in the log.
struct Noting(u16);

impl Default for Noting {
    fn default() -> Self {
        let number = log(|log| {
            log.counters += 1;
            log.counters
        });
        Self(number)
    }
}

thread_local! {
    static HAS_COUNTED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

impl Counter for Noting {
    fn count(&self, _: u16) {
        let thread = thread::current().id();
        let place = Place { thread, counter: self.0, address: (&raw const *self).addr() };
        let enter = || {
            log(|log| {
                log.time += 1;
                let now = log.time;
                log.places.entry(place).or_insert((now, now)).1 = now;
            });
        };
        enter();
        // Nobody goes on until every thread counts for the first time.
        if !HAS_COUNTED.replace(true) && log(Log::is_one_of_the_first) {
            let met = ALL_AT_WORK.get_or_init(|| Rendezvous::new(THREADS)).meet();
            expect(&format!("{THREADS} threads that count at the same time"), met);
            enter();
        }
        log(|log| *log.counted.entry(self.0).or_default() += 1);
    }

    fn add(&self, other: &Self) {
        log(|log| {
            log.adds += 1;
            let counted = log.counted.get(&other.0).copied().unwrap_or(0);
            *log.counted.entry(self.0).or_default() += counted;
        });
    }
}

/// The least distance of two counters that two threads counted with, each while
/// the other one was not done.
fn least_distance(places: &HashMap<Place, (u64, u64)>) -> Option<usize> {
    let mut sorted: Vec<(&Place, &(u64, u64))> = places.iter().collect();
    sorted.sort_by_key(|(place, _)| place.address);
    let mut least = None;
    for (index, (one, (one_first, one_last))) in sorted.iter().enumerate() {
        for (other, (other_first, other_last)) in &sorted[index + 1..] {
            let distance = other.address - one.address;
            if least.is_some_and(|least| distance >= least) {
                break;
            }
            let overlap = one_first <= other_last && other_first <= one_last;
            if one.thread != other.thread && overlap {
                least = Some(distance);
            }
        }
    }
    least
}

/// 3,072 statuses on six threads, and nobody counts on until all six do. No two
/// of them have counters less than 128 bytes apart.
fn counters_are_far_apart() {
    let _: Noting = count_all(&[200; STATUSES], THREADS);
    let distance = log(|log| least_distance(&log.places)).unwrap_or(usize::MAX);
    expect_at_least("bytes between the counters of two threads", distance, 128);
    note("bytes between the counters of two threads", distance as f64, "bytes");
}

/// 3,072 statuses on six threads: there is one `add` for 16 of them at most.
fn statuses_are_not_handed_over_one_by_one() {
    let total: Noting = count_all(&[200; STATUSES], THREADS);
    let (counted, adds) = log(|log| (log.counted.get(&total.0).copied(), log.adds));
    expect_eq("statuses counted", counted.unwrap_or(0), STATUSES as u64);
    expect_at_most("calls of `add` for 3,072 statuses", adds, STATUSES as u64 / 16);
}

/// A counter of eight bytes.
#[derive(Default)]
struct Plain(AtomicU64);

impl Counter for Plain {
    fn count(&self, status: u16) {
        self.0.fetch_add(u64::from(status >= 500), Relaxed);
    }

    fn add(&self, other: &Self) {
        self.0.fetch_add(other.0.load(Relaxed), Relaxed);
    }
}

/// After this time no further run is begun.
const ENOUGH: Duration = Duration::from_secs(2);

/// The starter.
fn side_by_side(statuses: &[u16], threads: usize) {
    let counters: Vec<Plain> = (0..threads).map(|_| Plain::default()).collect();
    let share = statuses.len().div_ceil(threads);
    thread::scope(|scope| {
        for (counter, statuses) in counters.iter().zip(statuses.chunks(share)) {
            scope.spawn(move || statuses.iter().for_each(|&status| counter.count(status)));
        }
    });
    black_box(counters);
}

/// Your layout and the starter's on the cores of this machine, up to four; the
/// best of up to seven runs each. Whatever comes out is right.
fn this_machine() {
    let cpus = thread::available_parallelism().map_or(1, usize::from).min(4);
    if cpus < 2 {
        return note("false sharing takes two CPUs; usable here", 1.0, "CPU");
    }
    let statuses: Vec<u16> =
        (0..400_000_u32).map(|number| 200 + (number % 7) as u16 * 60).collect();
    let time = |run: &dyn Fn()| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64()
    };
    let (mut starter, mut own) = (f64::MAX, f64::MAX);
    let (start, mut runs) = (Instant::now(), 0);
    while runs < 1 || runs < 7 && start.elapsed() < ENOUGH {
        runs += 1;
        starter = starter.min(time(&|| side_by_side(&statuses, cpus)));
        own = own.min(time(&|| {
            black_box(count_all::<Plain>(&statuses, cpus));
        }));
    }
    note(&format!("speed beside counters side by side, on {cpus} CPUs"), starter / own, "×");
}

harness::cases![
    every_status_is_counted_once,
    counters_are_far_apart,
    statuses_are_not_handed_over_one_by_one,
    this_machine,
];
