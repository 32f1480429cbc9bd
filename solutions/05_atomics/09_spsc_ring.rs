//! A ring of slots between one producer and one consumer.

use crossbeam::utils::CachePadded;
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Room for `N` items.
pub struct Ring<T, const N: usize> {
    // Two counts that only grow, and not two positions: with positions in
    // `0..N` an empty ring and a full one look the same, and one slot would
    // have to stay empty to tell them apart. At a billion items a second a
    // 64-bit count lasts for five hundred years.
    //
    // Each on a cache line of its own: the one end writes `tail` all the time,
    // the other one `head`, and neither shall take the line from the other.
    /// Items popped so far; the oldest one is in slot `head % N`.
    head: CachePadded<AtomicUsize>,
    /// Items pushed so far; the next one goes into slot `tail % N`.
    tail: CachePadded<AtomicUsize>,
    // Slots `head..tail` (each modulo `N`) hold an item and are the consumer's;
    // the others hold none and are the producer's. This is what every SAFETY
    // comment below rests on.
    slots: [UnsafeCell<MaybeUninit<T>>; N],
}

// SAFETY: the ends share a `&Ring`, and through it items go from one thread to
// another: they are sent, so `T: Send`. No two threads ever look at the same
// item at the same time, so `T: Sync` is not needed.
unsafe impl<T: Send, const N: usize> Sync for Ring<T, N> {}

/// The end that items go into.
pub struct Producer<'a, T, const N: usize> {
    ring: &'a Ring<T, N>,
}

/// The end that items come out of.
pub struct Consumer<'a, T, const N: usize> {
    ring: &'a Ring<T, N>,
}

impl<T, const N: usize> Ring<T, N> {
    /// An empty ring.
    pub fn new() -> Self {
        Self {
            head: CachePadded::new(AtomicUsize::new(0)),
            tail: CachePadded::new(AtomicUsize::new(0)),
            slots: std::array::from_fn(|_| UnsafeCell::new(MaybeUninit::uninit())),
        }
    }

    /// Its two ends.
    // `&mut self` is what makes "one producer" a fact: while the ends are
    // alive, nobody can get a second pair.
    pub fn split(&mut self) -> (Producer<'_, T, N>, Consumer<'_, T, N>) {
        let ring = &*self;
        (Producer { ring }, Consumer { ring })
    }
}

impl<T, const N: usize> Default for Ring<T, N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T, const N: usize> Producer<'_, T, N> {
    /// Puts an item in, or gives it back if the ring is full.
    pub fn push(&mut self, item: T) -> Result<(), T> {
        // Relaxed suffices: nobody but this end writes `tail`.
        let tail = self.ring.tail.load(Ordering::Relaxed);
        // Acquire pairs with the Release in `pop`: the consumer has read the
        // item out of the slot before this end writes the next one into it.
        // This is the pair that is forgotten most, as nothing seems to be
        // published here. What is published is that a slot is free.
        let head = self.ring.head.load(Ordering::Acquire);
        if tail - head == N {
            return Err(item);
        }
        // SAFETY: `tail - head < N`, so this slot holds no item and is ours. A
        // stale `head` is too small and makes the ring look fuller than it is,
        // never emptier.
        unsafe { (*self.ring.slots[tail % N].get()).write(item) };
        // Release pairs with the Acquire in `pop`: whoever sees the new `tail`
        // sees the item. It has to come after the write; a store that comes
        // first publishes a slot with nothing in it.
        self.ring.tail.store(tail + 1, Ordering::Release);
        Ok(())
    }
}

impl<T, const N: usize> Consumer<'_, T, N> {
    /// Takes the oldest item out, or `None` if there is none.
    pub fn pop(&mut self) -> Option<T> {
        // Relaxed suffices: nobody but this end writes `head`.
        let head = self.ring.head.load(Ordering::Relaxed);
        // Acquire pairs with the Release in `push`: the item is in the slot.
        let tail = self.ring.tail.load(Ordering::Acquire);
        if head == tail {
            return None;
        }
        // SAFETY: `head < tail`, so the slot holds an item, which `push` has
        // finished writing. It is read once: `head` moves on below.
        let item = unsafe { (*self.ring.slots[head % N].get()).assume_init_read() };
        // Release pairs with the Acquire in `push`: who sees the new `head` may
        // write into the slot, and the read above comes before that.
        self.ring.head.store(head + 1, Ordering::Release);
        Some(item)
    }
}

impl<T, const N: usize> Drop for Ring<T, N> {
    fn drop(&mut self) {
        // `MaybeUninit` drops nothing by itself. What is between `head` and
        // `tail` is popped and dropped; the other slots hold no item, and
        // dropping one of those would be dropping something twice.
        let (_, mut consumer) = self.split();
        while consumer.pop().is_some() {}
    }
}

// What it costs: a push is a load of a line that the other end writes, and a
// store to a line that the other end reads. No read-modify-write, for no word
// has two writers. An end that keeps the number it last saw of the other, and
// looks again only when that says "full" or "empty", saves most of the loads.
