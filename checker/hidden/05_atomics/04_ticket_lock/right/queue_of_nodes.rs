//! No numbers: everybody watches the node of the one in front (a CLH lock).

use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::ops::{Deref, DerefMut};
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicU64, Ordering};

/// Whether its customer is done.
type Node = AtomicBool;

pub struct TicketLock<T> {
    last: AtomicPtr<Node>,
    drawn: AtomicU64,
    value: UnsafeCell<T>,
}

unsafe impl<T: Send> Sync for TicketLock<T> {}
unsafe impl<T: Send> Send for TicketLock<T> {}

impl<T> TicketLock<T> {
    pub const fn new(value: T) -> Self {
        Self {
            last: AtomicPtr::new(ptr::null_mut()),
            drawn: AtomicU64::new(0),
            value: UnsafeCell::new(value),
        }
    }

    pub fn lock(&self) -> Turn<'_, T> {
        let node = Box::into_raw(Box::new(AtomicBool::new(false)));
        let before = self.last.swap(node, Ordering::AcqRel);
        // Counted only once the place in the queue is certain.
        self.drawn.fetch_add(1, Ordering::Relaxed);
        if !before.is_null() {
            while !unsafe { &*before }.load(Ordering::Acquire) {
                spin_loop();
            }
            // Nobody else watches that node.
            drop(unsafe { Box::from_raw(before) });
        }
        Turn { lock: self, node }
    }

    pub fn drawn(&self) -> u64 {
        self.drawn.load(Ordering::Relaxed)
    }
}

impl<T> Drop for TicketLock<T> {
    fn drop(&mut self) {
        let last = *self.last.get_mut();
        if !last.is_null() {
            drop(unsafe { Box::from_raw(last) });
        }
    }
}

pub struct Turn<'a, T> {
    lock: &'a TicketLock<T>,
    node: *const Node,
}

unsafe impl<T: Sync> Sync for Turn<'_, T> {}

impl<T> Deref for Turn<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        unsafe { &*self.lock.value.get() }
    }
}

impl<T> DerefMut for Turn<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        unsafe { &mut *self.lock.value.get() }
    }
}

impl<T> Drop for Turn<'_, T> {
    fn drop(&mut self) {
        unsafe { &*self.node }.store(true, Ordering::Release);
    }
}
