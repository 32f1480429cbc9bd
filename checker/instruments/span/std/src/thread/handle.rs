//! Stand-in for `std::thread::{JoinHandle, ScopedJoinHandle}`.

use ::std::fmt;
use ::std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use ::std::sync::{Arc, OnceLock};
use ::std::thread::{self, Result, Thread};
use strands::{Fork, Moment};

/// A thread that was forked, known to itself and to whoever may join it.
#[derive(Clone)]
pub(super) struct Forked(Arc<Ends>);

struct Ends {
    start: Moment,
    end: OnceLock<Moment>,
    joined: AtomicBool,
}

impl Forked {
    /// Forked here, by the calling thread.
    pub(super) fn now() -> Self {
        let start = strands::fork(Fork::Thread);
        Self(Arc::new(Ends { start, end: OnceLock::new(), joined: AtomicBool::new(false) }))
    }

    /// What the thread does.
    pub(super) fn body<T, F: FnOnce() -> T>(&self, f: F) -> impl FnOnce() -> T + use<T, F> {
        let ends = AtItsEnd(Arc::clone(&self.0));
        move || {
            let ends = ends;
            strands::begin(ends.0.start);
            f()
        }
    }

    /// The calling thread has waited for it.
    pub(super) fn join(&self) {
        if let (false, Some(end)) = (self.0.joined.swap(true, Relaxed), self.0.end.get()) {
            strands::join(*end);
        }
    }
}

/// Says where a thread ended, also if it panicked.
struct AtItsEnd(Arc<Ends>);

impl Drop for AtItsEnd {
    fn drop(&mut self) {
        let _ = self.0.end.set(strands::now());
    }
}

macro_rules! handles {
    ($Handle:ident $(, $scope:lifetime)?) => {
        pub struct $Handle<$($scope,)? T> {
            real: thread::$Handle<$($scope,)? T>,
            forked: Forked,
        }

        impl<$($scope,)? T> $Handle<$($scope,)? T> {
            pub(super) fn new(real: thread::$Handle<$($scope,)? T>, forked: Forked) -> Self {
                Self { real, forked }
            }

            #[must_use]
            pub fn thread(&self) -> &Thread {
                self.real.thread()
            }

            /// # Errors
            ///
            /// The payload of the panic in which the thread ended.
            pub fn join(self) -> Result<T> {
                let result = self.real.join();
                self.forked.join();
                result
            }

            #[must_use]
            pub fn is_finished(&self) -> bool {
                self.real.is_finished()
            }
        }

        impl<$($scope,)? T> fmt::Debug for $Handle<$($scope,)? T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($Handle)).finish_non_exhaustive()
            }
        }
    };
}

handles!(JoinHandle);
handles!(ScopedJoinHandle, 'scope);
