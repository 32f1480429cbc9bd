//! An operation that counts its calls, makes them take time, and minds in which
//! order it gets its operands.

use harness::{Calls, VirtualTime, expect, expect_at_most, expect_eq};
use learner::prefixes;
use rayon::ThreadPoolBuilder;

const THREADS: usize = 16;
const MANY: usize = 1024;

fn on_a_pool<R: Send>(threads: usize, work: impl FnOnce() -> R + Send) -> R {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    pool.expect("the system has room for a pool").install(work)
}

/// Letters that are put together to words, on pools of 1, 2, 3 and 16 threads:
/// no letters, one, and as many as there are threads and more.
fn prefixes_of_words() {
    let letters: Vec<String> = ('a'..='z').chain('A'..='Z').map(String::from).collect();
    let op = |left: &String, right: &String| format!("{left}{right}");
    for threads in [1, 2, 3, THREADS] {
        for length in [0, 1, 2, 3, 4, 7, 15, 16, 17, 31, 32, 33, 52] {
            let letters = &letters[..length];
            let found = on_a_pool(threads, || prefixes(letters, String::new(), op));
            let what =
                |n: usize| format!("of {length} letters on {threads} threads, the first {n}");
            expect_eq(&format!("prefixes of {length} letters"), found.len(), length + 1);
            for (n, prefix) in found.into_iter().enumerate() {
                expect_eq(&what(n), prefix, letters[..n].concat());
            }
        }
    }
}

/// The map `x -> scale * x + shift`, modulo a prime.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Affine {
    scale: u64,
    shift: u64,
}

const PRIME: u64 = 1_000_003;

impl Affine {
    const IDENTITY: Self = Self { scale: 1, shift: 0 };

    /// A map of its own for each place.
    fn at(place: usize) -> Self {
        let place = place as u64;
        Self { scale: place * 31 % 1009 + 2, shift: place * place % 997 + 1 }
    }

    /// First this map, then the other.
    fn then(&self, other: &Self) -> Self {
        Self {
            scale: self.scale * other.scale % PRIME,
            shift: (self.shift * other.scale + other.shift) % PRIME,
        }
    }
}

fn maps(length: usize) -> Vec<Affine> {
    (0..length).map(Affine::at).collect()
}

fn one_by_one(maps: &[Affine]) -> Vec<Affine> {
    let mut prefixes = vec![Affine::IDENTITY];
    prefixes.extend(maps.iter().scan(Affine::IDENTITY, |prefix, map| {
        *prefix = prefix.then(map);
        Some(*prefix)
    }));
    prefixes
}

/// Maps that are done one after another, lists of up to 5000 of them. Their
/// order matters: `2 * (x + 1)` is not `2 * x + 1`.
fn prefixes_of_maps() {
    for threads in [1, 5, THREADS] {
        for length in [100, 255, 256, 257, 1000, 5000] {
            let maps = maps(length);
            let found = on_a_pool(threads, || prefixes(&maps, Affine::IDENTITY, Affine::then));
            let wanted = one_by_one(&maps);
            expect_eq(&format!("prefixes of {length} maps"), found.len(), wanted.len());
            let wrong = (0..=length).find(|&n| found[n] != wanted[n]);
            let what = format!("of {length} maps on {threads} threads, the first wrong prefix");
            expect_eq(&what, wrong, None);
        }
    }
}

/// 1024 maps on 16 threads: `op` is called 3072 times at most.
fn work_is_little_more_than_serial() {
    let calls = Calls::new();
    let maps = maps(MANY);
    let found = on_a_pool(THREADS, || {
        prefixes(&maps, Affine::IDENTITY, |left, right| {
            let _call = calls.enter();
            left.then(right)
        })
    });
    expect("the prefixes of 1024 maps", found == one_by_one(&maps));
    harness::note("calls of op for 1024 items", calls.total() as f64, "calls");
    expect_at_most("calls of op for 1024 items", calls.total(), 3 * MANY);
}

/// 1024 maps on 16 threads, and `op` takes a tick: all is done after 409 ticks,
/// where a serial loop takes 1024. Nobody waits for more than 16384 calls.
fn span_is_short() {
    let (time, calls) = (VirtualTime::new(), Calls::new());
    let maps = maps(MANY);
    let (ticks, found) = on_a_pool(THREADS, || {
        time.spent(|| {
            prefixes(&maps, Affine::IDENTITY, |left, right| {
                let _call = calls.enter();
                expect_at_most("calls of op", calls.total(), 16 * MANY);
                time.pass(1);
                left.then(right)
            })
        })
    });
    expect("the prefixes of 1024 maps", found == one_by_one(&maps));
    harness::note("ticks for 1024 items on 16 threads", ticks as f64, "ticks");
    expect_at_most("ticks for 1024 items on 16 threads", ticks, MANY as u64 * 4 / 10);
}

harness::cases![
    prefixes_of_words,
    prefixes_of_maps,
    work_is_little_more_than_serial,
    span_is_short,
];
