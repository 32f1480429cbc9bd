//! Stand-in for `rayon_core::{broadcast, spawn_broadcast}`.

use crate::job::{Job, Latch, Run, Slot, caught};
use crate::pool::Pool;
use crate::seat;
use engine::Place;
use engine::unwinding::resume as resume_unwind;
use std::fmt;
use std::marker::PhantomData;
use std::panic::Location;
use std::rc::Rc;

/// # Panics
///
/// As `op` does, when every worker is done.
#[track_caller]
pub fn broadcast<OP, R>(op: OP) -> Vec<R>
where
    OP: Fn(BroadcastContext<'_>) -> R + Sync,
    R: Send,
{
    broadcast_in(&seat::current_pool(), Location::caller(), op)
}

#[track_caller]
pub fn spawn_broadcast<OP>(op: OP)
where
    OP: Fn(BroadcastContext<'_>) + Send + Sync + 'static,
{
    spawn_broadcast_in(&seat::current_pool(), Location::caller(), op);
}

/// Which worker runs the closure, and how many there are.
pub struct BroadcastContext<'a> {
    index: usize,
    size: usize,
    not_send: PhantomData<&'a mut dyn Fn()>,
}

impl BroadcastContext<'_> {
    pub(crate) fn new(run: Run, pool: &Pool) -> Self {
        Self { index: run.index, size: pool.size(), not_send: PhantomData }
    }

    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    #[must_use]
    pub fn num_threads(&self) -> usize {
        self.size
    }
}

impl fmt::Debug for BroadcastContext<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut context = f.debug_struct("BroadcastContext");
        context.field("index", &self.index).field("num_threads", &self.size).finish_non_exhaustive()
    }
}

pub fn broadcast_in<R>(
    pool: &Rc<Pool>,
    place: Place,
    op: impl Fn(BroadcastContext<'_>) -> R,
) -> Vec<R> {
    let slots: Vec<Slot<R>> = (0..pool.size()).map(|_| Slot::new()).collect();
    let latch = engine::cell::rc(Latch::default());
    let me = seat::index_in(pool);
    for (to, slot) in slots.iter().enumerate() {
        let body = |run| slot.fill(|| op(BroadcastContext::new(run, pool)));
        // SAFETY: waited for below.
        let job = unsafe { Job::new(Some(Rc::clone(&latch)), body) };
        pool.submit("broadcast", job, me, Some(to), place);
    }
    pool.wait(me, &latch, place);
    let results = slots.into_iter().map(|slot| slot.take());
    results.map(|result| result.unwrap_or_else(|payload| resume_unwind(payload))).collect()
}

pub fn spawn_broadcast_in(
    pool: &Rc<Pool>,
    place: Place,
    op: impl Fn(BroadcastContext<'_>) + 'static,
) {
    let op = engine::cell::rc(op);
    for to in 0..pool.size() {
        let (own, op) = (Rc::clone(pool), Rc::clone(&op));
        let body = move |run| {
            if let Err(payload) = caught(|| op(BroadcastContext::new(run, &own))) {
                own.report(payload);
            }
        };
        // SAFETY: the job borrows nothing.
        let job = unsafe { Job::new(None, body) };
        pool.submit("spawn_broadcast", job, seat::index_in(pool), Some(to), place);
    }
}
