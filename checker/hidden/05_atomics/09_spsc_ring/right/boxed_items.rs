//! Items in boxes: a slot is a pointer, and says itself whether it is full.

use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};

pub struct Ring<T, const N: usize> {
    slots: [AtomicPtr<T>; N],
    first: usize,
    next: usize,
}

pub struct Producer<'a, T, const N: usize> {
    slots: &'a [AtomicPtr<T>; N],
    next: &'a mut usize,
    _items: std::marker::PhantomData<T>,
}

pub struct Consumer<'a, T, const N: usize> {
    slots: &'a [AtomicPtr<T>; N],
    first: &'a mut usize,
    _items: std::marker::PhantomData<T>,
}

impl<T, const N: usize> Ring<T, N> {
    pub fn new() -> Self {
        Self { slots: [const { AtomicPtr::new(ptr::null_mut()) }; N], first: 0, next: 0 }
    }

    pub fn split(&mut self) -> (Producer<'_, T, N>, Consumer<'_, T, N>) {
        let Self { slots, first, next } = self;
        let _items = std::marker::PhantomData;
        (Producer { slots, next, _items }, Consumer { slots, first, _items })
    }
}

impl<T, const N: usize> Default for Ring<T, N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T, const N: usize> Producer<'_, T, N> {
    pub fn push(&mut self, item: T) -> Result<(), T> {
        let slot = &self.slots[*self.next % N];
        if !slot.load(Ordering::Relaxed).is_null() {
            return Err(item);
        }
        slot.store(Box::into_raw(Box::new(item)), Ordering::Release);
        *self.next += 1;
        Ok(())
    }
}

impl<T, const N: usize> Consumer<'_, T, N> {
    pub fn pop(&mut self) -> Option<T> {
        let slot = &self.slots[*self.first % N];
        let item = slot.swap(ptr::null_mut(), Ordering::Acquire);
        if item.is_null() {
            return None;
        }
        *self.first += 1;
        Some(*unsafe { Box::from_raw(item) })
    }
}

impl<T, const N: usize> Drop for Ring<T, N> {
    fn drop(&mut self) {
        for slot in &mut self.slots {
            let item = *slot.get_mut();
            if !item.is_null() {
                drop(unsafe { Box::from_raw(item) });
            }
        }
    }
}
