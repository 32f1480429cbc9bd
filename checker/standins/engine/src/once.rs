//! What happens once: the state machine that `Once`, `OnceLock` and
//! `parking_lot`'s `Once` share.

use crate::action::Action;
use crate::cell::Cell;
use crate::object::{Access, Object, Place};
use crate::turn::Turn;
use crate::value::Value;
use facts::Effect;

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    New,
    /// Whoever began it panicked.
    Poisoned,
    Running,
    Done,
}

/// Something that happens once.
#[derive(Debug)]
pub struct Once {
    object: Object,
    state: Cell<State>,
}

impl Once {
    /// `kind` is the type as the learner writes it.
    #[must_use]
    pub const fn new(kind: &'static str, created: Place) -> Self {
        Self::in_state(State::New, kind, created)
    }

    /// As [`new`](Self::new), begun already or even done.
    #[must_use]
    pub const fn in_state(state: State, kind: &'static str, created: Place) -> Self {
        Self { object: Object::new(kind, created), state: Cell::new(state) }
    }

    /// The state, for who may look at it without anybody noticing.
    pub fn state(&self) -> State {
        self.state.get()
    }

    /// Puts the state, as exclusive access allows.
    pub fn set(&mut self, state: State) {
        self.state.set(state);
        self.object.renew();
    }

    /// Looks at the state.
    pub fn look<T: ?Sized>(&self, whole: &T, op: &'static str, place: Place) -> State {
        Action::new(op, Effect::Read, place).on(&self.object, whole, Access::Read).take(|turn| {
            let state = self.state.get();
            if state != State::Done {
                // Whoever begins next could have begun before: for the search
                // an `Acquire` cannot change places with a mere `Read`.
                turn.set_access(Access::Write);
            }
            self.learn(turn);
            turn.result(Value::bool(state == State::Done));
            state
        })
    }

    /// Waits while somebody is at it. Where the result is `New`, or `Poisoned`
    /// with `force`, the caller is at it now and calls [`end`](Self::end).
    pub fn begin<T: ?Sized>(
        &self,
        whole: &T,
        op: &'static str,
        force: bool,
        place: Place,
    ) -> State {
        Action::new(op, Effect::Acquire, place)
            // Not `Acquire`: who looked before has to be tried later as well.
            .on(&self.object, whole, Access::Write)
            .when(&|| self.state.get() != State::Running)
            .take(|turn| {
                let found = self.state.get();
                match found {
                    State::New => self.start(turn),
                    State::Poisoned if force => self.start(turn),
                    found => {
                        turn.changed_nothing();
                        if found == State::Poisoned {
                            // Somebody with `force` could have been first.
                            turn.set_access(Access::Write);
                        }
                        turn.acquire();
                    }
                }
                found
            })
    }

    fn start(&self, turn: &mut Turn<'_>) {
        self.state.set(State::Running);
        turn.hold();
        turn.acquire();
    }

    /// The caller has done it, or failed to.
    pub fn end<T: ?Sized>(&self, whole: &T, op: &'static str, state: State, place: Place) {
        Action::new(op, Effect::Release, place).on(&self.object, whole, Access::Release).take(
            |turn| {
                turn.result(if state == State::Done { Value::bool(true) } else { Value::NONE });
                turn.unhold();
                turn.release();
                self.state.set(state);
            },
        );
    }

    /// Waits until it is done, or poisoned unless `force`.
    pub fn wait<T: ?Sized>(&self, whole: &T, force: bool, place: Place) -> State {
        let ready = || match self.state.get() {
            State::Done => true,
            State::Poisoned => !force,
            State::New | State::Running => false,
        };
        Action::new("wait", Effect::Wait, place)
            .on(&self.object, whole, Access::Read)
            .when(&ready)
            .take(|turn| {
                self.learn(turn);
                self.state.get()
            })
    }

    fn learn(&self, turn: &mut Turn<'_>) {
        if matches!(self.state.get(), State::Done | State::Poisoned) {
            turn.acquire();
        }
    }
}
