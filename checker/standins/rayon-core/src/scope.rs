//! Stand-in for `rayon_core::{scope, Scope}`.

use crate::broadcast::BroadcastContext;
use crate::job::{Job, Latch, Payload, Run, caught};
use crate::pool::Pool;
use crate::seat;
use engine::Place;
use engine::cell::RefCell;
use engine::unwinding::resume as resume_unwind;
use std::fmt;
use std::marker::PhantomData;
use std::panic::Location;
use std::rc::Rc;

pub struct Scope<'scope>(pub(crate) Base<'scope>);

/// # Panics
///
/// As `op` or a task of the scope does, when all are done.
#[track_caller]
pub fn scope<'scope, OP, R>(op: OP) -> R
where
    OP: FnOnce(&Scope<'scope>) -> R + Send,
    R: Send,
{
    let place = Location::caller();
    seat::in_worker("scope", place, |seat| Scope::run(&seat.pool, place, op))
}

/// # Panics
///
/// As `op` or a task of the scope does, when all are done.
#[track_caller]
pub fn in_place_scope<'scope, OP, R>(op: OP) -> R
where
    OP: FnOnce(&Scope<'scope>) -> R,
{
    Scope::run(&seat::current_pool(), Location::caller(), op)
}

impl<'scope> Scope<'scope> {
    pub(crate) fn run<R>(pool: &Rc<Pool>, place: Place, op: impl FnOnce(&Self) -> R) -> R {
        let scope = Self(Base::new(pool));
        scope.0.complete(place, || op(&scope))
    }

    #[track_caller]
    pub fn spawn<BODY>(&self, body: BODY)
    where
        BODY: FnOnce(&Scope<'scope>) + Send + 'scope,
    {
        let scope: *const Self = self;
        // SAFETY: the scope is there until its tasks are done.
        let body = move |_| body(unsafe { &*scope });
        self.0.spawn("spawn", false, Location::caller(), body);
    }

    #[track_caller]
    pub fn spawn_broadcast<BODY>(&self, body: BODY)
    where
        BODY: Fn(&Scope<'scope>, BroadcastContext<'_>) + Send + Sync + 'scope,
    {
        let scope: *const Self = self;
        // SAFETY: as in `spawn`.
        self.0
            .spawn_broadcast(Location::caller(), move |context| body(unsafe { &*scope }, context));
    }
}

impl fmt::Debug for Scope<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").finish_non_exhaustive()
    }
}

/// What both kinds of scope are.
pub struct Base<'scope> {
    pool: Rc<Pool>,
    latch: Rc<Latch>,
    /// The first panic.
    panic: RefCell<Option<Payload>>,
    /// Invariant in `'scope`, as the original.
    marker: PhantomData<fn(&'scope ()) -> &'scope ()>,
}

// SAFETY: a model runs on one operating-system thread; tasks and payloads are
// `Send` by the bounds of the functions that take them.
unsafe impl Send for Base<'_> {}
// SAFETY: as above.
unsafe impl Sync for Base<'_> {}

impl Base<'_> {
    pub fn new(pool: &Rc<Pool>) -> Self {
        let (latch, panic) = (engine::cell::rc(Latch::default()), RefCell::new(None));
        Self { pool: Rc::clone(pool), latch, panic, marker: PhantomData }
    }

    pub fn complete<R>(&self, place: Place, op: impl FnOnce() -> R) -> R {
        let result = self.keep(op);
        if !self.latch.is_unused() {
            self.pool.wait(seat::index_in(&self.pool), &self.latch, place);
        }
        match (self.panic.take(), result) {
            (Some(payload), _) => resume_unwind(payload),
            (None, result) => result.expect("a panic would have been kept"),
        }
    }

    fn keep<R>(&self, f: impl FnOnce() -> R) -> Option<R> {
        caught(f).map_err(|payload| self.panic.borrow_mut().get_or_insert(payload).type_id()).ok()
    }

    pub fn spawn(&self, op: &'static str, fifo: bool, place: Place, body: impl FnOnce(Run)) {
        self.send(op, fifo, None, place, body);
    }

    pub fn spawn_broadcast(&self, place: Place, body: impl Fn(BroadcastContext<'_>)) {
        let body = engine::cell::rc(body);
        for to in 0..self.pool.size() {
            let (own, body) = (Rc::clone(&self.pool), Rc::clone(&body));
            let body = move |run| body(BroadcastContext::new(run, &own));
            self.send("spawn_broadcast", false, Some(to), place, body);
        }
    }

    fn send(
        &self,
        op: &'static str,
        fifo: bool,
        to: Option<usize>,
        place: Place,
        body: impl FnOnce(Run),
    ) {
        let base: *const Self = self;
        let body = move |run| {
            // SAFETY: the scope is there until its tasks are done.
            unsafe { &*base }.keep(|| body(run));
        };
        // SAFETY: `complete` waits for it.
        let mut job = unsafe { Job::new(Some(Rc::clone(&self.latch)), body) };
        job.fifo = fifo;
        self.pool.submit(op, job, seat::index_in(&self.pool), to, place);
    }
}
