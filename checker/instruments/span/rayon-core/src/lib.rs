//! Stand-in for `rayon_core` that runs every task on the thread that forks it,
//! one after another, and tells `strands` what was forked and joined.
//!
//! Pools have as many threads as they were built with, and the global one has
//! [`strands::MADE_UP_CORES`]; but none of them is ever started. rayon itself is
//! the real one, and splits its work for that many.
//!
//! # Limitations
//!
//! - No task migrates, so an iterator is split as often as rayon splits it where
//!   nothing is stolen.
//! - A task that waits for another one, by a channel or a lock, waits for ever.
//! - Handlers for the start, the exit and panics of workers are not called; a
//!   panic of a task is one of whoever forked it.

mod broadcast;
mod builder;
mod current;
mod error;
mod join;
mod scope;
mod seat;
mod spawn;
mod thread_builder;
mod thread_pool;

pub use broadcast::{BroadcastContext, broadcast, spawn_broadcast};
pub use builder::ThreadPoolBuilder;
pub use current::{
    current_num_threads, current_thread_has_pending_tasks, current_thread_index, yield_local,
    yield_now,
};
pub use error::ThreadPoolBuildError;
pub use join::{FnContext, join, join_context};
pub use scope::{Scope, ScopeFifo, in_place_scope, in_place_scope_fifo, scope, scope_fifo};
pub use spawn::{spawn, spawn_fifo};
pub use thread_builder::ThreadBuilder;
pub use thread_pool::{ThreadPool, Yield};

/// Workers of a pool at most, as in the original.
const MOST: usize = 0xffff;

#[must_use]
pub fn max_num_threads() -> usize {
    MOST
}
