//! Deadlocks: who holds what since where, and who waits for whom.

use super::access::acquires;
use super::blocked::{call, chain, name_there};
use super::prose::{code, list};
use super::scene::Scene;
use super::story::{Story, Stuck};
use super::waiting;
use facts::{Blocked, Effect, Held, Place, Trace};
use std::collections::BTreeSet;

/// The steps that a picture of the deadlock needs: where the blocked threads took
/// what they hold, and what was done to that which they wait for.
pub fn needed(trace: &Trace, blocked: &[Blocked]) -> BTreeSet<usize> {
    let waited: BTreeSet<_> = blocked.iter().filter_map(|stuck| stuck.object).collect();
    let steps = trace.steps.iter().enumerate().filter(|(_, step)| step.thread != 0);
    let touching = steps.filter(|(_, it)| it.object.is_some_and(|object| waited.contains(&object)));
    let touching = touching.filter(|(_, step)| step.effect != Effect::Other);
    touching.map(|(index, _)| index).chain(taken(trace, blocked)).collect()
}

/// The steps at which the blocked threads took what they hold.
pub fn taken(trace: &Trace, blocked: &[Blocked]) -> BTreeSet<usize> {
    let held = blocked.iter().flat_map(|stuck| stuck.holds.iter().map(move |held| (stuck, held)));
    held.filter_map(|(stuck, held)| since(trace, stuck.thread, held)).collect()
}

fn since(trace: &Trace, thread: usize, held: &Held) -> Option<usize> {
    let own = |effect: bool, place: bool| {
        trace.steps.iter().rposition(|step| {
            step.thread == thread
                && step.object == Some(held.object)
                && (!effect || acquires(step))
                && (!place || step.place == held.place)
        })
    };
    own(true, true).or_else(|| own(false, true)).or_else(|| own(true, false))
}

pub fn story(scene: &Scene<'_>, blocked: &[Blocked]) -> Story {
    let cycle = cycle(blocked);
    let mut story = match cycle.as_slice() {
        [] => waiting::story(scene, blocked),
        [own] => own_lock(scene, &blocked[*own], blocked),
        several => ring(scene, several.iter().map(|&index| &blocked[index]).collect()),
    };
    for index in taken(scene.trace, blocked) {
        story = story.pin(index);
    }
    for stuck in blocked {
        story = end_row(story, scene, stuck, !cycle.is_empty());
    }
    story
}

/// A row that says what a blocked thread waits in. A wait that is a step
/// already is marked instead.
fn end_row(mut story: Story, scene: &Scene<'_>, stuck: &Blocked, in_ring: bool) -> Story {
    let note = held_by(scene, stuck);
    let last = scene.steps_of(stuck.thread).next_back();
    let waiting = last.filter(|&index| {
        let step = scene.step(index);
        step.effect == Effect::Wait && step.object == stuck.object
    });
    if let Some(index) = waiting {
        let mark = story.marks.entry(index).or_default();
        if mark.is_empty() {
            *mark = note;
        }
        return story;
    }
    // Main waiting for its threads to end is how every model ends; the learner's
    // own join is worth a row where no ring explains it all.
    let own = scene.sources.is_learners(&stuck.place) && !in_ring;
    let follows = stuck.op == "join" && stuck.holds.is_empty() && !own;
    if !(follows && scene.trace.threads.len() > 1 && stuck.thread == 0) {
        let (thread, text) = (stuck.thread, call(scene, stuck));
        story.stuck.push(Stuck { thread, text, place: stuck.place.clone(), note });
    }
    story
}

fn held_by(scene: &Scene<'_>, stuck: &Blocked) -> String {
    if stuck.holders.is_empty() {
        return match stuck.target {
            Some(target) => format!("{} never ends", scene.thread(target)),
            None if stuck.op.starts_with("wait") => "never woken".to_owned(),
            None => "waits for ever".to_owned(),
        };
    }
    if stuck.holders.contains(&stuck.thread) {
        return "its own lock".to_owned();
    }
    let names: Vec<_> = stuck.holders.iter().map(|&thread| scene.thread(thread)).collect();
    let taken = scene.trace.steps.iter().rposition(|step| {
        Some(step.thread) == stuck.holders.first().copied()
            && step.object == stuck.object
            && acquires(step)
    });
    let since = taken.filter(|_| names.len() == 1).map(|index| scene.step_name(index));
    match since {
        Some(step) => format!("held by {} since {step}", names[0]),
        None => format!("held by {}", list(&names)),
    }
}

/// Indices of blocked threads each of which waits for the next, in a ring.
fn cycle(blocked: &[Blocked]) -> Vec<usize> {
    let next = |index: usize| {
        let waits = blocked[index].holders.iter().chain(blocked[index].target.iter());
        let found = waits.filter_map(|thread| blocked.iter().position(|b| b.thread == *thread));
        found.collect::<Vec<_>>()
    };
    (0..blocked.len()).find_map(|start| path(start, &mut vec![start], &next)).unwrap_or_default()
}

fn path(
    start: usize,
    walked: &mut Vec<usize>,
    next: &impl Fn(usize) -> Vec<usize>,
) -> Option<Vec<usize>> {
    for index in next(*walked.last()?) {
        if index == start {
            return Some(walked.clone());
        }
        if !walked.contains(&index) {
            walked.push(index);
            if let Some(found) = path(start, walked, next) {
                return Some(found);
            }
            walked.pop();
        }
    }
    None
}

fn own_lock(scene: &Scene<'_>, stuck: &Blocked, blocked: &[Blocked]) -> Story {
    let thread = scene.thread(stuck.thread);
    let object = stuck.object.map(|object| scene.object(object)).unwrap_or_default();
    let held = stuck.holds.iter().find(|held| Some(held.object) == stuck.object);
    let since = held.map(|held| format!(" since {}", scene.sources.place(&held.place)));
    let again = name_there(scene, stuck).filter(|name| *name != object);
    let told = format!(
        "{thread} holds {}{} and locks it again{} at {}: it waits for itself.",
        code(&object),
        since.unwrap_or_default(),
        again.map(|name| format!(" as {}", code(&name))).unwrap_or_default(),
        scene.sources.place(&stuck.place),
    );
    let story = Story::new("self-deadlock").tell(told);
    let writes = |it: &&Blocked| it.object == stuck.object && it.op.contains("write");
    if let Some(writer) = blocked.iter().find(|it| stuck.op.contains("read") && writes(it)) {
        let writer = scene.thread(writer.thread);
        return story.tell(format!("{writer} waits to write, and keeps new readers out.")).teach(
            "Two readers fit beside each other until a writer waits between them: the second read \
             queues behind the writer, and the writer behind the first. A thread that reads does \
             not read again before it has let go.",
        );
    }
    let unnamed = held.and_then(|held| unnamed_guard(scene, &held.place));
    story.teach(match unnamed {
        Some(head) => format!(
            "The guard has no name, and lives as long as the value that {} looks at: to the \
             closing brace. Take the value out in a {} before it.",
            code(head),
            code("let")
        ),
        None => "A lock does not know that its holder is the one who asks. The guard lives until \
                 the end of its scope, unless it is dropped before."
            .to_owned(),
    })
}

/// What kind of expression keeps a guard without a name alive to its end.
fn unnamed_guard(scene: &Scene<'_>, place: &Place) -> Option<&'static str> {
    let (before, _) = scene.sources.around(place)?;
    let line = before.lines().next_back()?;
    ["while let", "if let", "match", "for"].into_iter().find(|head| {
        let start = line.find(head).map(|at| line[..at].chars().next_back());
        start.is_some_and(|before| before.is_none_or(|c| !c.is_alphanumeric()))
    })
}

/// Several threads in a ring: through locks alone, or through a join as well.
fn ring(scene: &Scene<'_>, ring: Vec<&Blocked>) -> Story {
    let joins = ring.iter().any(|stuck| stuck.target.is_some() && stuck.holders.is_empty());
    let title =
        if joins { "deadlock: a join in a ring of waits" } else { "deadlock: lock-order cycle" };
    let told = ring.iter().map(|stuck| chain(scene, stuck));
    let story = told.fold(Story::new(title), Story::tell);
    if joins {
        return story.teach(
            "A join waits for the whole thread, and so for every lock that thread still needs. \
             Give back what you hold before you join.",
        );
    }
    story.teach(
        "Every lock is taken and given back; it is the order that is wrong. Threads that take the \
         same locks in different orders wait for each other for ever. One order for all, the same \
         whatever the arguments, has no such ring.",
    )
}
