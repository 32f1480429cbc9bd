//! A failing execution with the names, places and numbers it is told with.

use super::names::Names;
use super::prose::code;
use super::sources::Sources;
use facts::{Effect, Step, Trace};
use std::collections::{BTreeMap, BTreeSet};

/// A trace and everything needed to speak of it.
pub struct Scene<'a> {
    pub trace: &'a Trace,
    pub sources: Sources<'a>,
    pub names: Names,
    /// The number a step has in the picture; setup steps have none.
    numbers: Vec<Option<usize>>,
}

impl<'a> Scene<'a> {
    /// `main` is the role that ran in the main thread. Steps in `needed` belong
    /// to the picture even where they are part of the setup.
    pub fn new(
        trace: &'a Trace,
        sources: Sources<'a>,
        main: Option<&str>,
        needed: &BTreeSet<usize>,
    ) -> Self {
        let names = Names::new(trace, &sources, main);
        let shared = shared(trace);
        let staged = staged(trace);
        let mut next = 0;
        let numbers = (0..trace.steps.len()).map(|index| {
            let belongs = || !staged[index] && belongs(index, trace, &sources, &shared);
            let kept = needed.contains(&index) || belongs();
            next += usize::from(kept);
            kept.then_some(next)
        });
        Self { numbers: numbers.collect(), trace, sources, names }
    }

    /// The steps of the picture, in order.
    pub fn kept(&self) -> impl Iterator<Item = usize> {
        self.numbers.iter().enumerate().filter_map(|(index, number)| number.map(|_| index))
    }

    pub fn number(&self, index: usize) -> Option<usize> {
        self.numbers[index]
    }

    /// "step 3", or the place of a step that has no number.
    pub fn step_name(&self, index: usize) -> String {
        match self.numbers[index] {
            Some(number) => format!("step\u{a0}{number}"),
            None => self.sources.place(&self.trace.steps[index].place),
        }
    }

    /// The operation as the learner calls it; a wakeup belongs to its wait.
    pub fn op(&self, index: usize) -> &'a str {
        let step = self.step(index);
        let waits = |&before: &usize| {
            let wait = self.step(before);
            before < index && wait.effect == Effect::Wait && wait.object == step.object
        };
        let wait = self.steps_of(step.thread).rfind(waits).filter(|_| step.effect == Effect::Wake);
        &self.step(wait.unwrap_or(index)).op
    }

    pub fn step(&self, index: usize) -> &'a Step {
        &self.trace.steps[index]
    }

    /// `A`, or `main`, or `thread 1`.
    pub fn thread(&self, thread: usize) -> String {
        let name = self.names.threads.get(thread).cloned();
        name.unwrap_or_else(|| format!("thread\u{a0}{thread}")).replace(' ', "\u{a0}")
    }

    pub fn object(&self, object: usize) -> String {
        self.names.objects.get(object).cloned().unwrap_or_else(|| "object".to_owned())
    }

    /// The object of a step in backticks.
    pub fn object_of(&self, index: usize) -> String {
        self.step(index).object.map_or_else(String::new, |object| code(&self.object(object)))
    }

    /// The steps that touch the object, in order.
    pub fn touching(&self, object: usize) -> impl DoubleEndedIterator<Item = usize> {
        let steps = self.trace.steps.iter().enumerate();
        steps.filter(move |(_, step)| step.object == Some(object)).map(|(index, _)| index)
    }

    /// The steps that touch the same object as this one, in order.
    pub fn touching_same(&self, index: usize) -> impl DoubleEndedIterator<Item = usize> {
        let object = self.step(index).object;
        let steps = self.trace.steps.iter().enumerate();
        let same = steps.filter(move |(_, step)| object.is_some() && step.object == object);
        same.map(|(index, _)| index)
    }

    /// The steps of one thread, in order.
    pub fn steps_of(&self, thread: usize) -> impl DoubleEndedIterator<Item = usize> {
        let steps = self.trace.steps.iter().enumerate();
        steps.filter(move |(_, step)| step.thread == thread).map(|(index, _)| index)
    }
}

/// Whether a step is part of the story: of the learner's code, or on an object
/// that threads share.
fn belongs(index: usize, trace: &Trace, sources: &Sources<'_>, shared: &BTreeSet<usize>) -> bool {
    let step = &trace.steps[index];
    if is_relock(index, trace) || matches!(step.effect, Effect::Spawn | Effect::Join) {
        return false;
    }
    let theirs = sources.is_learners(&step.place);
    match step.object {
        // How a pool shares out its work is nothing a learner wrote.
        Some(object) if trace.objects[object].kind == "ThreadPool" => theirs,
        Some(object) => theirs || shared.contains(&object),
        None => step.effect != Effect::Other || step.ordering.is_some(),
    }
}

/// A wait that returns locks its mutex again: part of the wait, not a step of
/// its own.
fn is_relock(index: usize, trace: &Trace) -> bool {
    let step = &trace.steps[index];
    let before = trace.steps[..index].iter().rfind(|before| before.thread == step.thread);
    let woke = |before: &Step| before.effect == Effect::Wake && before.place == step.place;
    step.effect == Effect::Acquire && before.is_some_and(woke)
}

/// For each step whether it only sets the stage: what main does before the first
/// spawn and after the last join.
fn staged(trace: &Trace) -> Vec<bool> {
    let of_main = |effect| move |step: &Step| step.thread == 0 && step.effect == effect;
    let spawned = trace.steps.iter().position(of_main(Effect::Spawn));
    let joined = trace.steps.iter().rposition(of_main(Effect::Join));
    let steps = trace.steps.iter().enumerate().map(|(index, step)| {
        let before = spawned.is_some_and(|first| index < first);
        let after = joined.is_some_and(|last| index > last);
        step.thread == 0 && (before || after)
    });
    steps.collect()
}

/// The objects that more than one thread uses once the stage is set.
fn shared(trace: &Trace) -> BTreeSet<usize> {
    let staged = staged(trace);
    let mut users: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (step, _) in trace.steps.iter().zip(staged).filter(|(_, staged)| !staged) {
        if let Some(object) = step.object {
            users.entry(object).or_default().insert(step.thread);
        }
    }
    users.into_iter().filter(|(_, threads)| threads.len() > 1).map(|(object, _)| object).collect()
}
