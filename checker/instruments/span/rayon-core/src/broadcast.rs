//! Stand-in for `rayon_core::{broadcast, spawn_broadcast}`.

use crate::seat::Pool;
use crate::spawn::spawn_at;
use std::fmt;
use std::marker::PhantomData;
use strands::Fork;

/// # Panics
///
/// As `op` does.
pub fn broadcast<OP, R>(op: OP) -> Vec<R>
where
    OP: Fn(BroadcastContext<'_>) -> R + Sync,
    R: Send,
{
    broadcast_in(Pool::current(), op)
}

pub fn spawn_broadcast<OP>(op: OP)
where
    OP: Fn(BroadcastContext<'_>) + Send + Sync + 'static,
{
    spawn_broadcast_in(Pool::current(), op);
}

/// Which worker runs the closure, and how many there are.
pub struct BroadcastContext<'a> {
    index: usize,
    size: usize,
    not_send: PhantomData<&'a mut dyn Fn()>,
}

impl BroadcastContext<'_> {
    pub(crate) fn new(index: usize, pool: Pool) -> Self {
        Self { index, size: pool.size, not_send: PhantomData }
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

pub fn broadcast_in<R>(pool: Pool, op: impl Fn(BroadcastContext<'_>) -> R) -> Vec<R> {
    let starts: Vec<_> = (0..pool.size).map(|_| strands::fork(Fork::Task)).collect();
    let own = strands::now();
    let each = starts.into_iter().enumerate().map(|(index, start)| {
        strands::begin(start);
        let result = pool.at(index, || op(BroadcastContext::new(index, pool)));
        (result, strands::now())
    });
    let (results, ends): (Vec<R>, Vec<_>) = each.unzip();
    strands::begin(own);
    strands::join_all(ends);
    results
}

pub fn spawn_broadcast_in(pool: Pool, op: impl Fn(BroadcastContext<'_>)) {
    for index in 0..pool.size {
        spawn_at(pool, index, || op(BroadcastContext::new(index, pool)));
    }
}
