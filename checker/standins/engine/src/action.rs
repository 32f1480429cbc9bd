//! What a stand-in does to shared state: wait for a turn, then act atomically.

use crate::execution::{End, with};
use crate::memory::{self, Quiet};
use crate::object::{Access, Accesses, Bytes, Object, Place};
use crate::record::Step;
use crate::spawn::{Here, halt};
use crate::thread::Pending;
use crate::turn::Turn;
use crate::value::Value;
use facts::Effect;
use std::mem;
use std::ptr;

/// An operation that other threads can notice, about to be done.
///
/// The state it acts on is the stand-in's own; the engine decides when it may
/// act and writes down what it did.
#[must_use = "an action does nothing until it is taken"]
pub struct Action<'a> {
    pub(crate) op: &'static str,
    pub(crate) effect: Effect,
    pub(crate) place: Place,
    pub(crate) object: Option<usize>,
    pub(crate) target: Option<usize>,
    pub(crate) accesses: Accesses,
    /// Where an action touches more objects than most do.
    more: Vec<(usize, Access)>,
    ready: Option<&'a dyn Fn() -> bool>,
    timed: bool,
    /// The memory that the first object lies in.
    memory: (usize, usize),
}

impl<'a> Action<'a> {
    /// What an operation is called that appears in no trace.
    pub(crate) const UNSEEN: &'static str = "";

    /// `op` is the operation as the learner calls it.
    pub fn new(op: &'static str, effect: Effect, place: Place) -> Self {
        let (object, target, accesses) = (None, None, Accesses::default());
        let (memory, more) = ((0, 0), Vec::new());
        let (ready, timed) = (None, false);
        Self { op, effect, place, object, target, accesses, more, ready, timed, memory }
    }

    /// Acts on `object`, a part of the stand-in `whole`. More calls add more
    /// objects; the first is the one the trace names.
    pub fn on<T: ?Sized>(mut self, object: &Object, whole: &T, access: Access) -> Self {
        self.add(object, Bytes::of(whole), access);
        self
    }

    fn add(&mut self, object: &Object, whole: Bytes, access: Access) {
        let (index, _) = with(|execution| object.enter_in(execution, whole));
        if self.object.is_none() {
            self.object = Some(index);
            self.memory = (ptr::from_ref(object).addr(), size_of::<Object>());
        }
        add(&mut self.accesses, &mut self.more, (index, access));
    }

    /// Names the object in the trace and in a deadlock, without touching it.
    pub fn naming<T: ?Sized>(mut self, object: &Object, whole: &T) -> Self {
        self.name(object, Bytes::of(whole));
        self
    }

    fn name(&mut self, object: &Object, whole: Bytes) {
        self.object = Some(with(|execution| object.enter_in(execution, whole)).0);
    }

    pub(crate) fn with_accesses(mut self, accesses: Accesses) -> Self {
        self.object = accesses[0].map(|(object, _)| object);
        self.accesses = accesses;
        self
    }

    /// Says which memory the action acts on, to be found out if it is freed.
    pub(crate) fn at(mut self, at: *const u8, size: usize) -> Self {
        self.memory = (at.addr(), size);
        self
    }

    fn is_unseen(&self) -> bool {
        self.op == Self::UNSEEN
    }

    /// The thread acted on, by its number in the trace.
    pub fn to(mut self, serial: usize) -> Self {
        self.target = Some(serial);
        self
    }

    /// Cannot be done until `ready`, which looks at stand-ins only.
    pub fn when(mut self, ready: &'a dyn Fn() -> bool) -> Self {
        self.ready = Some(ready);
        self
    }

    /// Can be done as well when time has passed: see [`Turn::timed_out`].
    pub fn or_time_passes(mut self) -> Self {
        self.timed = true;
        self
    }

    /// Waits for a turn and acts. `act` runs no learner code.
    ///
    /// Stand-ins' generic code is compiled with the learner's, without much
    /// optimisation; so what such functions do is done by others that are not
    /// generic, and are compiled once and well.
    pub fn take<R>(mut self, act: impl FnOnce(&mut Turn<'_>) -> R) -> R {
        self.wait();
        self.act_once(act)
    }

    /// As [`take`](Self::take), running `prepare` when the turn has come, before
    /// the act and outside of the engine. It may run learner code that takes no
    /// step, such as a `PartialEq`.
    pub fn take_prepared<P, R>(
        mut self,
        prepare: impl FnOnce() -> P,
        act: impl FnOnce(&mut Turn<'_>, P) -> R,
    ) -> R {
        let _quiet = Quiet::new();
        self.wait();
        let prepared = prepare();
        self.act_once(|turn| act(turn, prepared))
    }

    fn act_once<R>(&self, act: impl FnOnce(&mut Turn<'_>) -> R) -> R {
        let (mut act, mut result) = (Some(act), None);
        self.act(&mut |turn| result = act.take().map(|act| act(turn)));
        result.expect("the act was done")
    }

    /// Waits for a turn.
    fn wait(&mut self) {
        let _quiet = Quiet::new();
        let here = Here::new();
        let pending = self.pending();
        if with(|execution| execution.announce(pending)) {
            here.suspend();
        }
    }

    /// Acts, now that the turn has come.
    fn act(&self, act: &mut dyn FnMut(&mut Turn<'_>)) {
        let _quiet = Quiet::new();
        let over = with(|execution| {
            let timed_out = execution.thread().timed_out && !self.ready.is_none_or(|ready| ready());
            let step = Step::of(self, execution.thread().serial);
            if let Some(fault) = memory::act(self.memory, self.is_unseen(), execution) {
                if !self.is_unseen() {
                    execution.steps.push(step);
                }
                execution.finish(End::Fault(fault));
                return true;
            }
            let mut turn = Turn::new(execution, self.accesses, timed_out, step);
            act(&mut turn);
            turn.finish();
            execution.end.is_some()
        });
        if over {
            halt();
        }
    }

    /// Looks at `what`, which entering and leaving change, and changes nothing.
    pub fn look(self, what: impl FnOnce() -> bool) -> bool {
        self.take(|turn| {
            let found = what();
            turn.only_looked_inside();
            turn.result(Value::bool(found));
            found
        })
    }

    /// Begins a wait: whether time runs out before anything can happen, which
    /// is an adversary's choice. What has happened by then counts all the same.
    pub fn runs_out_early(self) -> bool {
        self.take(|turn| {
            let early = turn.adversary(2) == 1;
            turn.adversarial(false);
            early
        })
    }

    fn pending(&mut self) -> Pending {
        let ready = self.ready.map(|ready| {
            let ready: *const (dyn Fn() -> bool + 'a) = ready;
            // SAFETY: only the lifetime changes. The pointer is used while the
            // thread is suspended in `take`, whose frame outlives the loan.
            unsafe {
                mem::transmute::<*const (dyn Fn() -> bool + 'a), *const dyn Fn() -> bool>(ready)
            }
        });
        Pending {
            accesses: self.accesses,
            more: mem::take(&mut self.more),
            ready,
            timed: self.timed,
            op: self.op,
            object: self.object,
            target: self.target,
            place: self.place,
            unseen: self.is_unseen(),
        }
    }
}

/// Adds `access` where there is room.
pub(crate) fn add(
    accesses: &mut Accesses,
    more: &mut Vec<(usize, Access)>,
    access: (usize, Access),
) {
    match accesses.iter_mut().find(|access| access.is_none()) {
        Some(free) => *free = Some(access),
        None => more.push(access),
    }
}
