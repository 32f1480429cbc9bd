//! Stand-in for `rayon_core::{current_thread_index, yield_now}` and the like:
//! what a thread asks of the pool it is in.

use crate::seat;
use crate::thread_pool::Yield;
use std::panic::Location;

#[must_use]
pub fn current_num_threads() -> usize {
    seat::current_pool().size()
}

#[must_use]
pub fn current_thread_index() -> Option<usize> {
    seat::current().map(|seat| seat.index)
}

#[track_caller]
#[must_use]
pub fn current_thread_has_pending_tasks() -> Option<bool> {
    let place = Location::caller();
    seat::current().map(|seat| seat.pool.has_pending(seat.index, place))
}

#[track_caller]
pub fn yield_now() -> Option<Yield> {
    let place = Location::caller();
    seat::current().map(|seat| seat.pool.run_one(seat.index, false, place).into())
}

#[track_caller]
pub fn yield_local() -> Option<Yield> {
    let place = Location::caller();
    seat::current().map(|seat| seat.pool.run_one(seat.index, true, place).into())
}
