//! A lock for many readers or one writer.

use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What `inside` says while a writer is there. No number of readers is as large.
const WRITER: usize = usize::MAX;

/// A value that many may look at, or one may change.
pub struct TinyRwLock<T> {
    // One word for both kinds of visitors. With two, a count and a flag, each
    // side looks at one and changes the other, and two operations are no one
    // step: something fits between. It can be made right, with SeqCst, and with
    // a second look after the change. One word needs neither.
    /// How many readers are inside, or `WRITER`.
    inside: AtomicUsize,
    value: UnsafeCell<T>,
}

// SAFETY: readers on several threads have a `&T` at the same time, so `T: Sync`.
// A writer has a `&mut T` on its thread and can put another value in its place
// and take this one away, so `T: Send`.
unsafe impl<T: Send + Sync> Sync for TinyRwLock<T> {}

impl<T> TinyRwLock<T> {
    /// A lock with nobody inside.
    pub fn new(value: T) -> Self {
        Self { inside: AtomicUsize::new(0), value: UnsafeCell::new(value) }
    }

    /// Calls `look` when no writer is inside, together with other readers.
    pub fn read<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        // Relaxed suffices for a first guess: the exchange below tells whether
        // it was right.
        let mut inside = self.inside.load(Ordering::Relaxed);
        loop {
            if inside == WRITER {
                spin_loop();
                inside = self.inside.load(Ordering::Relaxed);
                continue;
            }
            // To look and to count is one step: the exchange fails if anything
            // has changed since. A `fetch_add` would count without looking.
            //
            // Acquire pairs with the Release of the writer that left. Other
            // readers may have come in between; what they do is a
            // read-modify-write, which carries the writer's Release on.
            //
            // A weak exchange may fail for no reason, and is cheaper in a loop
            // on some processors.
            let more = inside + 1;
            match self.inside.compare_exchange_weak(
                inside,
                more,
                Ordering::Acquire,
                Ordering::Relaxed,
            ) {
                Ok(_) => break,
                Err(newer) => inside = newer,
            }
        }
        let _leaves = Reader(&self.inside);
        // SAFETY: this reader is counted, so no writer gets in before it leaves;
        // others who are inside are readers, and have a `&T` as well.
        look(unsafe { &*self.value.get() })
    }

    /// Calls `change` when nobody else is inside.
    pub fn write<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        // Acquire pairs with the Release of the last writer and of every reader
        // that left since: not only must this thread see what was written, it
        // must also not write while somebody still reads.
        while self
            .inside
            .compare_exchange_weak(0, WRITER, Ordering::Acquire, Ordering::Relaxed)
            .is_err()
        {
            spin_loop();
        }
        let _leaves = Writer(&self.inside);
        // SAFETY: it was 0 and is `WRITER`, so nobody else is inside or gets in.
        change(unsafe { &mut *self.value.get() })
    }
}

// Both leave when they are dropped: at the end of the call, and when it panics.

/// A reader that is inside.
struct Reader<'a>(&'a AtomicUsize);

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        // Release pairs with the Acquire in `write`. A reader publishes nothing,
        // and yet it is needed: what it has read was read before this line.
        self.0.fetch_sub(1, Ordering::Release);
    }
}

/// The writer that is inside.
struct Writer<'a>(&'a AtomicUsize);

impl Drop for Writer<'_> {
    fn drop(&mut self) {
        // Release pairs with the Acquire of whoever gets in next. A plain store:
        // nobody else changes the word while it says `WRITER`.
        self.0.store(0, Ordering::Release);
    }
}

// What it costs: a reader writes to the word twice, so forty readers on forty
// cores pass its cache line around. Where looking is short, a mutex is as quick.
// A writer that finds readers again and again never gets in; a bit for "a writer
// waits", which keeps new readers out, would change that.
