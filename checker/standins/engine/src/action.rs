//! What a stand-in does to shared state: wait for a turn, then act atomically.

use crate::clock::{Clock, Knowledge};
use crate::execution::{End, Execution, with};
use crate::memory::{self, Quiet};
use crate::object::{Access, Accesses, Object, Place};
use crate::record::Step;
use crate::spawn::{Here, halt};
use crate::spin::Aspect;
use crate::thread::Pending;
use crate::value::Value;
use facts::Effect;
use std::cell::Cell;
use std::mem;
use std::ptr;
use std::rc::Rc;

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
        let (index, _) = with(|execution| object.enter(execution, whole));
        if self.object.is_none() {
            self.object = Some(index);
            self.memory = (ptr::from_ref(object).addr(), size_of::<Object>());
        }
        add(&mut self.accesses, &mut self.more, (index, access));
        self
    }

    /// Names the object in the trace and in a deadlock, without touching it.
    pub fn naming<T: ?Sized>(mut self, object: &Object, whole: &T) -> Self {
        self.object = Some(with(|execution| object.enter(execution, whole)).0);
        self
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
    pub fn take<R>(self, act: impl FnOnce(&mut Turn<'_>) -> R) -> R {
        self.take_prepared(|| (), |turn, ()| act(turn))
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
        let here = Here::new();
        let pending = self.pending();
        let waits = with(|execution| execution.announce(pending));
        if waits {
            here.suspend();
        }
        let prepared = prepare();
        let (result, over) = with(|execution| {
            let timed_out = execution.thread().timed_out && !self.ready.is_none_or(|ready| ready());
            let step = Step::of(&self, execution.thread().serial);
            if let Some(fault) = memory::act(self.memory, self.is_unseen(), execution) {
                if !self.is_unseen() {
                    execution.steps.push(step);
                }
                execution.finish(End::Fault(fault));
                return (None, true);
            }
            let (accesses, changed) = (self.accesses, self.changes());
            let (seen, baton) = (None, None);
            let part = if changed { Part::Change } else { Part::Look(Aspect::Whole) };
            let mut turn =
                Turn { execution, accesses, changed, part, seen, timed_out, baton, step };
            let result = act(&mut turn, prepared);
            turn.finish();
            (Some(result), execution.end.is_some())
        });
        match result {
            Some(result) if !over => result,
            _ => halt(),
        }
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

    fn changes(&self) -> bool {
        self.accesses[0].is_some_and(|(_, access)| !access.is_read())
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
fn add(accesses: &mut Accesses, more: &mut Vec<(usize, Access)>, access: (usize, Access)) {
    match accesses.iter_mut().find(|access| access.is_none()) {
        Some(free) => *free = Some(access),
        None => more.push(access),
    }
}

/// Orders one step after another in the books of the search, where they touch
/// no common object: what the first step depends on, itself included.
pub type Baton = Rc<Cell<Clock>>;

/// A thread's turn: the moment in which it acts and nobody else does.
pub struct Turn<'e> {
    pub(crate) execution: &'e mut Execution,
    accesses: Accesses,
    changed: bool,
    /// The version read, for a step that changes nothing.
    seen: Option<u64>,
    timed_out: bool,
    baton: Option<Baton>,
    part: Part,
    pub(crate) step: Step,
}

/// What a step is to its own thread, where that may be going round in a loop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Look(Aspect),
    Change,
    /// Neither: giving back a lock, or counting an `Arc`.
    Nothing,
}

impl Turn<'_> {
    /// What a later step takes over to be ordered after this one.
    pub fn hand_on(&mut self) -> Baton {
        Rc::clone(self.baton.get_or_insert_default())
    }

    /// Orders this step after the one that handed the baton on.
    pub fn take_over(&mut self, baton: &Baton) {
        self.execution.thread_mut().depends.join(&baton.get());
    }

    /// Whether the turn came because time passed and for no other reason.
    #[must_use]
    pub fn timed_out(&self) -> bool {
        self.timed_out
    }

    /// The number of the current thread, unique in the execution.
    #[must_use]
    pub fn serial(&self) -> usize {
        self.execution.thread().serial
    }

    /// One of `of` alternatives; the search tries each.
    pub fn choose(&mut self, of: usize) -> usize {
        self.choose_among(of, false)
    }

    fn choose_among(&mut self, of: usize, rarely: bool) -> usize {
        self.execution.choose_among(of, rarely).unwrap_or_else(|diverged| {
            self.execution.finish(diverged.into());
            0
        })
    }

    /// 0 for what usually happens; otherwise one of `of - 1` things that may
    /// happen instead, such as a spurious wakeup. An execution takes at most
    /// one of them, in a pass of its own.
    pub fn adversary(&mut self, of: usize) -> usize {
        if of < 2 {
            return 0;
        }
        self.execution.adversary_useful = true;
        if !self.execution.adversary || self.execution.adversarial > 0 {
            return 0;
        }
        let taken = self.choose_among(of, true);
        if taken > 0 {
            self.execution.adversarial += 1;
            self.step.adversarial = true;
        }
        taken
    }

    /// The index of the object that the action names.
    pub(crate) fn object(&self) -> usize {
        self.step.object.expect("the action names its object")
    }

    /// Learns what the last releases of the action's object knew.
    pub fn acquire(&mut self) {
        let object = self.object();
        let Execution { records, .. } = &*self.execution;
        let sync = records[object].sync.clone();
        self.execution.thread_mut().known.join(&sync);
    }

    /// As [`acquire`](Self::acquire), of an object beside the action's own.
    pub(crate) fn acquire_beside(&mut self, object: &Object) {
        let (index, _) = object.enter(self.execution, object);
        let sync = self.execution.records[index].sync.clone();
        self.execution.thread_mut().known.join(&sync);
    }

    /// Hands what the thread knows to later acquires of the action's object.
    pub fn release(&mut self) {
        let object = self.object();
        let known = self.know();
        self.execution.records[object].sync.join(&known);
    }

    /// What the thread knows now, to go with a message.
    pub fn know(&mut self) -> Knowledge {
        let slot = self.execution.slot();
        let known = &mut self.execution.thread_mut().known;
        known.clock.tick(slot);
        known.clone()
    }

    /// Whether the thread knows of all that `knowledge` does.
    #[must_use]
    pub fn knows(&self, knowledge: &Knowledge) -> bool {
        self.execution.thread().known.covers(knowledge)
    }

    /// Learns what came with a message.
    pub fn learn(&mut self, knowledge: &Knowledge) {
        self.execution.thread_mut().known.join(knowledge);
    }

    /// Writes down that the thread holds the action's object from here on.
    pub fn hold(&mut self) {
        let object = self.object();
        let (serial, place) = (self.serial(), self.step.place);
        self.execution.records[object].holders.push((serial, place));
        self.execution.thread_mut().holds.push((object, place));
    }

    /// Writes down that the thread holds the action's object no more. A guard
    /// may be given back by another thread than took it.
    pub fn unhold(&mut self) {
        let object = self.object();
        self.unhold_at(object);
    }

    /// Gives back a lock that the action touches beside its first object.
    pub fn give_back<T: ?Sized>(&mut self, lock: &crate::lock::Exclusive, whole: &T) {
        let (index, _) = lock.object().enter(self.execution, whole);
        self.unhold_at(index);
        let known = self.know();
        let record = &mut self.execution.records[index];
        record.sync.join(&known);
        record.version += 1;
        if lock.contents().changed(whole, self) {
            self.execution.records[index].contents += 1;
        }
        lock.open();
    }

    fn unhold_at(&mut self, object: usize) {
        let serial = self.serial();
        let holders = &mut self.execution.records[object].holders;
        let own = holders.iter().rposition(|(holder, _)| *holder == serial);
        let Some(at) = own.or(holders.len().checked_sub(1)) else { return };
        let (holder, _) = holders.remove(at);
        if let Some(slot) = self.execution.slot_of(holder) {
            let holds = &mut self.execution.thread_at(slot).holds;
            if let Some(at) = holds.iter().rposition(|(held, _)| *held == object) {
                holds.remove(at);
            }
        }
    }

    /// The action left its object as it was: a `try_lock` that failed, say.
    pub fn changed_nothing(&mut self) {
        self.changed = false;
        self.part = Part::Look(Aspect::Whole);
        self.set_access(Access::Read);
    }

    /// The action entered a critical section: a look at what is in it.
    pub(crate) fn entered(&mut self) {
        self.part = Part::Look(Aspect::Content);
    }

    /// The action left a critical section, in which something changed or not.
    pub(crate) fn left(&mut self, changed: bool) {
        if changed {
            let object = self.object();
            self.execution.records[object].contents += 1;
        } else {
            self.part = Part::Nothing;
        }
    }

    /// Though the action only reads as far as others can tell, it is no sign
    /// of a thread that goes round in a loop.
    pub fn made_progress(&mut self) {
        self.changed = true;
        self.part = Part::Change;
    }

    /// Others may go on because of the action, but not the thread itself: it
    /// may be going round in a loop.
    pub(crate) fn made_way(&mut self) {
        self.changed = true;
        self.part = Part::Nothing;
    }

    /// The action acted on `objects` beside its first, instead of what it said.
    pub(crate) fn acted_beside<const N: usize>(&mut self, objects: [(&Object, Access); N]) {
        let mut accesses = objects
            .map(|(object, access)| Some((object.enter(self.execution, object).0, access)))
            .into_iter();
        for other in &mut self.accesses[1..] {
            *other = accesses.next().flatten();
        }
    }

    /// The action counted owners up or down, and nobody was the last.
    pub(crate) fn counted(&mut self, access: Access) {
        self.set_access(access);
        self.part = Part::Nothing;
    }

    /// The action wrote the value that was there already.
    pub fn kept_value(&mut self) {
        self.changed = false;
        self.part = Part::Look(Aspect::Whole);
    }

    /// Forgets what the action said it would touch; [`touch`](Self::touch) says
    /// what it did touch.
    pub fn touch_afresh(&mut self) {
        self.accesses = Accesses::default();
        if let Some(pending) = &mut self.execution.thread_mut().pending {
            pending.more.clear();
        }
    }

    /// The action acted on `object` as well.
    pub fn touch(&mut self, object: &Object, access: Access) {
        let (index, _) = object.enter(self.execution, object);
        self.touch_at(index, access);
    }

    /// As [`touch`](Self::touch), for an object known by its index.
    pub(crate) fn touch_at(&mut self, index: usize, access: Access) {
        if let Some(pending) = &mut self.execution.thread_mut().pending {
            add(&mut self.accesses, &mut pending.more, (index, access));
        }
    }

    /// The index of `object` in the execution.
    pub(crate) fn index(&mut self, object: &Object) -> usize {
        object.enter(self.execution, object).0
    }

    /// Whether the thread has found the same at `place` a few times over.
    pub(crate) fn goes_round(&self, place: Place) -> bool {
        self.execution.thread().spin.goes_round(place)
    }

    /// What came of the step, in words.
    pub fn says(&mut self, text: &'static str) {
        self.step.text = Some(text.into());
    }

    /// Names another object in the trace.
    pub fn name(&mut self, object: &Object) {
        let (index, _) = object.enter(self.execution, object);
        self.step.object = Some(index);
    }

    /// What the action turned out to do to its first object.
    pub fn set_access(&mut self, access: Access) {
        if let Some((_, first)) = &mut self.accesses[0] {
            *first = access;
        }
    }

    pub(crate) fn saw(&mut self, version: u64) {
        self.seen = Some(version);
    }

    pub fn argument(&mut self, value: Value) {
        self.step.argument = value;
    }

    pub fn result(&mut self, value: Value) {
        self.step.result = value;
    }

    /// Whether it took an adversary for this step to come about.
    pub fn adversarial(&mut self, adversarial: bool) {
        self.step.adversarial = adversarial;
    }

    /// Replaces the name of the operation in the trace.
    pub fn call_it(&mut self, op: &'static str, effect: Effect) {
        self.step.op = op;
        self.step.effect = effect;
    }

    fn finish(self) {
        let Turn { execution, accesses, changed, seen, step, baton, part, .. } = self;
        let first = accesses[0].map(|(object, _)| object);
        let place = step.place;
        execution.stale_reads += usize::from(step.newest.is_some());
        if step.op != Action::UNSEEN {
            execution.steps.push(step);
        }
        execution.commit(accesses);
        if let Some(baton) = baton {
            baton.set(execution.thread().depends);
        }
        let Some(object) = first else { return };
        execution.records[object].version += u64::from(changed);
        match part {
            Part::Look(aspect) => execution.looked(place, object, aspect, seen),
            Part::Change => execution.changed(object, seen),
            Part::Nothing => {}
        }
    }
}
