//! The locks that std and `parking_lot` share: who may be inside.

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
    pub fn lock_or_time_passes<T: ?Sized>(&self, whole: &T, op: &'static str, place: Place) -> bool {
        Action::new(op, Effect::Acquire, place)
            .on(&self.object, whole, Access::Write)
            .when(&|| !self.held.get())
            .or_time_passes()
            .take(|turn| {
                let gives_up = turn.timed_out() || turn.adversary(2) == 1;
                if gives_up {
                    turn.changed_nothing();
                } else {
                    self.held.set(true);
                    turn.set_access(Access::Acquire);
                    turn.hold();
                    turn.acquire();
                }
                turn.result(Value::bool(!gives_up));
                !gives_up
            })
    }

    /// Takes the lock if it is free. Whether it was.
    pub fn try_lock<T: ?Sized>(&self, whole: &T, place: Place) -> bool {
        Action::new("try_lock", Effect::Acquire, place).on(&self.object, whole, Access::Write).take(|turn| {
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
        })
    }

    /// Gives the lock back. `left` is the value left behind.
    pub fn unlock<T: ?Sized>(&self, whole: &T, left: Value, place: Place) {
        Action::new("unlock", Effect::Release, place).on(&self.object, whole, Access::Release).take(|turn| {
            turn.argument(left);
            turn.unhold();
            turn.release();
            self.open();
        });
    }
}

/// A lock for many readers or one writer.
#[derive(Debug)]
pub struct Shared {
    object: Object,
    writer: Cell<bool>,
    readers: Cell<usize>,
}

impl Shared {
    /// `kind` is the type as the learner writes it.
    #[must_use]
    pub const fn new(kind: &'static str, created: Place) -> Self {
        Self { object: Object::new(kind, created), writer: Cell::new(false), readers: Cell::new(0) }
    }

    pub const fn object(&self) -> &Object {
        &self.object
    }

    pub fn is_held(&self) -> bool {
        self.writer.get() || self.readers.get() > 0
    }

    pub fn is_held_exclusively(&self) -> bool {
        self.writer.get()
    }

    fn is_open(&self, exclusive: bool) -> bool {
        !self.writer.get() && !(exclusive && self.readers.get() > 0)
    }

    fn enter(&self, exclusive: bool) {
        if exclusive {
            self.writer.set(true);
        } else {
            self.readers.set(self.readers.get() + 1);
        }
    }

    /// Waits until the lock is open to a writer, or to a reader, and enters.
    pub fn lock<T: ?Sized>(&self, whole: &T, exclusive: bool, seen: impl FnOnce() -> Value, place: Place) {
        Action::new(if exclusive { "write" } else { "read" }, Effect::Acquire, place)
            .on(&self.object, whole, Access::Acquire)
            .when(&|| self.is_open(exclusive))
            .take(|turn| {
                self.enter(exclusive);
                turn.hold();
                turn.acquire();
                turn.result(seen());
            });
    }

    /// Enters if the lock is open. Whether it was.
    pub fn try_lock<T: ?Sized>(&self, whole: &T, exclusive: bool, place: Place) -> bool {
        let op = if exclusive { "try_write" } else { "try_read" };
        Action::new(op, Effect::Acquire, place).on(&self.object, whole, Access::Write).take(|turn| {
            let open = self.is_open(exclusive);
            if open {
                self.enter(exclusive);
                turn.hold();
                turn.acquire();
            } else {
                turn.changed_nothing();
            }
            turn.result(Value::bool(open));
            open
        })
    }

    /// Leaves.
    pub fn unlock<T: ?Sized>(&self, whole: &T, exclusive: bool, left: Value, place: Place) {
        Action::new("unlock", Effect::Release, place).on(&self.object, whole, Access::Release).take(|turn| {
            turn.argument(left);
            turn.unhold();
            turn.release();
            if exclusive {
                self.writer.set(false);
            } else {
                self.readers.set(self.readers.get() - 1);
            }
        });
    }

    /// A writer becomes a reader, with no writer in between.
    pub fn downgrade<T: ?Sized>(&self, whole: &T, place: Place) {
        Action::new("downgrade", Effect::Release, place).on(&self.object, whole, Access::Release).take(|turn| {
            turn.release();
            self.writer.set(false);
            self.readers.set(1);
        });
    }
}
