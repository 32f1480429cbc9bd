//! Stand-in for `parking_lot::Once`.

use engine::once::{self, State};
use std::fmt;
use std::panic::Location;

pub struct Once(once::Once);

// SAFETY: a model runs on one operating-system thread.
unsafe impl Send for Once {}
// SAFETY: as above.
unsafe impl Sync for Once {}
impl std::panic::UnwindSafe for Once {}
impl std::panic::RefUnwindSafe for Once {}

#[derive(Copy, Clone, Eq, PartialEq, Debug)]
pub enum OnceState {
    New,
    Poisoned,
    InProgress,
    Done,
}

impl OnceState {
    #[must_use]
    pub const fn is_poisoned(self) -> bool {
        matches!(self, Self::Poisoned)
    }

    #[must_use]
    pub const fn poisoned(self) -> bool {
        self.is_poisoned()
    }

    #[must_use]
    pub const fn is_completed(self) -> bool {
        matches!(self, Self::Done)
    }

    #[must_use]
    pub const fn done(self) -> bool {
        self.is_completed()
    }
}

impl From<State> for OnceState {
    fn from(state: State) -> Self {
        match state {
            State::New => Self::New,
            State::Poisoned => Self::Poisoned,
            State::Running => Self::InProgress,
            State::Done => Self::Done,
        }
    }
}

const POISONED: &str = "Once instance has previously been poisoned";

impl Once {
    #[must_use]
    #[track_caller]
    pub const fn new() -> Self {
        Self(once::Once::new("Once", Location::caller()))
    }

    #[must_use]
    #[track_caller]
    pub const fn new_completed() -> Self {
        Self(once::Once::in_state(State::Done, "Once", Location::caller()))
    }

    #[track_caller]
    pub fn state(&self) -> OnceState {
        self.0.look(self, "state", Location::caller()).into()
    }

    #[track_caller]
    pub fn is_completed(&self) -> bool {
        self.0.look(self, "is_completed", Location::caller()) == State::Done
    }

    /// # Panics
    ///
    /// If it is poisoned.
    #[track_caller]
    pub fn wait(&self) {
        assert!(self.0.wait(self, false, Location::caller()) == State::Done, "{POISONED}");
    }

    #[track_caller]
    pub fn wait_force(&self) {
        self.0.wait(self, true, Location::caller());
    }

    /// # Panics
    ///
    /// If it is poisoned.
    #[track_caller]
    pub fn call_once<F>(&self, f: F)
    where
        F: FnOnce(),
    {
        let place = Location::caller();
        match self.0.begin(self, "call_once", false, place) {
            State::Done => {}
            State::New => self.run("call_once", place, f),
            State::Poisoned | State::Running => panic!("{POISONED}"),
        }
    }

    #[track_caller]
    pub fn call_once_force<F>(&self, f: F)
    where
        F: FnOnce(OnceState),
    {
        let place = Location::caller();
        match self.0.begin(self, "call_once_force", true, place) {
            State::Done => {}
            found => self.run("call_once_force", place, || f(found.into())),
        }
    }

    fn run(&self, op: &'static str, place: engine::Place, f: impl FnOnce()) {
        struct End<'a>(&'a Once, &'static str, engine::Place, State);

        impl Drop for End<'_> {
            fn drop(&mut self) {
                self.0.0.end(self.0, self.1, self.3, self.2);
            }
        }

        let mut end = End(self, op, place, State::Poisoned);
        f();
        end.3 = State::Done;
    }
}

impl Default for Once {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Once").field("state", &OnceState::from(self.0.state())).finish()
    }
}
