//@ caught-by: model
//@ because: stale read
//! A fence, but one that lets later loads go first.

use std::cell::UnsafeCell;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicBool, Ordering, fence};

pub struct Tunnel<T> {
    north_lamp: AtomicBool,
    south_lamp: AtomicBool,
    log: UnsafeCell<T>,
}

unsafe impl<T: Send> Sync for Tunnel<T> {}

pub struct End<'a, T> {
    tunnel: &'a Tunnel<T>,
    own: &'a AtomicBool,
    other: &'a AtomicBool,
}

pub struct Inside<'a, T> {
    log: &'a mut T,
    own: &'a AtomicBool,
}

impl<T> Tunnel<T> {
    pub fn new(log: T) -> Self {
        Self {
            north_lamp: AtomicBool::new(false),
            south_lamp: AtomicBool::new(false),
            log: UnsafeCell::new(log),
        }
    }

    pub fn ends(&mut self) -> (End<'_, T>, End<'_, T>) {
        let tunnel = &*self;
        let (north, south) = (&tunnel.north_lamp, &tunnel.south_lamp);
        (End { tunnel, own: north, other: south }, End { tunnel, own: south, other: north })
    }
}

impl<T> End<'_, T> {
    pub fn try_enter(&mut self) -> Option<Inside<'_, T>> {
        self.own.store(true, Ordering::Relaxed);
        fence(Ordering::AcqRel);
        if self.other.load(Ordering::Acquire) {
            self.own.store(false, Ordering::Relaxed);
            return None;
        }
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
    fn drop(&mut self) {
        self.own.store(false, Ordering::Release);
    }
}
