//! Stand-in for `crossbeam::queue`: both queues are channels without ends.

use engine::Place;
use engine::channel::{Channel, Patience};
use std::fmt;
use std::panic::{Location, RefUnwindSafe, UnwindSafe};

pub struct SegQueue<T>(Channel<T>);

pub struct ArrayQueue<T>(Channel<T>);

macro_rules! queue {
    ($queue:ident) => {
        // SAFETY: a model runs on one operating-system thread; only values are
        // handed from thread to thread.
        unsafe impl<T: Send> Send for $queue<T> {}
        // SAFETY: as above.
        unsafe impl<T: Send> Sync for $queue<T> {}
        impl<T> UnwindSafe for $queue<T> {}
        impl<T> RefUnwindSafe for $queue<T> {}

        impl<T> $queue<T> {
            #[track_caller]
            pub fn pop(&self) -> Option<T> {
                self.0.receive("pop", Patience::None, Location::caller()).ok()
            }

            /// Exclusive access makes no step less.
            #[track_caller]
            pub fn pop_mut(&mut self) -> Option<T> {
                self.pop()
            }

            #[track_caller]
            pub fn is_empty(&self) -> bool {
                self.0.len("is_empty", Location::caller()) == 0
            }

            #[track_caller]
            pub fn len(&self) -> usize {
                self.0.len("len", Location::caller())
            }
        }

        impl<T> fmt::Debug for $queue<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(concat!(stringify!($queue), " { .. }"))
            }
        }

        impl<T> IntoIterator for $queue<T> {
            type Item = T;
            type IntoIter = IntoIter<T>;

            #[track_caller]
            fn into_iter(self) -> IntoIter<T> {
                IntoIter { queue: self.0, place: Location::caller() }
            }
        }
    };
}
queue!(SegQueue);
queue!(ArrayQueue);

impl<T> SegQueue<T> {
    #[must_use]
    #[track_caller]
    pub const fn new() -> Self {
        Self(Channel::named("SegQueue", None, Location::caller()))
    }

    #[track_caller]
    pub fn push(&self, value: T) {
        let pushed = self.0.send("push", value, Patience::None, Location::caller());
        debug_assert!(pushed.is_ok(), "there is always room");
    }
}

impl<T> SegQueue<T> {
    #[track_caller]
    pub fn push_mut(&mut self, value: T) {
        self.push(value);
    }
}

impl<T> Default for SegQueue<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

impl<T> ArrayQueue<T> {
    /// # Panics
    ///
    /// As the original, if `cap` is zero.
    #[must_use]
    #[track_caller]
    pub fn new(cap: usize) -> Self {
        assert!(cap > 0, "capacity must be non-zero");
        Self(Channel::named("ArrayQueue", Some(cap), Location::caller()))
    }

    /// # Errors
    ///
    /// The value, where the queue is full.
    #[track_caller]
    pub fn push(&self, value: T) -> Result<(), T> {
        self.0.send("push", value, Patience::None, Location::caller()).map_err(|(value, _)| value)
    }

    /// # Errors
    ///
    /// The value, where the queue is full.
    #[track_caller]
    pub fn push_mut(&mut self, value: T) -> Result<(), T> {
        self.push(value)
    }

    /// Returns the oldest value where the queue was full.
    #[track_caller]
    pub fn force_push(&self, value: T) -> Option<T> {
        self.0.push_out("force_push", value, Location::caller())
    }

    pub fn capacity(&self) -> usize {
        self.0.capacity().expect("made with a capacity")
    }

    #[track_caller]
    pub fn is_full(&self) -> bool {
        self.0.len("is_full", Location::caller()) == self.capacity()
    }
}

pub struct IntoIter<T> {
    queue: Channel<T>,
    place: Place,
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.queue.receive("pop", Patience::None, self.place).ok()
    }
}

impl<T> fmt::Debug for IntoIter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IntoIter").finish_non_exhaustive()
    }
}
