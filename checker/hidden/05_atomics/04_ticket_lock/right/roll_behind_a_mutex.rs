//! A `Mutex` around the roll, and one around the display.

use std::cell::UnsafeCell;
use std::ops::{Deref, DerefMut};
use std::sync::Mutex;
use std::thread;

pub struct TicketLock<T> {
    next: Mutex<u64>,
    serving: Mutex<u64>,
    value: UnsafeCell<T>,
}

unsafe impl<T: Send> Sync for TicketLock<T> {}

impl<T> TicketLock<T> {
    pub const fn new(value: T) -> Self {
        Self { next: Mutex::new(0), serving: Mutex::new(0), value: UnsafeCell::new(value) }
    }

    pub fn lock(&self) -> Turn<'_, T> {
        let ticket = {
            let mut next = self.next.lock().unwrap();
            *next += 1;
            *next - 1
        };
        while *self.serving.lock().unwrap() != ticket {
            thread::yield_now();
        }
        Turn { lock: self }
    }

    pub fn drawn(&self) -> u64 {
        *self.next.lock().unwrap()
    }
}

pub struct Turn<'a, T> {
    lock: &'a TicketLock<T>,
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
        *self.lock.serving.lock().unwrap() += 1;
    }
}
