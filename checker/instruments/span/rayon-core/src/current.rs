//! Stand-in for `rayon_core::{current_thread_index, yield_now}` and the like:
//! what a thread asks of the pool it is in.

use crate::seat::{self, Pool};
use crate::thread_pool::Yield;

#[must_use]
pub fn current_num_threads() -> usize {
    Pool::current().size
}

#[must_use]
pub fn current_thread_index() -> Option<usize> {
    seat::current().map(|seat| seat.index)
}

#[must_use]
pub fn current_thread_has_pending_tasks() -> Option<bool> {
    seat::current().map(|_| false)
}

pub fn yield_now() -> Option<Yield> {
    seat::current().map(|_| Yield::Idle)
}

pub fn yield_local() -> Option<Yield> {
    yield_now()
}
