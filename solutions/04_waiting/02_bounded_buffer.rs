//! A bounded buffer: threads put items in, others take them out.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

/// A buffer with a fixed number of places, first in, first out.
pub struct BoundedBuffer<T> {
    capacity: usize,
    items: Mutex<VecDeque<T>>,
    // Two facts are waited for, "there is an item" and "there is a place", and
    // each has a condition variable of its own. With one for both, `notify_one`
    // can wake a thread that waits for the other fact: it looks, finds nothing
    // new, sleeps again, and the notification is used up. One condition
    // variable with `notify_all` is as right as this; it wakes everybody each
    // time, and all but one go back to sleep.
    item_added: Condvar,
    place_freed: Condvar,
}

impl<T> BoundedBuffer<T> {
    /// An empty buffer with `capacity` places, at least one.
    pub fn new(capacity: usize) -> Self {
        Self {
            capacity,
            items: Mutex::new(VecDeque::with_capacity(capacity)),
            item_added: Condvar::new(),
            place_freed: Condvar::new(),
        }
    }

    /// Puts an item behind the others; sleeps while every place is taken.
    pub fn put(&self, item: T) {
        let mut items = self.items.lock().unwrap();
        // A loop and not an `if`. Between the notification and the moment at
        // which the woken thread has the lock again, a third one may have come
        // and used the place; and `wait` may return for no reason at all.
        while items.len() == self.capacity {
            items = self.place_freed.wait(items).unwrap();
        }
        items.push_back(item);
        // One item is new, so one thread can go on: `notify_one`. It is sent
        // for *every* item. To notify only when the buffer was empty before
        // looks like thrift and loses a wakeup: of two takers asleep, the
        // second is not told of the second item.
        self.item_added.notify_one();
    }

    /// Takes the oldest item; sleeps while there is none.
    pub fn take(&self) -> T {
        let mut items = self.items.lock().unwrap();
        loop {
            // The look and the taking are one step under one lock. Nobody can
            // empty the buffer in between.
            if let Some(item) = items.pop_front() {
                self.place_freed.notify_one();
                return item;
            }
            items = self.item_added.wait(items).unwrap();
        }
    }

    /// Takes all items, oldest first; does not wait for any.
    pub fn take_all(&self) -> Vec<T> {
        let all = self.items.lock().unwrap().drain(..).collect();
        // Here many places became free at once, so everybody who waits for one
        // can go on. `notify_one` would leave the others asleep before an empty
        // buffer.
        self.place_freed.notify_all();
        all
    }
}

// What it costs: every operation takes the same lock, so one at a time touches
// the buffer, on however many cores. A notification that finds nobody asleep
// costs a few nanoseconds; one that does is a call to the operating system.
