//! What locks are taken for, and for how long.

use crate::strand::strand;
use std::panic::Location;
use std::sync::atomic::{AtomicPtr, AtomicU64, Ordering::Acquire, Ordering::Relaxed};
use std::sync::atomic::{AtomicUsize, Ordering::Release};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

/// The part of a lock that is watched. It is made in a `const`, and keeps its
/// numbers elsewhere, for they are asked for when the lock is gone.
#[derive(Debug, Default)]
pub struct Lock(AtomicPtr<Numbers>);

#[derive(Debug)]
struct Numbers {
    kind: &'static str,
    /// Where it was first taken.
    place: &'static Location<'static>,
    taken: AtomicU64,
    nanoseconds: AtomicU64,
    /// How often another strand took it than the last time, and that one.
    changes: AtomicU64,
    last: AtomicU64,
    /// The watched program it belongs to.
    program: usize,
}

/// How a lock was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockUse {
    /// "Mutex", "RwLock".
    pub kind: &'static str,
    /// Where it was first taken.
    pub place: &'static Location<'static>,
    pub taken: u64,
    /// For how long all holders together had it to themselves, in nanoseconds.
    pub held: u64,
}

static ALL: Mutex<Vec<&'static Numbers>> = Mutex::new(Vec::new());
static PROGRAM: AtomicUsize = AtomicUsize::new(0);

/// A critical section; it ends when this is dropped.
#[derive(Debug)]
pub struct Held<'a> {
    numbers: &'a Numbers,
    since: Instant,
}

impl Lock {
    #[must_use]
    pub const fn new() -> Self {
        Self(AtomicPtr::new(std::ptr::null_mut()))
    }

    /// The calling thread has taken it.
    pub fn taken(&self, kind: &'static str, place: &'static Location<'static>) -> Held<'static> {
        let numbers = self.numbers(kind, place);
        numbers.taken.fetch_add(1, Relaxed);
        let strand = strand();
        if numbers.last.swap(strand, Relaxed) != strand {
            numbers.changes.fetch_add(1, Relaxed);
        }
        Held { numbers, since: Instant::now() }
    }

    fn numbers(&self, kind: &'static str, place: &'static Location<'static>) -> &'static Numbers {
        let program = PROGRAM.load(Relaxed);
        // SAFETY: it is null or came from `Box::leak`.
        match unsafe { self.0.load(Acquire).as_ref::<'static>() } {
            Some(numbers) if numbers.program == program => numbers,
            _ => {
                // Whoever calls has the lock, so nobody else is here, but for
                // readers: then one of them counts for nothing.
                let numbers = Box::leak(Box::new(Numbers {
                    kind,
                    place,
                    taken: AtomicU64::new(0),
                    nanoseconds: AtomicU64::new(0),
                    changes: AtomicU64::new(0),
                    last: AtomicU64::new(0),
                    program,
                }));
                self.0.store(numbers, Release);
                ALL.lock().unwrap_or_else(PoisonError::into_inner).push(numbers);
                numbers
            }
        }
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        let held = self.since.elapsed().saturating_sub(look_cost());
        let held = u64::try_from(held.as_nanos()).unwrap_or(u64::MAX);
        self.numbers.nanoseconds.fetch_add(held, Relaxed);
    }
}

/// What it takes to look at the clock twice, which nobody holds a lock for.
fn look_cost() -> Duration {
    static COST: OnceLock<Duration> = OnceLock::new();
    let look = |_| Instant::now().elapsed();
    *COST.get_or_init(|| (0..200).map(look).min().unwrap_or_default())
}

/// Another program begins.
pub fn forget() {
    PROGRAM.fetch_add(1, Relaxed);
    ALL.lock().unwrap_or_else(PoisonError::into_inner).clear();
}

/// The locks that more than one strand took.
pub fn shared() -> Vec<LockUse> {
    let all = ALL.lock().unwrap_or_else(PoisonError::into_inner);
    let shared = all.iter().filter(|numbers| numbers.changes.load(Relaxed) > 1);
    let mut uses: Vec<_> = shared
        .map(|numbers| LockUse {
            kind: numbers.kind,
            place: numbers.place,
            taken: numbers.taken.load(Relaxed),
            held: numbers.nanoseconds.load(Relaxed),
        })
        .collect();
    uses.sort_by_key(|lock| std::cmp::Reverse(lock.taken));
    uses
}
