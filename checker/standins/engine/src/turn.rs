//! A turn: what a stand-in may do while it acts and nobody else does.

mod sync;

use crate::action::{Action, add};
use crate::clock::Clock;
use crate::execution::Execution;
use crate::object::{Access, Accesses, Object, Place};
use crate::record::Step;
use crate::spin::Aspect;
use crate::value::Value;
use facts::Effect;
use std::cell::Cell;
use std::rc::Rc;

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

impl<'e> Turn<'e> {
    pub(crate) fn new(
        execution: &'e mut Execution,
        accesses: Accesses,
        timed_out: bool,
        step: Step,
    ) -> Self {
        let changed = accesses[0].is_some_and(|(_, access)| !access.is_read());
        let part = if changed { Part::Change } else { Part::Look(Aspect::Whole) };
        let (seen, baton) = (None, None);
        Self { execution, accesses, changed, seen, timed_out, baton, part, step }
    }

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

    /// As [`choose`](Self::choose), where all but the first seldom happen.
    pub(crate) fn choose_rarely(&mut self, of: usize) -> usize {
        self.choose_among(of, true)
    }

    fn choose_among(&mut self, of: usize, rarely: bool) -> usize {
        self.execution.choose_among(of, rarely).unwrap_or_else(|diverged| {
            self.execution.finish(diverged.into());
            0
        })
    }

    /// 0 for what usually happens; otherwise one of `of - 1` things that may
    /// happen instead, such as a spurious wakeup. An execution takes only so
    /// many of them as its pass allows.
    pub fn adversary(&mut self, of: usize) -> usize {
        if of < 2 {
            return 0;
        }
        self.execution.offers += 1;
        if self.execution.adversarial >= self.execution.adversary {
            return 0;
        }
        let taken = self.choose_rarely(of);
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

    /// The action left its object as it was: a `try_lock` that failed, say.
    pub fn changed_nothing(&mut self) {
        self.changed = false;
        self.part = Part::Look(Aspect::Whole);
        self.set_access(Access::Read);
    }

    /// The action looked who is inside, or how many there are, and changed nothing.
    /// Entering and leaving commute with a `Read`, and yet change what it found.
    pub(crate) fn only_looked_inside(&mut self) {
        self.changed_nothing();
        self.set_access(Access::Write);
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

    /// The version that a look found.
    pub(crate) fn saw(&mut self, version: u64) {
        self.seen = Some(version);
    }

    /// What the operation was given, for the trace.
    pub fn argument(&mut self, value: Value) {
        self.step.argument = value;
    }

    /// What it came to, for the trace.
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

    pub(crate) fn finish(self) {
        let Turn { execution, accesses, changed, seen: found, step, baton, part, .. } = self;
        let first = accesses[0].map(|(object, _)| object);
        let place = step.place;
        execution.stale_reads += usize::from(step.newest.is_some());
        let seen = step.op != Action::UNSEEN;
        if seen {
            execution.steps.push(step);
        }
        execution.commit(accesses);
        if seen {
            execution.visit(place);
        }
        if let Some(baton) = baton {
            baton.set(execution.thread().depends);
        }
        let Some(object) = first else { return };
        execution.records[object].version += u64::from(changed);
        match part {
            Part::Look(aspect) => execution.looked(place, object, aspect, found),
            Part::Change => execution.changed(object, found),
            Part::Nothing => {}
        }
    }
}
