//! Wakeups that come too early, to the wrong thread, or not at all.

use super::access::{acquires, writes};
use super::blocked::call;
use super::prose::code;
use super::scene::Scene;
use super::story::Story;
use facts::{Blocked, Effect};
use std::collections::BTreeSet;

/// A notify and whom it found waiting.
struct Notify {
    step: usize,
    waiting: BTreeSet<usize>,
    woken: BTreeSet<usize>,
}

/// Why the thread, asleep on a condition variable, is never woken.
pub fn story(scene: &Scene<'_>, root: &Blocked) -> Story {
    let condvar = root.object.unwrap_or_default();
    let notifies = notifies(scene, condvar);
    let slept = scene.touching(condvar).rfind(|&index| {
        scene.step(index).thread == root.thread && scene.step(index).effect == Effect::Wait
    });
    let slept = slept.unwrap_or(scene.trace.steps.len());
    match notifies.last() {
        None => missing(scene, root),
        Some(last) if last.waiting.is_empty() && last.step < slept => lost(scene, root, last.step),
        Some(last) if last.woken.contains(&root.thread) && last.step < slept => {
            early(scene, root, last.step, slept)
        }
        Some(last) if last.waiting.contains(&root.thread) => stolen(scene, root, last),
        Some(last) => never(scene, root, last.step),
    }
}

/// Every notify of the condition variable, with those who waited and woke.
fn notifies(scene: &Scene<'_>, condvar: usize) -> Vec<Notify> {
    let mut waiting = BTreeSet::new();
    let mut found: Vec<Notify> = Vec::new();
    for index in scene.touching(condvar) {
        let step = scene.step(index);
        match step.effect {
            Effect::Wait => drop(waiting.insert(step.thread)),
            Effect::Wake => {
                let woke = |notify: &&mut Notify| notify.waiting.contains(&step.thread);
                if !step.adversarial
                    && let Some(notify) = found.iter_mut().rev().find(woke)
                {
                    notify.woken.insert(step.thread);
                }
                waiting.remove(&step.thread);
            }
            Effect::Notify => {
                let (waiting, woken) = (waiting.clone(), BTreeSet::new());
                found.push(Notify { step: index, waiting, woken });
            }
            _ => {}
        }
    }
    found
}

fn missing(scene: &Scene<'_>, root: &Blocked) -> Story {
    let (thread, call) = (scene.thread(root.thread), code(&call(scene, root)));
    Story::new("missing notify")
        .tell(format!("{thread} sleeps in {call}, and no thread notifies it before all are done."))
        .teach(
            "Changing the condition does not wake who waits for it: every change that can make it \
             true is followed by a notify.",
        )
}

fn lost(scene: &Scene<'_>, root: &Blocked, notify: usize) -> Story {
    let (thread, call) = (scene.thread(root.thread), code(&call(scene, root)));
    let told = format!(
        "{}'s {} in {} finds nobody waiting. {thread} goes to sleep in {call} after it, and \
         nothing wakes it again.",
        scene.thread(scene.step(notify).thread),
        code(&scene.step(notify).op),
        scene.step_name(notify),
    );
    Story::new("lost wakeup")
        .mark(notify, "nobody is waiting: this notify is lost")
        .tell(told)
        .teach(
            "A notify is not remembered: it wakes who waits now, not who waits later. The \
             condition has to change, and to be tested, under the lock that the wait gives up, \
             and the notify comes after the change.",
        )
}

/// It woke, tested the condition, slept again, and then the condition changed.
fn early(scene: &Scene<'_>, root: &Blocked, notify: usize, slept: usize) -> Story {
    let thread = scene.thread(root.thread);
    let notifier = scene.step(notify).thread;
    let change = scene.steps_of(notifier).find(|&index| {
        let step = scene.step(index);
        index > notify && step.object.is_some() && (writes(step) || acquires(step))
    });
    let Some(change) = change else {
        return never(scene, root, notify);
    };
    Story::new("lost wakeup: the notify comes before the change")
        .mark(notify, format!("before the change in {}", scene.step_name(change)))
        .pin(slept)
        .pin(change)
        .tell(format!(
            "The notify in {} wakes {thread}, which waits again in {}. {} goes on in {}, and no \
             notify follows.",
            scene.step_name(notify),
            scene.step_name(slept),
            scene.thread(notifier),
            scene.step_name(change),
        ))
        .teach("A notify says \"look again\". It comes after the change that there is to see.")
}

fn stolen(scene: &Scene<'_>, root: &Blocked, notify: &Notify) -> Story {
    let thread = scene.thread(root.thread);
    let woken = notify.woken.first().map(|&other| scene.thread(other));
    let Some(woken) = woken else {
        return never(scene, root, notify.step);
    };
    let place = |thread: usize| {
        let own = |&index: &usize| {
            let step = scene.step(index);
            index < notify.step && step.thread == thread && step.effect == Effect::Wait
        };
        scene.touching_same(notify.step).rfind(own).map(|index| &scene.step(index).place)
    };
    let other = notify.woken.first().copied().unwrap_or_default();
    if place(root.thread).is_some_and(|own| place(other) == Some(own)) {
        return alike(scene, root, notify, &woken);
    }
    Story::new("lost wakeup: the notify wakes another thread")
        .mark(notify.step, format!("wakes {woken}, not {thread}"))
        .tell(format!(
            "{} in {} wakes {woken}; {thread} waits on the same condition variable and sleeps on.",
            code(&scene.step(notify.step).op),
            scene.step_name(notify.step),
        ))
        .teach(format!(
            "{} wakes any one waiter. Where waiters wait for different things, each thing needs \
             its own condition variable, or {}.",
            code("notify_one"),
            code("notify_all"),
        ))
}

/// Both wait in the same line, for the same; only one was woken.
fn alike(scene: &Scene<'_>, root: &Blocked, notify: &Notify, woken: &str) -> Story {
    let thread = scene.thread(root.thread);
    Story::new("lost wakeup: two waiters, and one was woken")
        .mark(notify.step, format!("wakes {woken}, and {thread} sleeps on"))
        .tell(format!(
            "{woken} and {thread} wait for the same. {} in {} wakes {woken}; no notify comes for \
             {thread}, not even when it could go on as well.",
            code(&scene.step(notify.step).op),
            scene.step_name(notify.step),
        ))
        .teach(format!(
            "One {} wakes one waiter. Every change that lets another one go on needs a notify of \
             its own, whatever the state was before; or {} for all.",
            code("notify_one"),
            code("notify_all"),
        ))
}

fn never(scene: &Scene<'_>, root: &Blocked, notify: usize) -> Story {
    let (thread, call) = (scene.thread(root.thread), code(&call(scene, root)));
    Story::new("deadlock: asleep for ever").pin(notify).tell(format!(
        "{thread} sleeps in {call}; the last notify is in {}, and none follows.",
        scene.step_name(notify)
    ))
}
