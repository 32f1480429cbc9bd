//! Where each thread is on its longest path.

use crate::clock::cpu_time;
use crate::cost::Cost;
use crate::graph;
use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

/// A place on a path: the cost of the longest way to it from the beginning.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Moment(pub(crate) Cost);

/// What was forked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fork {
    /// A task of a pool.
    Task,
    /// A thread.
    Thread,
}

/// What it costs that a task is run by another core than the one that forked
/// it, in nanoseconds: 15 000 instructions in Cilkview (He, Leiserson and
/// Leiserson 2010, section 4), which is this at three in a nanosecond.
pub const BURDEN: u64 = 5_000;

/// What it costs a thread to make another one, in nanoseconds.
pub const SPAWN: u64 = 10_000;

/// Strands begun; a lock asks whether the one before was another.
static STRANDS: AtomicU64 = AtomicU64::new(0);

thread_local! {
    static PATH: Cell<Cost> = const { Cell::new(Cost::NONE) };
    /// When the present strand began, on the clock of its thread.
    static MARK: Cell<Duration> = const { Cell::new(Duration::ZERO) };
    static OPERATIONS: Cell<u64> = const { Cell::new(0) };
    /// What this thread has forked and not joined; one more on a thread that was
    /// itself forked. At 0 the whole program is this strand.
    static OPEN: Cell<usize> = const { Cell::new(1) };
    static STRAND: Cell<u64> = const { Cell::new(0) };
}

/// Counts elementary operations of the calling thread.
pub fn operations(count: u64) {
    OPERATIONS.set(OPERATIONS.get() + count);
}

/// Ends the present strand and begins the next; where that is.
pub fn now() -> Moment {
    let time = cpu_time();
    let spent = time.saturating_sub(MARK.get()).saturating_sub(graph::look_cost());
    let nanoseconds = u64::try_from(spent.as_nanos()).unwrap_or(u64::MAX);
    let cost = Cost { nanoseconds, burdened: nanoseconds, operations: OPERATIONS.take() };
    let path = PATH.get() + cost;
    PATH.set(path);
    MARK.set(time);
    graph::ended(cost, path, OPEN.get() == 0);
    Moment(path)
}

/// Something is forked here: where it begins. Whoever is to [`join`] it does so
/// on this thread.
pub fn fork(what: Fork) -> Moment {
    let child = fork_for_good(what);
    OPEN.set(OPEN.get() + 1);
    child
}

/// As [`fork`], of something that nobody joins.
pub fn fork_for_good(what: Fork) -> Moment {
    graph::forked(what);
    let mut child = now().0;
    child.burdened += BURDEN;
    if what == Fork::Thread {
        PATH.set(Cost { burdened: PATH.get().burdened + SPAWN, ..PATH.get() });
    }
    Moment(child)
}

/// The calling thread goes on at another place, where something was forked.
pub fn begin(at: Moment) {
    PATH.set(at.0);
    OPERATIONS.set(0);
    STRAND.set(STRANDS.fetch_add(1, Relaxed) + 1);
    MARK.set(cpu_time());
}

/// The calling thread has waited for what ended at `child`, and goes on when
/// both are done.
pub fn join(child: Moment) {
    join_all([child]);
}

/// As [`join`], for several that were forked.
pub fn join_all(children: impl IntoIterator<Item = Moment>) {
    let mut path = now().0;
    for child in children {
        path = path.max(child.0);
        OPEN.set(OPEN.get().saturating_sub(1));
    }
    PATH.set(path);
}

/// The number of the present strand.
pub(crate) fn strand() -> u64 {
    STRAND.get()
}

/// The calling thread is the program from here on, and alone.
pub(crate) fn begin_alone() {
    OPEN.set(0);
    begin(Moment::default());
}
