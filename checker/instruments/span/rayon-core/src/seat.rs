//! The worker that the calling thread is taken for.

use std::cell::Cell;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// A worker of a pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    pub pool: Pool,
    pub index: usize,
}

/// A pool, of which there is nothing but its number and its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pool {
    number: usize,
    pub size: usize,
}

/// Size of the global pool, if it was asked for one.
pub static GLOBAL: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    static SEAT: Cell<Option<Seat>> = const { Cell::new(None) };
}

impl Pool {
    pub fn new(size: usize) -> Self {
        static POOLS: AtomicUsize = AtomicUsize::new(1);
        Self { number: POOLS.fetch_add(1, Relaxed), size }
    }

    fn global() -> Self {
        let size = match GLOBAL.load(Relaxed) {
            0 => strands::MADE_UP_CORES,
            size => size,
        };
        Self { number: 0, size }
    }

    /// The pool that the calling thread is in; outside of any, the global one.
    pub fn current() -> Self {
        current().map_or_else(Self::global, |seat| seat.pool)
    }

    /// Does this as worker `index` of the pool.
    pub fn at<R>(self, index: usize, work: impl FnOnce() -> R) -> R {
        struct Back(Option<Seat>);
        impl Drop for Back {
            fn drop(&mut self) {
                SEAT.set(self.0);
            }
        }
        let _back = Back(SEAT.replace(Some(Seat { pool: self, index })));
        work()
    }

    /// Does this as a worker of the pool: the present one, if it is of it.
    pub fn within<R>(self, work: impl FnOnce() -> R) -> R {
        let own = current().filter(|seat| seat.pool == self);
        self.at(own.map_or(0, |seat| seat.index), work)
    }
}

pub fn current() -> Option<Seat> {
    SEAT.get()
}
