//! Atomics under the C++20 memory model, which is Rust's.
//!
//! A store enters the modification order as it is executed, or, an adversary's
//! choice, before others that nothing orders it after; a load may return any
//! store that coherence and happens-before leave open. Release sequences
//! are continued by read-modify-writes alone. SeqCst operations take effect in
//! the order they are executed: a SeqCst load returns nothing older than what
//! SeqCst operations have stored or read there before, and SeqCst fences
//! exchange what their threads have seen. Since the search tries every order,
//! each total order the standard allows is tried.
//!
//! A load that returns a store which is executed later is what `foresight` does.

use crate::action::Action;
use crate::clock::{Knowledge, View};
use crate::execution::{Execution, with};
use crate::foresight;
use crate::object::{Access, Object, Place, Store};
use crate::turn::Turn;
use crate::value::{Shape, Value};
use facts::Effect;
use std::sync::atomic::Ordering::{self, AcqRel, Acquire, Relaxed, Release, SeqCst};

/// An atomic as a stand-in hands it over: its handle, itself, the bits it was
/// created with, and how to show them.
pub struct Cell<'a, T: ?Sized> {
    pub object: &'a Object,
    pub whole: &'a T,
    pub initial: u64,
    pub shape: Shape,
}

pub(crate) fn acquires(order: Ordering) -> bool {
    matches!(order, Acquire | AcqRel | SeqCst)
}

pub(crate) fn releases(order: Ordering) -> bool {
    matches!(order, Release | AcqRel | SeqCst)
}

fn name(order: Ordering) -> &'static str {
    match order {
        Relaxed => "Relaxed",
        Acquire => "Acquire",
        Release => "Release",
        AcqRel => "AcqRel",
        _ => "SeqCst",
    }
}

impl<T: ?Sized> Cell<'_, T> {
    fn enter(&self) -> usize {
        with(|execution| {
            let (index, new) = self.object.enter(execution, self.whole);
            if new {
                // The initial value is there before any thread is: whoever has
                // a reference to the atomic may read it.
                execution.records[index].append(self.initial, None, false);
            }
            index
        })
    }

    fn action(
        &self,
        op: &'static str,
        effect: Effect,
        access: Access,
        total: bool,
        place: Place,
    ) -> Action<'static> {
        let accesses = Execution::accesses(self.enter(), access, total);
        let (at, size) = (std::ptr::from_ref(self.object).cast(), size_of::<Object>());
        Action::new(op, effect, place).with_accesses(accesses).at(at, size)
    }

    fn value(&self, bits: u64) -> Value {
        Value::new(bits, self.shape)
    }

    /// The newest value, where the atomic has been used in this execution.
    pub fn newest(&self) -> u64 {
        if !self.object.is_registered() {
            return self.initial;
        }
        let index = self.enter();
        with(|execution| execution.records[index].newest().bits)
    }

    /// # Panics
    ///
    /// As std does, for an order that no load has.
    pub fn load(&self, order: Ordering, place: Place) -> u64 {
        assert!(order != Release, "there is no such thing as a release load");
        assert!(order != AcqRel, "there is no such thing as an acquire-release load");
        let total = order == SeqCst;
        let access = if total { Access::OrderedRead } else { Access::Read };
        self.action("load", Effect::Read, access, total, place).take(|turn| {
            turn.step.ordering = Some(name(order));
            let object = turn.object();
            let foreseen = (order == Relaxed).then(|| foresight::foresee(turn, object)).flatten();
            let bits = foreseen.unwrap_or_else(|| read(turn, self.shape, order));
            turn.result(self.value(bits));
            bits
        })
    }

    /// # Panics
    ///
    /// As std does, for an order that no store has.
    pub fn store(&self, bits: u64, order: Ordering, place: Place) {
        assert!(order != Acquire, "there is no such thing as an acquire store");
        assert!(order != AcqRel, "there is no such thing as an acquire-release store");
        self.action("store", Effect::Write, Access::Write, order == SeqCst, place).take(|turn| {
            turn.step.ordering = Some(name(order));
            turn.argument(self.value(bits));
            let object = turn.object();
            let before = turn.execution.records[object].newest().bits;
            write(turn, bits, order, Enters::Anywhere);
            if before == bits {
                turn.kept_value();
            }
        });
    }

    /// Reads the newest value and replaces it. `op` as the learner calls it.
    pub fn update(
        &self,
        op: &'static str,
        order: Ordering,
        place: Place,
        argument: Option<u64>,
        f: impl FnOnce(u64) -> u64,
    ) -> u64 {
        self.action(op, Effect::ReadWrite, Access::Write, order == SeqCst, place).take(|turn| {
            turn.step.ordering = Some(name(order));
            if let Some(argument) = argument {
                turn.argument(self.value(argument));
            }
            let before = modify(turn, order, f);
            turn.result(self.value(before));
            before
        })
    }

    /// `Err` with the value found where it is not `expected`; where `weak`,
    /// an adversary may fail it although it is.
    ///
    /// # Panics
    ///
    /// As std does, for a failure order that no load has.
    pub fn compare_exchange(
        &self,
        op: &'static str,
        exchange: Exchange,
        place: Place,
    ) -> Result<u64, u64> {
        let Exchange { expected, new, success, failure, weak } = exchange;
        assert!(failure != Release, "there is no such thing as a release failure ordering");
        assert!(failure != AcqRel, "there is no such thing as an acquire-release failure ordering");
        let total = success == SeqCst || failure == SeqCst;
        self.action(op, Effect::ReadWrite, Access::Write, total, place).take(|turn| {
            turn.argument(self.value(new));
            let found = turn.execution.records[turn.object()].newest().bits;
            let succeeds = found == expected && !(weak && turn.adversary(2) == 1);
            turn.step.ordering = Some(name(if succeeds { success } else { failure }));
            turn.result(self.value(found));
            if succeeds {
                modify(turn, success, |_| new);
                return Ok(found);
            }
            turn.call_it(op, Effect::Read);
            turn.changed_nothing();
            read_newest(turn, failure);
            Err(found)
        })
    }
}

/// What a compare-and-exchange is asked to do.
#[derive(Debug, Clone, Copy)]
pub struct Exchange {
    pub expected: u64,
    pub new: u64,
    pub success: Ordering,
    pub failure: Ordering,
    pub weak: bool,
}

/// Reads one of the stores that may be read.
fn read(turn: &mut Turn<'_>, shape: Shape, order: Ordering) -> u64 {
    let at = read_at(turn, shape, order);
    turn.execution.records[turn.object()].stores[at].bits
}

/// As [`read`], giving the position of the store.
pub(crate) fn read_at(turn: &mut Turn<'_>, shape: Shape, order: Ordering) -> usize {
    let object = turn.object();
    let thread = turn.execution.thread();
    let mut floor = thread.known.view.floor(object);
    if order == SeqCst {
        floor = floor.max(turn.execution.total_order.floor(object));
    }
    let fresh = turn.execution.newest_only || thread.spin.sees_newest;
    let floor = floor.max(thread.stale.floor(object));
    let record = &turn.execution.records[object];
    let newest = record.stores.len() - 1;
    let open = if fresh { 1 } else { newest - record.position(floor) + 1 };
    let at = newest - turn.choose(open);
    let Store { stamp, .. } = turn.execution.records[object].stores[at];
    if at < newest {
        let newest = turn.execution.records[object].newest().bits;
        turn.step.newest = Some(Value::new(newest, shape));
        turn.execution.thread_mut().stale.read(object, stamp);
    }
    turn.saw(stamp.into());
    see(turn, object, at, order);
    at
}

pub(crate) fn read_newest(turn: &mut Turn<'_>, order: Ordering) {
    let object = turn.object();
    let newest = turn.execution.records[object].stores.len() - 1;
    see(turn, object, newest, order);
}

/// Learns what reading the store at `at` teaches.
fn see(turn: &mut Turn<'_>, object: usize, at: usize, order: Ordering) {
    let Store { stamp: store, message, saw, .. } =
        turn.execution.records[object].stores[at].clone();
    turn.execution.spoil(Some(object));
    let thread = turn.execution.thread_mut();
    thread.known.view.raise(object, store);
    thread.saw.join(&saw);
    if let Some(message) = message {
        if acquires(order) {
            thread.known.join(&message);
        } else {
            thread.fence_acquires.join(&message);
        }
    }
    if order == SeqCst {
        turn.execution.total_order.raise(object, store);
    }
}

/// Where a write enters the modification order.
enum Enters {
    /// As the newest, in the release sequence of the store it reads.
    Modifies(Option<Box<Knowledge>>),
    /// As the newest, or before stores that its thread does not know of. That
    /// seldom happens, and takes processors that keep stores to themselves for
    /// a while; so it is the adversary's choice.
    Anywhere,
}

fn write(turn: &mut Turn<'_>, bits: u64, order: Ordering, enters: Enters) {
    let object = turn.object();
    let mut floor = turn.execution.thread().known.view.floor(object);
    if order == SeqCst {
        floor = floor.max(turn.execution.total_order.floor(object));
    }
    let own = if releases(order) {
        turn.execution.spoil(None);
        Some(Box::new(turn.know()))
    } else {
        turn.execution.thread().fence_releases.clone()
    };
    let stamp = match enters {
        Enters::Modifies(message) => {
            let message = match (message, own) {
                (Some(mut message), Some(own)) => {
                    message.join(&own);
                    Some(message)
                }
                (message, own) => message.or(own),
            };
            turn.execution.records[object].append(bits, message, true)
        }
        Enters::Anywhere => {
            let places = turn.execution.records[object].earlier_places(floor).count();
            match turn.adversary(places + 1) {
                0 => turn.execution.records[object].append(bits, own, false),
                nth => {
                    let record = &mut turn.execution.records[object];
                    let at = record.earlier_places(floor).nth(places - nth).expect("counted above");
                    record.insert(at, bits, own)
                }
            }
        }
    };
    foresight::stored(turn.execution, object, bits, stamp);
    let saw = turn.execution.thread().saw;
    let record = &mut turn.execution.records[object];
    let at = record.position(stamp);
    record.stores[at].saw = saw;
    record.weak_stores |= order != SeqCst;
    turn.execution.thread_mut().known.view.raise(object, stamp);
    if order == SeqCst {
        turn.execution.total_order.raise(object, stamp);
    }
}

fn modify(turn: &mut Turn<'_>, order: Ordering, f: impl FnOnce(u64) -> u64) -> u64 {
    let object = turn.object();
    read_newest(turn, order);
    let newest = turn.execution.records[object].newest();
    let (before, message) = (newest.bits, newest.message.clone());
    let after = f(before);
    write(turn, after, order, Enters::Modifies(message));
    if after == before {
        turn.kept_value();
    }
    before
}

/// `std::sync::atomic::fence`.
///
/// # Panics
///
/// As std does, for `Relaxed`.
pub fn fence(order: Ordering, place: Place) {
    assert!(order != Relaxed, "there is no such thing as a relaxed fence");
    if order == SeqCst {
        Action::new("fence", Effect::Other, place).with_accesses(Execution::fence_accesses()).take(
            |turn| {
                turn.step.object = None;
                turn.step.ordering = Some(name(order));
                turn.execution.spoil(None);
                take_in(turn.execution);
                let mut total: View = std::mem::take(&mut turn.execution.total_order);
                total.join(&turn.execution.thread().known.view);
                turn.execution.thread_mut().known.view.join(&total);
                turn.execution.total_order = total;
                hand_out(turn);
            },
        );
        return;
    }
    with(|execution| {
        let action = Action::new("fence", Effect::Other, place);
        execution.note(&action, |step| step.ordering = Some(name(order)));
        fence_unseen(execution, order);
    });
}

/// What a fence other than a SeqCst one does. std's own code needs no more.
pub(crate) fn fence_unseen(execution: &mut Execution, order: Ordering) {
    execution.spoil(None);
    if acquires(order) {
        take_in(execution);
    }
    if releases(order) {
        let slot = execution.slot();
        let thread = execution.thread_mut();
        thread.known.clock.tick(slot);
        thread.fence_releases = Some(Box::new(thread.known.clone()));
    }
}

fn take_in(execution: &mut Execution) {
    let thread = execution.thread_mut();
    let learned = thread.fence_acquires.clone();
    thread.known.join(&learned);
}

fn hand_out(turn: &mut Turn<'_>) {
    let known = turn.know();
    turn.execution.thread_mut().fence_releases = Some(Box::new(known));
}

/// `yield_now`, `spin_loop` and `sleep`: nothing happens, and others may go on.
pub fn yield_now(op: &'static str, place: Place) {
    with(|execution| {
        let action = Action::new(op, Effect::Other, place);
        execution.note(&action, |_| ());
        execution.hint_spinning();
    });
}
