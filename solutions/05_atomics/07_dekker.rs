//! A tunnel with a single track and a lamp at each end.

use std::cell::UnsafeCell;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicBool, Ordering, fence};

/// A tunnel, and the log of its track.
pub struct Tunnel<T> {
    /// Whether the lamp in the north is lit.
    north_lamp: AtomicBool,
    /// Whether the lamp in the south is lit.
    south_lamp: AtomicBool,
    log: UnsafeCell<T>,
}

// SAFETY: the log is reached by the one end that is inside, from its thread. It
// goes from thread to thread, so `T: Send`; nobody shares it, so `T: Sync` is
// not needed.
unsafe impl<T: Send> Sync for Tunnel<T> {}

/// One of the two ends.
pub struct End<'a, T> {
    tunnel: &'a Tunnel<T>,
    own: &'a AtomicBool,
    other: &'a AtomicBool,
}

/// Somebody is in the tunnel, until this is dropped.
pub struct Inside<'a, T> {
    log: &'a mut T,
    own: &'a AtomicBool,
}

impl<T> Tunnel<T> {
    /// An empty tunnel, both lamps dark.
    pub fn new(log: T) -> Self {
        Self {
            north_lamp: AtomicBool::new(false),
            south_lamp: AtomicBool::new(false),
            log: UnsafeCell::new(log),
        }
    }

    /// Its ends, north and south.
    pub fn ends(&mut self) -> (End<'_, T>, End<'_, T>) {
        let tunnel = &*self;
        let (north, south) = (&tunnel.north_lamp, &tunnel.south_lamp);
        (End { tunnel, own: north, other: south }, End { tunnel, own: south, other: north })
    }
}

impl<T> End<'_, T> {
    /// Goes in, unless the other end is inside or trying.
    pub fn try_enter(&mut self) -> Option<Inside<'_, T>> {
        // Relaxed suffices: this store tells the other end to stay out and
        // publishes nothing. The fence below sees to it that it is told in time.
        self.own.store(true, Ordering::Relaxed);
        // SeqCst pairs with the SeqCst fence of the other end. All such fences
        // have one order. If ours is the second of the two, the load below sees
        // the store that came before the first; if it is the first, the other's
        // load sees ours. So of two who try, one at least sees a lit lamp.
        //
        // Release and Acquire, the obvious other answer, cannot do it. They
        // order a store after what came *before* it and a load before what
        // comes *after* it. A store and then a load of something else is the
        // one order they say nothing about. SeqCst on the store and on the load
        // would be as right as the fence, on both ends: a store here and a
        // load there that are weaker are not part of the one order.
        fence(Ordering::SeqCst);
        // Acquire pairs with the Release in `drop`: whoever finds the lamp dark
        // because the other end has left sees what was written inside.
        if self.other.load(Ordering::Acquire) {
            // Relaxed suffices: this end has written nothing that the other one
            // would want to see.
            self.own.store(false, Ordering::Relaxed);
            return None;
        }
        // SAFETY: whoever is inside has its lamp lit and saw the other's dark, by
        // the above not both. This end cannot be inside already, for `Inside`
        // borrows it exclusively.
        let log = unsafe { &mut *self.tunnel.log.get() };
        Some(Inside { log, own: self.own })
    }
}

impl<T> Deref for Inside<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.log
    }
}

impl<T> DerefMut for Inside<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.log
    }
}

impl<T> Drop for Inside<'_, T> {
    /// Leaves the tunnel.
    fn drop(&mut self) {
        // Release pairs with the Acquire in `try_enter` of the other end. The
        // next one from this end needs no pair: it has this end's `&mut`.
        self.own.store(false, Ordering::Release);
    }
}

// What it costs: a SeqCst fence waits until the store buffer is empty, about
// twenty nanoseconds, as much as a read-modify-write. So a compare-exchange on
// one word would cost no more and do the same for any number of ends. What is
// left of Dekker's idea is where each side may only write its own word: hazard
// pointers, work-stealing deques and read-copy-update all have this fence.
