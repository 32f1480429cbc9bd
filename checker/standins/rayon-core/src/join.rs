//! Stand-in for `rayon_core::{join, join_context}`.

use crate::job::{Job, Latch, Slot, caught};
use crate::seat::{self, Seat};
use engine::Place;
use engine::unwinding::resume as resume_unwind;
use std::marker::PhantomData;
use std::panic::Location;
use std::rc::Rc;

/// How a closure of [`join_context`] came to run.
#[derive(Debug)]
pub struct FnContext {
    migrated: bool,
    not_send: PhantomData<*mut ()>,
}

impl FnContext {
    fn new(migrated: bool) -> Self {
        Self { migrated, not_send: PhantomData }
    }

    #[must_use]
    pub fn migrated(&self) -> bool {
        self.migrated
    }
}

/// # Panics
///
/// As `oper_a` or `oper_b` does, when both are done.
#[track_caller]
pub fn join<A, B, RA, RB>(oper_a: A, oper_b: B) -> (RA, RB)
where
    A: FnOnce() -> RA + Send,
    B: FnOnce() -> RB + Send,
    RA: Send,
    RB: Send,
{
    join_context(|_| oper_a(), |_| oper_b())
}

/// # Panics
///
/// As `oper_a` or `oper_b` does, when both are done.
#[track_caller]
pub fn join_context<A, B, RA, RB>(oper_a: A, oper_b: B) -> (RA, RB)
where
    A: FnOnce(FnContext) -> RA + Send,
    B: FnOnce(FnContext) -> RB + Send,
    RA: Send,
    RB: Send,
{
    let place = Location::caller();
    seat::in_worker("join", place, |seat| in_seat(seat, oper_a, oper_b, place))
}

fn in_seat<RA, RB>(
    Seat { pool, index }: &Seat,
    a: impl FnOnce(FnContext) -> RA,
    b: impl FnOnce(FnContext) -> RB,
    place: Place,
) -> (RA, RB) {
    let (slot, latch) = (Slot::new(), engine::cell::rc(Latch::default()));
    // SAFETY: waited for below, whether `a` panics or not.
    let job = unsafe {
        Job::new(Some(Rc::clone(&latch)), |run| slot.fill(|| b(FnContext::new(run.migrated))))
    };
    let handed_over = pool.submit("join", job, Some(*index), None, place);
    let a = caught(|| a(FnContext::new(false)));
    let own = if handed_over { None } else { pool.take_back(*index, &latch, place) };
    match own {
        // Nobody else has seen the job, so nobody has to be told.
        Some(job) => drop(job.run(*index)),
        None => pool.wait(Some(*index), &latch, place),
    }
    match (a, slot.take()) {
        (Err(payload), _) | (_, Err(payload)) => resume_unwind(payload),
        (Ok(a), Ok(b)) => (a, b),
    }
}
