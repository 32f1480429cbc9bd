//! Stand-in for `crossbeam::deque::{Worker, Stealer}`.

use super::queue::{Order, Queue};
use super::{MAX_BATCH, Steal};
use engine::Place;
use std::fmt;
use std::marker::PhantomData;
use std::panic::{Location, RefUnwindSafe, UnwindSafe};
use std::rc::Rc;

pub struct Worker<T> {
    pub(super) queue: Rc<Queue<T>>,
    pub(super) order: Order,
    not_sync: PhantomData<*mut ()>,
}

pub struct Stealer<T> {
    queue: Rc<Queue<T>>,
    order: Order,
}

// SAFETY: a model runs on one operating-system thread; tasks are handed from
// thread to thread.
unsafe impl<T: Send> Send for Worker<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Send for Stealer<T> {}
// SAFETY: as above.
unsafe impl<T: Send> Sync for Stealer<T> {}
impl<T: RefUnwindSafe> UnwindSafe for Worker<T> {}
impl<T: RefUnwindSafe> UnwindSafe for Stealer<T> {}
impl<T: RefUnwindSafe> RefUnwindSafe for Stealer<T> {}

impl<T> Worker<T> {
    #[must_use]
    #[track_caller]
    pub fn new_fifo() -> Self {
        Self::new(Order::Fifo, Location::caller())
    }

    #[must_use]
    #[track_caller]
    pub fn new_lifo() -> Self {
        Self::new(Order::Lifo, Location::caller())
    }

    fn new(order: Order, place: Place) -> Self {
        Self { queue: engine::cell::rc(Queue::new("Worker", place)), order, not_sync: PhantomData }
    }

    #[must_use]
    pub fn stealer(&self) -> Stealer<T> {
        Stealer { queue: Rc::clone(&self.queue), order: self.order }
    }

    #[track_caller]
    pub fn is_empty(&self) -> bool {
        self.queue.len("is_empty", Location::caller()) == 0
    }

    #[track_caller]
    pub fn len(&self) -> usize {
        self.queue.len("len", Location::caller())
    }

    #[track_caller]
    pub fn push(&self, task: T) {
        self.queue.push(task, Location::caller());
    }

    #[track_caller]
    pub fn pop(&self) -> Option<T> {
        self.queue.pop(self.order, Location::caller())
    }
}

impl<T> Stealer<T> {
    #[track_caller]
    pub fn is_empty(&self) -> bool {
        self.queue.len("is_empty", Location::caller()) == 0
    }

    #[track_caller]
    pub fn len(&self) -> usize {
        self.queue.len("len", Location::caller())
    }

    #[track_caller]
    pub fn steal(&self) -> Steal<T> {
        self.queue.steal("steal", Location::caller())
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

    fn batch(&self, op: &'static str, dest: &Worker<T>, limit: usize, place: Place) -> Steal<()> {
        assert!(limit > 0);
        if Rc::ptr_eq(&self.queue, &dest.queue) {
            // What a worker steals from itself stays where it is.
            let left = self.queue.len("is_empty", place);
            return if left == 0 { Steal::Empty } else { Steal::Success(()) };
        }
        let to = (&*dest.queue, dest.order);
        self.queue.steal_batch(op, self.order, to, (limit, false), place).map(|_| ())
    }

    fn batch_and_pop(
        &self,
        op: &'static str,
        dest: &Worker<T>,
        limit: usize,
        place: Place,
    ) -> Steal<T> {
        assert!(limit > 0);
        if Rc::ptr_eq(&self.queue, &dest.queue) {
            return self.queue.pop(self.order, place).map_or(Steal::Empty, Steal::Success);
        }
        let to = (&*dest.queue, dest.order);
        let stolen = self.queue.steal_batch(op, self.order, to, (limit, true), place);
        stolen.map(|task| task.expect("at least one task was stolen"))
    }
}

impl<T> Clone for Stealer<T> {
    fn clone(&self) -> Self {
        Self { queue: Rc::clone(&self.queue), order: self.order }
    }
}

impl<T> fmt::Debug for Worker<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Worker { .. }")
    }
}

impl<T> fmt::Debug for Stealer<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Stealer { .. }")
    }
}
