//! What all threads together come to.

use crate::clock;
use crate::cost::Cost;
use crate::lock::{self, LockUse};
use crate::strand::{self, Fork};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

/// How many cores the program is told that there are. It splits its work for so
/// many, and its parallelism shows on a machine with one.
pub const MADE_UP_CORES: usize = 64;

/// Work and span of a program, and what it was made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Graph {
    pub work: Cost,
    pub span: Cost,
    /// The work that was done while nothing was forked: only one thread can
    /// do it, whatever the number of cores.
    pub serial: Cost,
    /// Tasks that were forked.
    pub tasks: u64,
    /// Threads that were forked.
    pub threads: u64,
    /// The locks that more than one strand took, those most often taken first.
    pub locks: Vec<LockUse>,
}

/// A cost that threads add to.
struct Sum {
    nanoseconds: AtomicU64,
    burdened: AtomicU64,
    operations: AtomicU64,
}

static WORK: Sum = Sum::new();
static SERIAL: Sum = Sum::new();
static SPAN: Sum = Sum::new();
static TASKS: AtomicU64 = AtomicU64::new(0);
static THREADS: AtomicU64 = AtomicU64::new(0);

impl Sum {
    const fn new() -> Self {
        let [nanoseconds, burdened, operations] = [const { AtomicU64::new(0) }; 3];
        Self { nanoseconds, burdened, operations }
    }

    fn add(&self, cost: Cost) {
        self.nanoseconds.fetch_add(cost.nanoseconds, Relaxed);
        self.burdened.fetch_add(cost.burdened, Relaxed);
        self.operations.fetch_add(cost.operations, Relaxed);
    }

    fn raise(&self, cost: Cost) {
        self.nanoseconds.fetch_max(cost.nanoseconds, Relaxed);
        self.burdened.fetch_max(cost.burdened, Relaxed);
        self.operations.fetch_max(cost.operations, Relaxed);
    }

    fn take(&self) -> Cost {
        Cost {
            nanoseconds: self.nanoseconds.swap(0, Relaxed),
            burdened: self.burdened.swap(0, Relaxed),
            operations: self.operations.swap(0, Relaxed),
        }
    }
}

/// Runs a program on the calling thread; its graph begins and ends with it.
/// One program is watched at a time.
pub fn watched<R>(program: impl FnOnce() -> R) -> (R, Graph) {
    look_cost();
    for sum in [&WORK, &SERIAL, &SPAN] {
        sum.take();
    }
    for count in [&TASKS, &THREADS] {
        count.store(0, Relaxed);
    }
    lock::forget();
    strand::begin_alone();
    let result = program();
    strand::now();
    let graph = Graph {
        work: WORK.take(),
        span: SPAN.take(),
        serial: SERIAL.take(),
        tasks: TASKS.load(Relaxed),
        threads: THREADS.load(Relaxed),
        locks: lock::shared(),
    };
    (result, graph)
}

/// A strand ended at this place on its path. `alone`: nothing else could run
/// beside it.
pub fn ended(cost: Cost, path: Cost, alone: bool) {
    WORK.add(cost);
    SPAN.raise(path);
    if alone {
        SERIAL.add(cost);
    }
}

pub fn forked(what: Fork) {
    let count = match what {
        Fork::Task => &TASKS,
        Fork::Thread => &THREADS,
    };
    count.fetch_add(1, Relaxed);
}

/// What a look at the clock costs, which no strand is charged for.
pub fn look_cost() -> Duration {
    static COST: OnceLock<Duration> = OnceLock::new();
    *COST.get_or_init(clock::own_cost)
}
