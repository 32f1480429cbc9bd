//! Stand-in for `rayon_core::{spawn, spawn_fifo}`.

use crate::job::{Job, caught};
use crate::pool::Pool;
use crate::seat;
use engine::Place;
use std::panic::Location;
use std::rc::Rc;

#[track_caller]
pub fn spawn<F>(func: F)
where
    F: FnOnce() + Send + 'static,
{
    spawn_in(&seat::current_pool(), false, Location::caller(), func);
}

#[track_caller]
pub fn spawn_fifo<F>(func: F)
where
    F: FnOnce() + Send + 'static,
{
    spawn_in(&seat::current_pool(), true, Location::caller(), func);
}

pub fn spawn_in(pool: &Rc<Pool>, fifo: bool, place: Place, func: impl FnOnce() + 'static) {
    let own = Rc::clone(pool);
    let body = move |_| {
        if let Err(payload) = caught(func) {
            own.report(payload);
        }
    };
    // SAFETY: the job borrows nothing.
    let job = unsafe { Job::new(None, body) };
    let (op, job) = if fifo { ("spawn_fifo", job.in_order()) } else { ("spawn", job) };
    pool.submit(op, job, seat::index_in(pool), None, place);
}
