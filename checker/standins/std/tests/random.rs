//! Random small programs: the reduced search sees every outcome that the naive
//! one sees, with any number of preemptions and with few.

mod search;

use engine::Bounds;
use search::explore;
use standin_std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst};
use standin_std::sync::atomic::{AtomicU32, Ordering, fence};
use standin_std::sync::{Arc, Condvar, Mutex};
use standin_std::thread;

/// One operation; the first number names the object.
#[derive(Debug, Clone, Copy)]
enum Op {
    Load(usize, Ordering),
    Store(usize, u32, Ordering),
    Add(usize, Ordering),
    Exchange(usize, u32, Ordering),
    Fence(Ordering),
    Increment(usize),
    TryIncrement(usize),
    /// Waits once, whatever the condition.
    Wait(usize),
    Notify(usize, bool),
}

#[derive(Default)]
struct Shared {
    atomics: [AtomicU32; 2],
    locks: [Mutex<u32>; 2],
    changed: [Condvar; 2],
}

impl Op {
    fn run(self, shared: &Shared) -> u32 {
        match self {
            Self::Load(at, order) => shared.atomics[at].load(order),
            Self::Store(at, value, order) => {
                shared.atomics[at].store(value, order);
                0
            }
            Self::Add(at, order) => shared.atomics[at].fetch_add(1, order),
            Self::Exchange(at, new, order) => {
                let found = shared.atomics[at].compare_exchange(0, new, order, Relaxed);
                found.unwrap_or_else(|found| 10 + found)
            }
            Self::Fence(order) => {
                fence(order);
                0
            }
            Self::Increment(at) => {
                let mut guard = shared.locks[at].lock().unwrap();
                *guard += 1;
                *guard
            }
            Self::TryIncrement(at) => shared.locks[at].try_lock().map_or(99, |mut guard| {
                *guard += 1;
                *guard
            }),
            Self::Wait(at) => {
                let guard = shared.locks[at].lock().unwrap();
                *shared.changed[at].wait(guard).unwrap()
            }
            Self::Notify(at, all) => {
                let changed = &shared.changed[at];
                if all {
                    changed.notify_all()
                } else {
                    changed.notify_one()
                }
                0
            }
        }
    }
}

/// Knuth's linear congruential generator: the same programs on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    fn op(&mut self, kinds: usize) -> Op {
        let at = self.below(2);
        let (loads, stores) = ([Relaxed, Acquire, SeqCst], [Relaxed, Release, SeqCst]);
        let both = [Relaxed, AcqRel, SeqCst];
        match self.below(kinds) {
            0 => Op::Load(at, self.of(&loads)),
            1 => Op::Store(at, 1 + u32::try_from(self.below(2)).unwrap(), self.of(&stores)),
            2 => Op::Add(at, self.of(&both)),
            3 => Op::Exchange(at, 5, self.of(&both)),
            4 => Op::Fence(self.of(&[Acquire, Release, AcqRel, SeqCst])),
            5 | 6 => Op::Increment(at),
            7 => Op::TryIncrement(at),
            8 => Op::Wait(0),
            _ => Op::Notify(0, self.below(2) == 0),
        }
    }
}

fn run(program: &[Vec<Op>]) -> String {
    let shared = Arc::new(Shared::default());
    let threads = program.iter().cloned().map(|ops| {
        let shared = Arc::clone(&shared);
        thread::spawn(move || ops.into_iter().map(|op| op.run(&shared)).collect::<Vec<_>>())
    });
    let threads = threads.collect::<Vec<_>>();
    let seen: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    let left: Vec<_> = shared.atomics.iter().map(|atomic| atomic.load(SeqCst)).collect();
    format!("{seen:?} {left:?}")
}

fn compare(seed: u64, sizes: &[usize], kinds: usize) {
    let mut random = Random(seed);
    let program: Vec<Vec<Op>> =
        sizes.iter().map(|&size| (0..size).map(|_| random.op(kinds)).collect()).collect();
    for preemptions in [None, Some(0), Some(1), Some(2)] {
        let outcomes = |reduce| {
            let program = program.clone();
            explore(Bounds { preemptions, reduce }, false, move || run(&program)).0
        };
        let (reduced, naive) = (outcomes(true), outcomes(false));
        assert_eq!(reduced, naive, "seed {seed}, {preemptions:?} preemptions: {program:?}");
    }
}

/// More seeds with `SEEDS=5000`.
fn seeds(usual: u64) -> std::ops::Range<u64> {
    let asked = std::env::var("SEEDS").ok().and_then(|seeds| seeds.parse().ok());
    0..asked.unwrap_or(usual)
}

#[test]
fn two_threads_on_atomics() {
    seeds(60).for_each(|seed| compare(seed, &[3, 3], 5));
}

#[test]
fn three_threads_on_atomics() {
    seeds(25).for_each(|seed| compare(1_000_000 + seed, &[1, 2, 2], 5));
}

#[test]
fn three_threads_on_locks_and_atomics() {
    seeds(25).for_each(|seed| compare(2_000_000 + seed, &[2, 2, 1], 8));
}

#[test]
fn waits_and_notifies() {
    seeds(40).for_each(|seed| compare(3_000_000 + seed, &[2, 2, 1], 10));
}
