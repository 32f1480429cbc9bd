//! The lock that std's mutex and others' share: who may be inside.

use crate::action::Action;
use crate::object::{Access, Object, Place};
use crate::value::Value;
use facts::Effect;
use std::cell::Cell;

/// A lock for one thread at a time. `whole` is the stand-in it is part of.
#[derive(Debug)]
pub struct Exclusive {
    object: Object,
    held: Cell<bool>,
}

impl Exclusive {
    /// `kind` is the type as the learner writes it.
    #[must_use]
    pub const fn new(kind: &'static str, created: Place) -> Self {
        Self { object: Object::new(kind, created), held: Cell::new(false) }
    }

    pub const fn object(&self) -> &Object {
        &self.object
    }

    pub fn is_held(&self) -> bool {
        self.held.get()
    }

    pub(crate) fn open(&self) {
        self.held.set(false);
    }

    /// Waits until the lock is free and takes it. `seen` is the value found.
    pub fn lock<T: ?Sized>(&self, whole: &T, seen: impl FnOnce() -> Value, place: Place) {
        Action::new("lock", Effect::Acquire, place)
            .on(&self.object, whole, Access::Acquire)
            .when(&|| !self.held.get())
            .take(|turn| {
                self.held.set(true);
                turn.hold();
                turn.acquire();
                turn.result(seen());
            });
    }

    /// As [`lock`](Self::lock), giving up when time passes. Whether it was taken.
    pub fn lock_or_time_passes<T: ?Sized>(
        &self,
        whole: &T,
        op: &'static str,
        place: Place,
    ) -> bool {
        let early =
            Action::new(op, Effect::Wait, place).naming(&self.object, whole).runs_out_early();
        Action::new(op, Effect::Acquire, place)
            .on(&self.object, whole, Access::Write)
            .when(&|| early || !self.held.get())
            .or_time_passes()
            .take(|turn| {
                let free = !self.held.replace(true);
                if free {
                    turn.set_access(Access::Acquire);
                    turn.hold();
                    turn.acquire();
                } else {
                    turn.changed_nothing();
                    turn.set_access(Access::Write);
                    turn.adversarial(early);
                }
                turn.result(Value::bool(free));
                free
            })
    }

    /// Takes the lock if it is free. Whether it was.
    pub fn try_lock<T: ?Sized>(&self, whole: &T, place: Place) -> bool {
        Action::new("try_lock", Effect::Acquire, place).on(&self.object, whole, Access::Write).take(
            |turn| {
                let free = !self.held.replace(true);
                if free {
                    turn.set_access(Access::Acquire);
                    turn.hold();
                    turn.acquire();
                } else {
                    turn.changed_nothing();
                }
                turn.result(Value::bool(free));
                free
            },
        )
    }

    /// Whether somebody holds the lock.
    pub fn look<T: ?Sized>(&self, whole: &T, place: Place) -> bool {
        self.look_at(whole, "is_locked", place, || self.held.get())
    }

    /// Looks at `what` changes under the lock.
    pub fn look_at<T: ?Sized>(
        &self,
        whole: &T,
        op: &'static str,
        place: Place,
        what: impl FnOnce() -> bool,
    ) -> bool {
        Action::new(op, Effect::Read, place).on(&self.object, whole, Access::Write).take(|turn| {
            let found = what();
            turn.changed_nothing();
            turn.set_access(Access::Write);
            turn.result(Value::bool(found));
            found
        })
    }

    /// Changes what goes with the lock, whoever holds it.
    pub fn adjust<T: ?Sized>(
        &self,
        whole: &T,
        op: &'static str,
        place: Place,
        adjust: impl FnOnce(),
    ) {
        Action::new(op, Effect::Write, place)
            .on(&self.object, whole, Access::Write)
            .take(|_| adjust());
    }

    /// Gives the lock back. `left` is the value left behind.
    pub fn unlock<T: ?Sized>(&self, whole: &T, left: Value, place: Place) {
        self.unlock_and(whole, left, place, || ());
    }

    /// As [`unlock`](Self::unlock), with `also` in the same step.
    pub fn unlock_and<T: ?Sized>(&self, whole: &T, left: Value, place: Place, also: impl FnOnce()) {
        Action::new("unlock", Effect::Release, place)
            .on(&self.object, whole, Access::Release)
            .take(|turn| {
                turn.argument(left);
                turn.unhold();
                turn.release();
                also();
                self.open();
            });
    }
}
