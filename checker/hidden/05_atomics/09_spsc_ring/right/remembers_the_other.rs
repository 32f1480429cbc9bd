//! Each end keeps what it last saw of the other, and looks again only if it
//! must.

use crossbeam::utils::CachePadded;
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicUsize, Ordering};

type Slot<T> = UnsafeCell<MaybeUninit<T>>;

pub struct Ring<T, const N: usize> {
    slots: Box<[Slot<T>]>,
    popped: CachePadded<AtomicUsize>,
    pushed: CachePadded<AtomicUsize>,
}

pub struct Producer<'a, T, const N: usize> {
    ring: &'a Ring<T, N>,
    pushed: usize,
    popped_at_least: usize,
}

pub struct Consumer<'a, T, const N: usize> {
    ring: &'a Ring<T, N>,
    popped: usize,
    pushed_at_least: usize,
}

unsafe impl<T: Send, const N: usize> Send for Producer<'_, T, N> {}
unsafe impl<T: Send, const N: usize> Send for Consumer<'_, T, N> {}

impl<T, const N: usize> Ring<T, N> {
    pub fn new() -> Self {
        Self {
            slots: (0..N).map(|_| Slot::new(MaybeUninit::uninit())).collect(),
            popped: CachePadded::default(),
            pushed: CachePadded::default(),
        }
    }

    pub fn split(&mut self) -> (Producer<'_, T, N>, Consumer<'_, T, N>) {
        let (pushed, popped) = (*self.pushed.get_mut(), *self.popped.get_mut());
        let ring = &*self;
        (
            Producer { ring, pushed, popped_at_least: popped },
            Consumer { ring, popped, pushed_at_least: pushed },
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
        if self.pushed - self.popped_at_least == N {
            self.popped_at_least = self.ring.popped.load(Ordering::Acquire);
            if self.pushed - self.popped_at_least == N {
                return Err(item);
            }
        }
        let slot = self.ring.slots[self.pushed % N].get();
        unsafe { slot.write(MaybeUninit::new(item)) };
        self.pushed += 1;
        self.ring.pushed.store(self.pushed, Ordering::Release);
        Ok(())
    }
}

impl<T, const N: usize> Consumer<'_, T, N> {
    pub fn pop(&mut self) -> Option<T> {
        if self.popped == self.pushed_at_least {
            self.pushed_at_least = self.ring.pushed.load(Ordering::Acquire);
            if self.popped == self.pushed_at_least {
                return None;
            }
        }
        let slot = self.ring.slots[self.popped % N].get();
        let item = unsafe { slot.read().assume_init() };
        self.popped += 1;
        self.ring.popped.store(self.popped, Ordering::Release);
        Some(item)
    }
}

impl<T, const N: usize> Drop for Ring<T, N> {
    fn drop(&mut self) {
        for place in *self.popped.get_mut()..*self.pushed.get_mut() {
            unsafe { self.slots[place % N].get_mut().assume_init_drop() };
        }
    }
}
