//! Stand-in for `std::sync::Once`.

use ::std::fmt;
use ::std::marker::PhantomData;
use ::std::panic::{Location, RefUnwindSafe, UnwindSafe};
use engine::Place;
use engine::cell::Cell;
use engine::once::{self, State};

pub struct Once(once::Once);

// SAFETY: a model runs on one operating-system thread.
unsafe impl Send for Once {}
// SAFETY: as above.
unsafe impl Sync for Once {}
impl UnwindSafe for Once {}
impl RefUnwindSafe for Once {}

#[expect(clippy::declare_interior_mutable_const, reason = "as std does")]
#[deprecated = "the `Once::new()` function is now preferred"]
pub const ONCE_INIT: Once = Once::new();

/// What `call_once_force` found.
pub struct OnceState {
    poisoned: bool,
    /// As std's, which notes in it how to go on.
    not_sync: PhantomData<Cell<()>>,
}

impl OnceState {
    #[must_use]
    pub fn is_poisoned(&self) -> bool {
        self.poisoned
    }
}

impl fmt::Debug for OnceState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnceState").field("poisoned", &self.poisoned).finish()
    }
}

const POISONED: &str = "Once instance has previously been poisoned";

impl Once {
    #[expect(clippy::new_without_default, reason = "std's has none either")]
    #[must_use]
    #[track_caller]
    pub const fn new() -> Self {
        Self(once::Once::new("Once", Location::caller()))
    }

    /// # Panics
    ///
    /// As std does, if an earlier call panicked.
    #[track_caller]
    pub fn call_once<F>(&self, f: F)
    where
        F: FnOnce(),
    {
        let place = Location::caller();
        match self.0.begin(self, "call_once", false, place) {
            State::Done => {}
            State::New => run(&self.0, self, "call_once", State::Poisoned, place, f),
            State::Poisoned | State::Running => panic!("{POISONED}"),
        }
    }

    #[track_caller]
    pub fn call_once_force<F>(&self, f: F)
    where
        F: FnOnce(&OnceState),
    {
        let place = Location::caller();
        let found = self.0.begin(self, "call_once_force", true, place);
        if found != State::Done {
            let state = OnceState { poisoned: found == State::Poisoned, not_sync: PhantomData };
            run(&self.0, self, "call_once_force", State::Poisoned, place, || f(&state));
        }
    }

    #[track_caller]
    pub fn is_completed(&self) -> bool {
        self.0.look(self, "is_completed", Location::caller()) == State::Done
    }

    /// # Panics
    ///
    /// As std does, if a call panicked.
    #[track_caller]
    pub fn wait(&self) {
        assert!(self.0.wait(self, false, Location::caller()) == State::Done, "{POISONED}");
    }

    #[track_caller]
    pub fn wait_force(&self) {
        self.0.wait(self, true, Location::caller());
    }
}

/// Runs `f`; if it panics, `once` is `failed` afterwards.
pub(super) fn run<T: ?Sized, R>(
    once: &once::Once,
    whole: &T,
    op: &'static str,
    failed: State,
    place: Place,
    f: impl FnOnce() -> R,
) -> R {
    let mut end = End { once, whole, op, state: failed, place };
    let result = f();
    end.state = State::Done;
    return result;

    struct End<'a, T: ?Sized> {
        once: &'a once::Once,
        whole: &'a T,
        op: &'static str,
        state: State,
        place: Place,
    }

    impl<T: ?Sized> Drop for End<'_, T> {
        fn drop(&mut self) {
            self.once.end(self.whole, self.op, self.state, self.place);
        }
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Once").finish_non_exhaustive()
    }
}
