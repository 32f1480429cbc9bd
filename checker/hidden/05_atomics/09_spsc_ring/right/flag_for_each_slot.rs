//! Each slot says itself whether it is full; the ends keep their own place.

use crossbeam::utils::CachePadded;
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};

struct Slot<T> {
    is_full: AtomicBool,
    item: UnsafeCell<Option<T>>,
}

pub struct Ring<T, const N: usize> {
    slots: [CachePadded<Slot<T>>; N],
    /// Where the ends of the last pair stood.
    next_in: usize,
    next_out: usize,
}

unsafe impl<T: Send> Sync for Slot<T> {}

pub struct Producer<'a, T, const N: usize> {
    slots: &'a [CachePadded<Slot<T>>; N],
    next: &'a mut usize,
}

pub struct Consumer<'a, T, const N: usize> {
    slots: &'a [CachePadded<Slot<T>>; N],
    next: &'a mut usize,
}

impl<T, const N: usize> Ring<T, N> {
    pub fn new() -> Self {
        let slot = || Slot { is_full: AtomicBool::new(false), item: UnsafeCell::new(None) };
        Self { slots: std::array::from_fn(|_| CachePadded::new(slot())), next_in: 0, next_out: 0 }
    }

    pub fn split(&mut self) -> (Producer<'_, T, N>, Consumer<'_, T, N>) {
        (
            Producer { slots: &self.slots, next: &mut self.next_in },
            Consumer { slots: &self.slots, next: &mut self.next_out },
        )
    }
}

impl<T, const N: usize> Default for Ring<T, N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T, const N: usize> Producer<'_, T, N> {
    pub fn push(&mut self, item: T) -> Result<(), T> {
        let slot = &self.slots[*self.next];
        if slot.is_full.load(Ordering::Acquire) {
            return Err(item);
        }
        unsafe { *slot.item.get() = Some(item) };
        slot.is_full.store(true, Ordering::Release);
        *self.next = (*self.next + 1) % N;
        Ok(())
    }
}

impl<T, const N: usize> Consumer<'_, T, N> {
    pub fn pop(&mut self) -> Option<T> {
        let slot = &self.slots[*self.next];
        if !slot.is_full.load(Ordering::Acquire) {
            return None;
        }
        let item = unsafe { (*slot.item.get()).take() };
        slot.is_full.store(false, Ordering::Release);
        *self.next = (*self.next + 1) % N;
        item
    }
}
