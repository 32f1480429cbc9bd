//! Stand-in for `rayon_core::ThreadPool`.

use crate::broadcast::{BroadcastContext, broadcast_in, spawn_broadcast_in};
use crate::scope::{Scope, ScopeFifo};
use crate::seat::{self, Pool};
use crate::spawn::spawn_in;
use std::fmt;

pub struct ThreadPool {
    pool: Pool,
}

/// Whether a yield found something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Yield {
    Executed,
    Idle,
}

impl ThreadPool {
    pub(crate) fn new_in(pool: Pool) -> Self {
        Self { pool }
    }

    /// # Panics
    ///
    /// As `op` does.
    pub fn install<OP, R>(&self, op: OP) -> R
    where
        OP: FnOnce() -> R + Send,
        R: Send,
    {
        self.pool.within(op)
    }

    /// # Panics
    ///
    /// As `op` does.
    pub fn broadcast<OP, R>(&self, op: OP) -> Vec<R>
    where
        OP: Fn(BroadcastContext<'_>) -> R + Sync,
        R: Send,
    {
        broadcast_in(self.pool, op)
    }

    #[must_use]
    pub fn current_num_threads(&self) -> usize {
        self.pool.size
    }

    #[must_use]
    pub fn current_thread_index(&self) -> Option<usize> {
        seat::current().filter(|seat| seat.pool == self.pool).map(|seat| seat.index)
    }

    #[must_use]
    pub fn current_thread_has_pending_tasks(&self) -> Option<bool> {
        self.current_thread_index().map(|_| false)
    }

    /// # Panics
    ///
    /// As [`join`](crate::join()) does.
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
    pub fn scope_fifo<'scope, OP, R>(&self, op: OP) -> R
    where
        OP: FnOnce(&ScopeFifo<'scope>) -> R + Send,
        R: Send,
    {
        self.install(|| crate::scope_fifo(op))
    }

    /// # Panics
    ///
    /// As [`in_place_scope`](crate::in_place_scope()) does.
    pub fn in_place_scope<'scope, OP, R>(&self, op: OP) -> R
    where
        OP: FnOnce(&Scope<'scope>) -> R,
    {
        Scope::run(self.pool, op)
    }

    /// # Panics
    ///
    /// As [`in_place_scope_fifo`](crate::in_place_scope_fifo()) does.
    pub fn in_place_scope_fifo<'scope, OP, R>(&self, op: OP) -> R
    where
        OP: FnOnce(&ScopeFifo<'scope>) -> R,
    {
        ScopeFifo::run(self.pool, op)
    }

    pub fn spawn<OP>(&self, op: OP)
    where
        OP: FnOnce() + Send + 'static,
    {
        spawn_in(self.pool, op);
    }

    pub fn spawn_fifo<OP>(&self, op: OP)
    where
        OP: FnOnce() + Send + 'static,
    {
        spawn_in(self.pool, op);
    }

    pub fn spawn_broadcast<OP>(&self, op: OP)
    where
        OP: Fn(BroadcastContext<'_>) + Send + Sync + 'static,
    {
        spawn_broadcast_in(self.pool, op);
    }

    pub fn yield_now(&self) -> Option<Yield> {
        self.current_thread_index().map(|_| Yield::Idle)
    }

    pub fn yield_local(&self) -> Option<Yield> {
        self.yield_now()
    }
}

impl fmt::Debug for ThreadPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ThreadPool").field("num_threads", &self.pool.size).finish_non_exhaustive()
    }
}
