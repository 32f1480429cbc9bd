//! Stand-in for `crossbeam::deque::Injector`.

use super::queue::{Order, Queue};
use super::{MAX_BATCH, Steal, Worker};
use engine::Place;
use std::fmt;
use std::marker::PhantomData;
use std::panic::{Location, RefUnwindSafe};

pub struct Injector<T>(Queue<T>, PhantomData<&'static mut ()>);

// SAFETY: a model runs on one operating-system thread; tasks are handed from
// thread to thread.
unsafe impl<T: Send> Send for Injector<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Sync for Injector<T> {}
// As the original, it is not `UnwindSafe`.
impl<T: RefUnwindSafe> RefUnwindSafe for Injector<T> {}

impl<T> Injector<T> {
    #[must_use]
    #[track_caller]
    pub fn new() -> Self {
        Self(Queue::new("Injector", Location::caller()), PhantomData)
    }

    #[track_caller]
    pub fn push(&self, task: T) {
        self.0.push(task, Location::caller());
    }

    #[track_caller]
    pub fn steal(&self) -> Steal<T> {
        self.0.steal("steal", Location::caller())
    }

    #[track_caller]
    pub fn steal_batch(&self, dest: &Worker<T>) -> Steal<()> {
        self.batch("steal_batch", dest, MAX_BATCH, Location::caller())
    }

    /// # Panics
    ///
    /// As the original, if `limit` is zero.
    #[track_caller]
    pub fn steal_batch_with_limit(&self, dest: &Worker<T>, limit: usize) -> Steal<()> {
        self.batch("steal_batch_with_limit", dest, limit, Location::caller())
    }

    #[track_caller]
    pub fn steal_batch_and_pop(&self, dest: &Worker<T>) -> Steal<T> {
        self.batch_and_pop("steal_batch_and_pop", dest, MAX_BATCH, Location::caller())
    }

    /// # Panics
    ///
    /// As the original, if `limit` is zero.
    #[track_caller]
    pub fn steal_batch_with_limit_and_pop(&self, dest: &Worker<T>, limit: usize) -> Steal<T> {
        self.batch_and_pop("steal_batch_with_limit_and_pop", dest, limit, Location::caller())
    }

    #[track_caller]
    pub fn is_empty(&self) -> bool {
        self.0.len("is_empty", Location::caller()) == 0
    }

    #[track_caller]
    pub fn len(&self) -> usize {
        self.0.len("len", Location::caller())
    }

    fn batch(&self, op: &'static str, dest: &Worker<T>, limit: usize, place: Place) -> Steal<()> {
        assert!(limit > 0);
        let to = (&*dest.queue, dest.order);
        self.0.steal_batch(op, Order::Fifo, to, (limit, false), place).map(|_| ())
    }

    fn batch_and_pop(
        &self,
        op: &'static str,
        dest: &Worker<T>,
        limit: usize,
        place: Place,
    ) -> Steal<T> {
        assert!(limit > 0);
        let to = (&*dest.queue, dest.order);
        let stolen = self.0.steal_batch(op, Order::Fifo, to, (limit, true), place);
        stolen.map(|task| task.expect("at least one task was stolen"))
    }
}

impl<T> Default for Injector<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

impl<T> fmt::Debug for Injector<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Injector { .. }")
    }
}
