//! Stand-in for `rayon_core::ThreadPool`.

use crate::broadcast::{BroadcastContext, broadcast_in, spawn_broadcast_in};
use crate::pool::Pool;
use crate::scope::Scope;
use crate::scope_fifo::ScopeFifo;
use crate::seat;
use crate::spawn::spawn_in;
use std::fmt;
use std::panic::Location;
use std::rc::Rc;

pub struct ThreadPool {
    pool: Rc<Pool>,
}

// SAFETY: a model runs on one operating-system thread; what goes into the pool
// is `Send` by the bounds of the functions that take it.
unsafe impl Send for ThreadPool {}
// SAFETY: as above.
unsafe impl Sync for ThreadPool {}

/// Whether a yield found something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Yield {
    Executed,
    Idle,
}

impl ThreadPool {
    pub(crate) fn new_in(pool: Rc<Pool>) -> Self {
        Self { pool }
    }

    /// # Panics
    ///
    /// As `op` does.
    #[track_caller]
    pub fn install<OP, R>(&self, op: OP) -> R
    where
        OP: FnOnce() -> R + Send,
        R: Send,
    {
        seat::in_pool(&self.pool, "install", Location::caller(), |_| op())
    }

    /// # Panics
    ///
    /// As `op` does, when every worker is done.
    #[track_caller]
    pub fn broadcast<OP, R>(&self, op: OP) -> Vec<R>
    where
        OP: Fn(BroadcastContext<'_>) -> R + Sync,
        R: Send,
    {
        broadcast_in(&self.pool, Location::caller(), op)
    }

    #[must_use]
    pub fn current_num_threads(&self) -> usize {
        self.pool.size()
    }

    #[must_use]
    pub fn current_thread_index(&self) -> Option<usize> {
        seat::current().filter(|seat| Rc::ptr_eq(&seat.pool, &self.pool)).map(|seat| seat.index)
    }

    #[track_caller]
    #[must_use]
    pub fn current_thread_has_pending_tasks(&self) -> Option<bool> {
        let place = Location::caller();
        self.current_thread_index().map(|index| self.pool.has_pending(index, place))
    }

    /// # Panics
    ///
    /// As [`join`](crate::join) does.
    #[track_caller]
    pub fn join<A, B, RA, RB>(&self, oper_a: A, oper_b: B) -> (RA, RB)
    where
        A: FnOnce() -> RA + Send,
        B: FnOnce() -> RB + Send,
        RA: Send,
        RB: Send,
    {
        self.install(|| crate::join(oper_a, oper_b))
    }

    /// # Panics
    ///
    /// As [`scope`](crate::scope()) does.
    #[track_caller]
    pub fn scope<'scope, OP, R>(&self, op: OP) -> R
    where
        OP: FnOnce(&Scope<'scope>) -> R + Send,
        R: Send,
    {
        self.install(|| crate::scope(op))
    }

    /// # Panics
    ///
    /// As [`scope_fifo`](crate::scope_fifo()) does.
    #[track_caller]
    pub fn scope_fifo<'scope, OP, R>(&self, op: OP) -> R
    where
        OP: FnOnce(&ScopeFifo<'scope>) -> R + Send,
        R: Send,
    {
        self.install(|| crate::scope_fifo(op))
    }

    /// # Panics
    ///
    /// As [`scope`](crate::scope()) does.
    #[track_caller]
    pub fn in_place_scope<'scope, OP, R>(&self, op: OP) -> R
    where
        OP: FnOnce(&Scope<'scope>) -> R,
    {
        Scope::run(&self.pool, Location::caller(), op)
    }

    /// # Panics
    ///
    /// As [`scope_fifo`](crate::scope_fifo()) does.
    #[track_caller]
    pub fn in_place_scope_fifo<'scope, OP, R>(&self, op: OP) -> R
    where
        OP: FnOnce(&ScopeFifo<'scope>) -> R,
    {
        ScopeFifo::run(&self.pool, Location::caller(), op)
    }

    #[track_caller]
    pub fn spawn<OP>(&self, op: OP)
    where
        OP: FnOnce() + Send + 'static,
    {
        spawn_in(&self.pool, false, Location::caller(), op);
    }

    #[track_caller]
    pub fn spawn_fifo<OP>(&self, op: OP)
    where
        OP: FnOnce() + Send + 'static,
    {
        spawn_in(&self.pool, true, Location::caller(), op);
    }

    #[track_caller]
    pub fn spawn_broadcast<OP>(&self, op: OP)
    where
        OP: Fn(BroadcastContext<'_>) + Send + Sync + 'static,
    {
        spawn_broadcast_in(&self.pool, Location::caller(), op);
    }

    #[track_caller]
    pub fn yield_now(&self) -> Option<Yield> {
        let place = Location::caller();
        self.current_thread_index().map(|index| self.pool.run_one(index, false, place).into())
    }

    #[track_caller]
    pub fn yield_local(&self) -> Option<Yield> {
        let place = Location::caller();
        self.current_thread_index().map(|index| self.pool.run_one(index, true, place).into())
    }
}

impl Drop for ThreadPool {
    fn drop(&mut self) {
        if engine::is_active() {
            self.pool.terminate(self.pool.place);
        }
    }
}

impl fmt::Debug for ThreadPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ThreadPool").field("num_threads", &self.pool.size()).finish_non_exhaustive()
    }
}

impl From<bool> for Yield {
    fn from(executed: bool) -> Self {
        if executed { Self::Executed } else { Self::Idle }
    }
}
