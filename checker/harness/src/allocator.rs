//! The heap limit: an allocator that counts and ends the process in time.
//!
//! Counting must not serialise programs whose speed is measured, so each
//! thread adds to one of a few counters, and the sum is taken only when a
//! counter has moved on by [`STRIDE`].

use crate::channel;
#[cfg(feature = "model")]
use engine::memory::heap;
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};

/// How far one counter moves between two looks at the sum.
const STRIDE: i64 = 1 << 20;

/// A counter on cache lines of its own.
#[repr(align(128))]
struct Stripe(AtomicI64);

static STRIPES: [Stripe; 16] = [const { Stripe(AtomicI64::new(0)) }; 16];
static LIMIT: AtomicI64 = AtomicI64::new(i64::MAX);
static THREADS: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    static MINE: Cell<Option<&'static Stripe>> = const { Cell::new(None) };
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

struct Counting;

/// Sets the limit; from here on, asking for more ends the process.
pub fn limit(mib: u64) {
    let bytes = mib.saturating_mul(1 << 20);
    LIMIT.store(i64::try_from(bytes).unwrap_or(i64::MAX), Ordering::Relaxed);
}

/// Lifts the limit, so that what was found can be told.
pub fn lift_limit() {
    LIMIT.store(i64::MAX, Ordering::Relaxed);
}

// SAFETY: every call is passed on to the system allocator unchanged; the
// counting around it touches atomics and a destructor-free thread-local.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        took(layout.size());
        // SAFETY: the caller's promises are those `System` asks for.
        let pointer = unsafe { System.alloc(layout) };
        #[cfg(feature = "model")]
        // SAFETY: the block was just made, with this layout.
        unsafe {
            heap::allocated(pointer, layout, false);
        }
        pointer
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        gave_back(layout.size());
        #[cfg(feature = "model")]
        if heap::freed(pointer) {
            return;
        }
        // SAFETY: as above.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        took(layout.size());
        // SAFETY: as above.
        let pointer = unsafe { System.alloc_zeroed(layout) };
        #[cfg(feature = "model")]
        // SAFETY: the block was just made, with this layout.
        unsafe {
            heap::allocated(pointer, layout, true);
        }
        pointer
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        #[cfg(feature = "model")]
        if heap::must_move(pointer) {
            // SAFETY: as above; a size that makes a layout is the caller's promise.
            return unsafe { self.realloc_by_moving(pointer, layout, size) };
        }
        gave_back(layout.size());
        took(size);
        // SAFETY: as above.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[cfg(feature = "model")]
impl Counting {
    /// What `realloc` does where it cannot grow in place.
    unsafe fn realloc_by_moving(&self, from: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the promises of `realloc`.
        unsafe {
            let new = Layout::from_size_align_unchecked(size, layout.align());
            let to = self.alloc(new);
            if !to.is_null() {
                to.copy_from_nonoverlapping(from, size.min(layout.size()));
                self.dealloc(from, layout);
            }
            to
        }
    }
}

fn took(size: usize) {
    let size = signed(size);
    let before = mine().0.fetch_add(size, Ordering::Relaxed);
    let crossed = before.div_euclid(STRIDE) != before.wrapping_add(size).div_euclid(STRIDE);
    if crossed && held() > LIMIT.load(Ordering::Relaxed) {
        lift_limit();
        channel::out_of_memory();
    }
}

fn gave_back(size: usize) {
    mine().0.fetch_sub(signed(size), Ordering::Relaxed);
}

/// Bytes held by the whole program.
fn held() -> i64 {
    STRIPES.iter().fold(0, |sum, stripe| sum.saturating_add(stripe.0.load(Ordering::Relaxed)))
}

fn mine() -> &'static Stripe {
    MINE.with(|mine| {
        mine.get().unwrap_or_else(|| {
            let stripe = &STRIPES[THREADS.fetch_add(1, Ordering::Relaxed) % STRIPES.len()];
            mine.set(Some(stripe));
            stripe
        })
    })
}

fn signed(size: usize) -> i64 {
    i64::try_from(size).expect("a layout is at most isize::MAX bytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_thread_takes_another_may_give_back() {
        let before = held();
        let big = vec![0_u8; 64 << 20];
        assert!(held() - before >= 60 << 20);
        std::thread::spawn(move || drop(big)).join().unwrap();
        assert!(held() - before < 4 << 20, "{}", held() - before);
    }
}
