//! Stand-in for `rayon_core::{scope_fifo, ScopeFifo}`.

use crate::broadcast::BroadcastContext;
use crate::pool::Pool;
use crate::scope::Base;
use crate::seat;
use engine::Place;
use std::fmt;
use std::panic::Location;
use std::rc::Rc;

pub struct ScopeFifo<'scope>(Base<'scope>);

/// # Panics
///
/// As `op` or a task of the scope does, when all are done.
#[track_caller]
pub fn scope_fifo<'scope, OP, R>(op: OP) -> R
where
    OP: FnOnce(&ScopeFifo<'scope>) -> R + Send,
    R: Send,
{
    let place = Location::caller();
    seat::in_worker("scope_fifo", place, |seat| ScopeFifo::run(&seat.pool, place, op))
}

/// # Panics
///
/// As `op` or a task of the scope does, when all are done.
#[track_caller]
pub fn in_place_scope_fifo<'scope, OP, R>(op: OP) -> R
where
    OP: FnOnce(&ScopeFifo<'scope>) -> R,
{
    ScopeFifo::run(&seat::current_pool(), Location::caller(), op)
}

impl<'scope> ScopeFifo<'scope> {
    pub(crate) fn run<R>(pool: &Rc<Pool>, place: Place, op: impl FnOnce(&Self) -> R) -> R {
        let scope = Self(Base::new(pool));
        scope.0.complete(place, || op(&scope))
    }

    #[track_caller]
    pub fn spawn_fifo<BODY>(&self, body: BODY)
    where
        BODY: FnOnce(&ScopeFifo<'scope>) + Send + 'scope,
    {
        let scope: *const Self = self;
        // SAFETY: the scope is there until its tasks are done.
        let body = move |_| body(unsafe { &*scope });
        self.0.spawn("spawn_fifo", true, Location::caller(), body);
    }

    #[track_caller]
    pub fn spawn_broadcast<BODY>(&self, body: BODY)
    where
        BODY: Fn(&ScopeFifo<'scope>, BroadcastContext<'_>) + Send + Sync + 'scope,
    {
        let scope: *const Self = self;
        // SAFETY: as in `spawn_fifo`.
        self.0
            .spawn_broadcast(Location::caller(), move |context| body(unsafe { &*scope }, context));
    }
}

impl fmt::Debug for ScopeFifo<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ScopeFifo").finish_non_exhaustive()
    }
}
