//! A tunnel with a single track and a lamp at each end.

use std::cell::UnsafeCell;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicBool, Ordering};

/// A tunnel, and the log of its track.
pub struct Tunnel<T> {
    /// Whether the lamp in the north is lit.
    north_lamp: AtomicBool,
    /// Whether the lamp in the south is lit.
    south_lamp: AtomicBool,
    log: UnsafeCell<T>,
}

// SAFETY: the log is reached by the one end that is inside, from its thread.
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
        // TODO: of two who come at the same time, one at least sees the other's lamp.
        self.own.store(true, Ordering::Release);
        if self.other.load(Ordering::Acquire) {
            self.own.store(false, Ordering::Release);
            return None;
        }
        // SAFETY: nobody else is inside.
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
        self.own.store(false, Ordering::Release);
    }
}
