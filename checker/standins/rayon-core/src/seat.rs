//! Which worker of which pool a thread is.

use crate::USUAL;
use crate::handlers::Handlers;
use crate::job::caught;
use crate::pool::Pool;
use engine::Place;
use engine::unwinding::resume as resume_unwind;
use std::cell::RefCell;
use std::panic::Location;
use std::rc::Rc;

/// A thread's place in a pool.
#[derive(Clone)]
pub struct Seat {
    pub pool: Rc<Pool>,
    pub index: usize,
}

type Seats = RefCell<Vec<Seat>>;

thread_local! {
    /// The global pool where the program built it, and in which execution.
    static BUILT: RefCell<Option<(u64, Rc<Pool>)>> = const { RefCell::new(None) };
    /// The global pool where it did not.
    static UNBUILT: Rc<Pool> = Pool::new(USUAL, Handlers::default(), Location::caller());
}

/// The seats of the running thread, the innermost last.
fn with_seats<R>(f: impl FnOnce(&mut Vec<Seat>) -> R) -> R {
    static KEY: u8 = 0;
    let seats = engine::thread_local(std::ptr::from_ref(&KEY).addr(), Seats::default);
    // SAFETY: it lives as long as its thread, which is the one that runs `f`.
    f(&mut unsafe { &*seats }.borrow_mut())
}

/// The seat that counts: that of the innermost call into a pool.
pub fn current() -> Option<Seat> {
    with_seats(|seats| seats.last().cloned())
}

pub fn sit(seat: Seat) {
    with_seats(|seats| seats.push(seat));
}

/// The thread's index in `pool`, if it is one of its workers.
pub fn index_in(pool: &Rc<Pool>) -> Option<usize> {
    with_seats(|seats| {
        seats.iter().rev().find(|seat| Rc::ptr_eq(&seat.pool, pool)).map(|seat| seat.index)
    })
}

/// The pool that calls without a pool go to.
pub fn current_pool() -> Rc<Pool> {
    current().map_or_else(global, |seat| seat.pool)
}

fn global() -> Rc<Pool> {
    built_global().unwrap_or_else(|| UNBUILT.with(Rc::clone))
}

fn built_global() -> Option<Rc<Pool>> {
    let now = engine::execution_number();
    let is_of_now = |(number, _): &&(u64, Rc<Pool>)| *number == now;
    BUILT.with_borrow(|built| built.as_ref().filter(is_of_now).map(|(_, pool)| Rc::clone(pool)))
}

/// Whether it is too late to build the global pool.
pub fn has_global() -> bool {
    built_global().is_some() || UNBUILT.with(|pool| pool.is_in_use())
}

pub fn set_global(pool: Rc<Pool>) {
    BUILT.set(Some((engine::execution_number(), pool)));
}

/// Runs `f` as a worker of the pool that is current.
pub fn in_worker<R>(op: &'static str, place: Place, f: impl FnOnce(&Seat) -> R) -> R {
    match current() {
        Some(seat) => f(&seat),
        None => in_pool(&global(), op, place, f),
    }
}

/// Runs `f` as a worker of `pool`.
pub fn in_pool<R>(
    pool: &Rc<Pool>,
    op: &'static str,
    place: Place,
    f: impl FnOnce(&Seat) -> R,
) -> R {
    if let Some(index) = index_in(pool) {
        return seated(Seat { pool: Rc::clone(pool), index }, f);
    }
    let own = current();
    if let Some(own) = &own {
        own.pool.leave(own.index, place);
    }
    let index = pool.enter(op, place);
    let result = caught(|| seated(Seat { pool: Rc::clone(pool), index }, f));
    pool.leave(index, place);
    if let Some(own) = &own {
        own.pool.return_to(own.index, place);
    }
    result.unwrap_or_else(|payload| resume_unwind(payload))
}

fn seated<R>(seat: Seat, f: impl FnOnce(&Seat) -> R) -> R {
    sit(seat.clone());
    let result = caught(|| f(&seat));
    with_seats(Vec::pop);
    result.unwrap_or_else(|payload| resume_unwind(payload))
}
