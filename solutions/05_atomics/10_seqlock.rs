//! A position that one thread writes and any number of threads read.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering, fence};

/// Where the ship is, in billionths of a degree.
pub struct Position {
    /// Odd while a write is going on; two more after each write.
    sequence: AtomicU64,
    latitude: AtomicI64,
    longitude: AtomicI64,
}

impl Position {
    /// A position that is known from the beginning.
    pub fn new(latitude: i64, longitude: i64) -> Self {
        Self {
            sequence: AtomicU64::new(0),
            latitude: AtomicI64::new(latitude),
            longitude: AtomicI64::new(longitude),
        }
    }

    /// Sets both; called by one thread at a time.
    pub fn write(&self, latitude: i64, longitude: i64) {
        // Relaxed suffices: one thread writes at a time, and the write before
        // this one happens before it.
        let sequence = self.sequence.load(Ordering::Relaxed);
        // Relaxed suffices, because of the fence. Release on this store is the
        // obvious other answer: it keeps back what comes *before* the store.
        // What must not get past it here comes after it.
        self.sequence.store(sequence + 1, Ordering::Relaxed);
        // Release pairs with the Acquire fence in `try_read`. If a reader gets
        // to see one of the two values below, then whatever it loads after its
        // fence is no older than the odd number above: it will notice.
        fence(Ordering::Release);
        // Relaxed suffices: the fence above and the store below order them, and
        // which of the two comes first is nobody's business.
        self.latitude.store(latitude, Ordering::Relaxed);
        self.longitude.store(longitude, Ordering::Relaxed);
        // Release pairs with the first load in `try_read`: who sees the even
        // number sees both values.
        self.sequence.store(sequence + 2, Ordering::Release);
    }

    /// Latitude and longitude as they were set together, or `None` if a write
    /// came in between.
    pub fn try_read(&self) -> Option<(i64, i64)> {
        // Acquire pairs with the last store in `write`: the values below are no
        // older than the number.
        let before = self.sequence.load(Ordering::Acquire);
        // Relaxed suffices: they may be newer than the number, or one of them
        // may. That is what the second look is for.
        let latitude = self.latitude.load(Ordering::Relaxed);
        let longitude = self.longitude.load(Ordering::Relaxed);
        // Acquire pairs with the Release fence in `write`: if one of the loads
        // above has seen a new value, the load below sees the odd number or a
        // later one. Acquire on that load instead would keep it before what
        // comes after it, and that is nothing.
        fence(Ordering::Acquire);
        // Relaxed suffices, because of the fence.
        let after = self.sequence.load(Ordering::Relaxed);
        // Both tests are needed: a reader that comes and goes in the middle of a
        // write finds the same odd number twice.
        (before == after && before.is_multiple_of(2)).then_some((latitude, longitude))
    }
}

// What it costs: a read is four loads and no store, so any number of readers
// share the cache line until the next write. On x86 neither fence is an
// instruction. The price is paid by readers who come during a write: they have
// to try again, and a writer that never rests keeps them out for ever.
