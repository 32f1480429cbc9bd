//! Stand-in for `rayon_core`: pools whose workers are threads of the model.
//!
//! A pool has two workers unless it was built with another number. A task goes
//! to a worker that is idle; where none is, it stays in the deque of the worker
//! that made it, which takes it back when it comes to it, unless another has run
//! out of work and steals it. A worker that waits for tasks runs others
//! meanwhile, on its own stack, as in the original: a lock held there is held
//! while they run.
//!
//! # Limitations
//!
//! - A caller from outside a pool takes the place of one of its workers instead
//!   of handing its closure to it: thread-locals are the caller's, and
//!   `FnContext::migrated` says `false`. Handlers for the start and the exit of
//!   a worker run for workers that are threads of their own.
//! - A worker that calls into another pool leaves its own to the others
//!   meanwhile, and does not run its pool's tasks on its own stack.
//! - Work is stolen from the worker with the lowest number first. A worker that
//!   is idle gets a task before its maker comes to it, unless the adversary has
//!   it come late, which it does to the first task of a pool only.
//!
//! rayon itself is the real one. A model build compiles it on the stand-in of
//! std, so that the flags of `find_any` and the like and the lock of
//! `par_bridge` are part of the model. The tests of this crate use it as it is:
//! there an iterator below `par_bridge` must take no step of the model.

mod broadcast;
mod builder;
mod current;
mod error;
mod handlers;
mod job;
mod join;
mod pool;
mod scope;
mod scope_fifo;
mod seat;
mod spawn;
mod state;
mod thread_builder;
mod thread_pool;
mod worker;

pub use broadcast::{BroadcastContext, broadcast, spawn_broadcast};
pub use builder::ThreadPoolBuilder;
pub use current::{
    current_num_threads, current_thread_has_pending_tasks, current_thread_index, yield_local,
    yield_now,
};
pub use error::ThreadPoolBuildError;
pub use join::{FnContext, join, join_context};
pub use scope::{Scope, in_place_scope, scope};
pub use scope_fifo::{ScopeFifo, in_place_scope_fifo, scope_fifo};
pub use spawn::{spawn, spawn_fifo};
pub use thread_builder::ThreadBuilder;
pub use thread_pool::{ThreadPool, Yield};

/// Workers of a pool that was not told how many.
const USUAL: usize = 2;

/// Workers of a pool at most, as in the original.
const MOST: usize = 0xffff;

#[must_use]
pub fn max_num_threads() -> usize {
    MOST
}
