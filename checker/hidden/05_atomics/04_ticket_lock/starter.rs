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
    pub const fn new(value: T) -> Self {
        Self { next: AtomicU64::new(0), serving: AtomicU64::new(0), value: UnsafeCell::new(value) }
    }

    /// Draws a ticket and waits for its turn.
    pub fn lock(&self) -> Turn<'_, T> {
        // TODO: give everybody a number of their own.
        let ticket = self.next.load(Ordering::Relaxed);
        self.next.store(ticket + 1, Ordering::Relaxed);
        // TODO: let nobody be served before the one in front is done.
        while self.serving.load(Ordering::Relaxed) != ticket {
            spin_loop();
        }
        Turn { lock: self, ticket }
    }

    /// How many tickets have been drawn so far.
    pub fn drawn(&self) -> u64 {
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
        // TODO: let the next one see that it is their turn, and what this one did.
        self.lock.serving.store(self.ticket + 1, Ordering::Relaxed);
    }
}
