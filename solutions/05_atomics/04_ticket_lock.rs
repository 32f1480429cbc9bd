//! A lock that serves in the order of arrival.

use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicU64, Ordering};

/// A value that one thread at a time may use, in the order of their tickets.
pub struct TicketLock<T> {
    /// The number on the next ticket of the roll.
    next: AtomicU64,
    /// The number on the display.
    serving: AtomicU64,
    value: UnsafeCell<T>,
}

// SAFETY: the lock gives its value to one thread after the other, never to two.
unsafe impl<T: Send> Sync for TicketLock<T> {}

impl<T> TicketLock<T> {
    /// A free lock around a value.
    //
    // Numbers of 64 bits never run out: at a turn each nanosecond they last for
    // 584 years. With 16 bits, `ticket + 1` would panic after 65 535 turns, and
    // `wrapping_add` would be needed; it is right as long as fewer than 65 536
    // customers wait at once.
    pub const fn new(value: T) -> Self {
        Self { next: AtomicU64::new(0), serving: AtomicU64::new(0), value: UnsafeCell::new(value) }
    }

    /// Draws a ticket and waits for its turn.
    pub fn lock(&self) -> Turn<'_, T> {
        // One operation, so that everybody has a number of their own. A load and
        // a store would give two customers the same one.
        //
        // Relaxed suffices: who draws learns nothing from it but a number. What
        // earlier customers did is passed on at the counter, not at the door.
        let ticket = self.next.fetch_add(1, Ordering::Relaxed);

        // Acquire pairs with the Release in `drop`: whoever reads their number
        // from the display sees what the customer before has done. That one had
        // seen what was done before, and so on back to the first.
        //
        // A load, no exchange: the number can be shown to one customer only, so
        // there is nothing to win. That is what fairness costs nothing.
        while self.serving.load(Ordering::Acquire) != ticket {
            spin_loop();
        }
        Turn { lock: self, ticket }
    }

    /// How many tickets have been drawn so far.
    pub fn drawn(&self) -> u64 {
        // Relaxed suffices: if this reads a number, the ticket of a `fetch_add`
        // that comes later in this thread is not lower. One atomic does not go
        // back.
        self.next.load(Ordering::Relaxed)
    }
}

/// The turn at the counter, until it is dropped.
pub struct Turn<'a, T> {
    lock: &'a TicketLock<T>,
    ticket: u64,
}

// SAFETY: a shared turn gives a `&T` and nothing else.
unsafe impl<T: Sync> Sync for Turn<'_, T> {}

impl<T> Deref for Turn<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: while this turn lasts, nobody else has one.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T> DerefMut for Turn<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: while this turn lasts, nobody else has one, and it is borrowed.
        unsafe { &mut *self.lock.value.get() }
    }
}

impl<T> Drop for Turn<'_, T> {
    fn drop(&mut self) {
        // Release pairs with the Acquire in `lock`. A store suffices: nobody
        // else writes to the display while this turn lasts. `fetch_add` would
        // be right as well and costs a locked instruction.
        self.lock.serving.store(self.ticket + 1, Ordering::Release);
    }
}

// What it costs: the next customer must be awake. If the system has taken the
// core from the one whose number is up, everybody behind waits for that thread
// to come back, where a spin lock would let another one in. With more threads
// than cores, fairness is slow.
