//! An atomic whose values the engine cannot hold: the stand-in keeps them, in
//! the order in which they were stored, and the engine says which one is meant.
//!
//! Loads acquire and stores release, which is all that `crossbeam`'s
//! `AtomicCell` promises.

use crate::action::Action;
use crate::atomic::{read_at, read_newest};
use crate::execution::{Execution, with};
use crate::object::{Access, Object, Place};
use crate::value::{Shape, Value};
use facts::Effect;
use std::sync::atomic::Ordering;

/// Where the values are stored.
#[derive(Debug)]
pub struct History {
    object: Object,
}

impl History {
    /// `kind` is the type as the learner writes it.
    #[must_use]
    pub const fn new(kind: &'static str, created: Place) -> Self {
        Self { object: Object::new(kind, created) }
    }

    /// Whether this is the first use in the execution at hand; the value of now
    /// then has position 0. `whole` is the stand-in this is part of.
    pub fn begins<T: ?Sized>(&self, whole: &T, now: Value) -> bool {
        with(|execution| {
            let (index, new) = self.object.enter(execution, whole);
            if new {
                execution.records[index].append(now.bits, None, false);
            }
            new
        })
    }

    fn action(&self, op: &'static str, effect: Effect, access: Access, place: Place) -> Action<'_> {
        Action::new(op, effect, place).on(&self.object, &self.object, access)
    }

    /// Loads: the position of a value that may be read.
    pub fn load(&self, shown: impl FnOnce(usize) -> Value, now: Value, place: Place) -> usize {
        self.action("load", Effect::Read, Access::Read, place).take(|turn| {
            let at = read_at(turn, now.shape, Ordering::Acquire);
            turn.result(shown(at));
            at
        })
    }

    /// Stores without looking; `put` keeps the value.
    pub fn store(&self, value: Value, put: impl FnOnce(), place: Place) {
        self.action("store", Effect::Write, Access::Write, place).take(|turn| {
            turn.argument(value);
            put();
            self.append(turn.execution, value, false);
        });
    }

    /// Reads the newest value and replaces it, or not. `decide` gives the value
    /// found and what is to be put in its place; `put` keeps that.
    pub fn modify<N, R>(
        &self,
        op: &'static str,
        argument: Value,
        decide: impl FnOnce() -> (Value, Option<N>),
        put: impl FnOnce(N) -> (Value, R),
        place: Place,
    ) -> Option<R> {
        let action = self.action(op, Effect::ReadWrite, Access::Write, place);
        action.take_prepared(decide, |turn, (found, new)| {
            turn.argument(argument);
            turn.result(found);
            read_newest(turn, Ordering::Acquire);
            let Some(new) = new else {
                turn.call_it(op, Effect::Read);
                turn.changed_nothing();
                return None;
            };
            let (value, result) = put(new);
            self.append(turn.execution, value, true);
            if value.shape != Shape::Hidden && value == found {
                turn.kept_value();
            }
            Some(result)
        })
    }

    fn append(&self, execution: &mut Execution, value: Value, continues: bool) {
        let (object, _) = self.object.enter(execution, &self.object);
        let slot = execution.slot();
        let known = &mut execution.thread_mut().known;
        known.clock.tick(slot);
        let mut message = Box::new(known.clone());
        let record = &mut execution.records[object];
        if continues && let Some(before) = record.stores.last().and_then(|s| s.message.as_ref()) {
            message.join(before);
        }
        let stamp = record.append(value.bits, Some(message), continues);
        execution.thread_mut().known.view.raise(object, stamp);
    }
}
