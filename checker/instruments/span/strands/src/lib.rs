//! Work and span of a fork-join program, from one run of it.
//!
//! A *strand* is a stretch of a program in which nothing forks and nothing
//! joins. Its cost is known when it ends: the CPU time that its thread used,
//! and the elementary operations that were counted in it. Work is the sum of
//! all strands. Span is the largest sum along a path, and it needs no graph:
//! each thread carries how long the longest path to the present moment is. A
//! child begins where its parent forks, and whoever joins goes on at the later
//! of the two ends (Frigo and Leiserson call such a moment's value its "time
//! stamp"; Cilkview computes the same from a serial run).
//!
//! Who forks and joins says so here: the stand-ins of `rayon-core` and `std`
//! beside this crate. It does not matter in which order they run what was
//! forked, so long as no strand is charged for another.

mod clock;
mod cost;
mod graph;
mod lock;
mod strand;

pub use cost::Cost;
pub use graph::{Graph, MADE_UP_CORES, watched};
pub use lock::{Held, Lock, LockUse};
pub use strand::{
    BURDEN, Fork, Moment, SPAWN, begin, fork, fork_for_good, join, join_all, now, operations,
};
