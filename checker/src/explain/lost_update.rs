//! Lost updates: read, then written over what came between.

use super::access::{changes, failed_exchange, number, only_reads, writes};
use super::prose::{code, count, list};
use super::scene::Scene;
use super::section;
use super::story::Story;
use facts::Effect;
use std::collections::BTreeSet;

/// A store computed from a value that others have changed since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    pub read: usize,
    /// The writes of other threads in between.
    pub between: Vec<usize>,
    pub write: usize,
}

/// Every lost update of the trace, in the order of the overwriting stores.
pub fn all(scene: &Scene<'_>) -> Vec<Lost> {
    (0..scene.trace.steps.len()).filter_map(|write| lost_at(scene, write)).collect()
}

fn lost_at(scene: &Scene<'_>, write: usize) -> Option<Lost> {
    let store = scene.step(write);
    let overwrites = store.effect == Effect::Write || store.op == "swap";
    let stored = number(store.argument.as_ref()).filter(|_| overwrites)?;
    let before: Vec<_> = scene.touching(store.object?).take_while(|&index| index < write).collect();
    let read = *before.iter().rfind(|&&index| scene.step(index).thread == store.thread)?;
    let load = scene.step(read);
    // A read-modify-write reads too; what it left is as stale by the store.
    let reads = only_reads(load) || load.effect == Effect::ReadWrite;
    let seen = load.result.as_ref().filter(|_| reads)?;
    let loaded = number(Some(seen))?;
    let changed = |index: &usize| *index > read && changes(scene.step(*index), seen);
    let between: Vec<_> = before.into_iter().filter(changed).collect();
    (stored != loaded && !between.is_empty()).then_some(Lost { read, between, write })
}

/// "overwrites step 3, which A never saw"
pub fn note(scene: &Scene<'_>, lost: &Lost) -> String {
    let reader = scene.thread(scene.step(lost.write).thread);
    match lost.between.as_slice() {
        [one] => format!("overwrites {}, which {reader} never saw", scene.step_name(*one)),
        many => {
            let updates = count(many.len() as u64, "update");
            format!("overwrites {updates} that {reader} never saw")
        }
    }
}

pub fn story(scene: &Scene<'_>, lost: &Lost) -> Option<Story> {
    let (load, store) = (scene.step(lost.read), scene.step(lost.write));
    let object = scene.object(store.object?);
    let others: Vec<_> = lost.between.iter().map(|&index| scene.step_name(index)).collect();
    let story = Story::new("lost update").pin(lost.read);
    let story = lost.between.iter().fold(story, |story, &index| story.pin(index));
    let lesson = format!(
        "{} and {} are two operations, and any thread can run between them: each one \
         is atomic, the pair is not.",
        code(&format!("{object}.{}", load.op)),
        code(&format!("{object}.{}", store.op)),
    );
    let told = format!(
        "{} reads {} in {} and stores {} in {}: what was written in {} is gone.",
        scene.thread(store.thread),
        load.result.as_deref()?,
        scene.step_name(lost.read),
        store.argument.as_deref()?,
        scene.step_name(lost.write),
        list(&others),
    );
    let story = story.mark(lost.write, note(scene, lost)).tell(told);
    let Some(held) = other_locks(scene, lost) else {
        return Some(strength(story.teach(lesson), lost, scene));
    };
    let title = "lost update: each under a lock of its own".to_owned();
    Some(Story { title, ..story }.tell(held).teach(
        "A lock keeps out those who take the same one, and nobody else. It belongs to the data: \
         one lock for one thing, made where the thing is made, and taken by all who touch it.",
    ))
}

/// Who holds what, where both threads hold a lock and not the same one.
fn other_locks(scene: &Scene<'_>, lost: &Lost) -> Option<String> {
    let (reader, writer) = (scene.step(lost.write).thread, *lost.between.first()?);
    let ours = section::held(scene, reader, lost.write);
    let theirs = section::held(scene, scene.step(writer).thread, writer);
    if ours.is_empty() || theirs.is_empty() || !ours.is_disjoint(&theirs) {
        return None;
    }
    let names = |locks: BTreeSet<usize>| {
        let names = locks.into_iter().map(|lock| code(&scene.object(lock)));
        list(&names.collect::<Vec<_>>())
    };
    Some(format!(
        "{} holds {} meanwhile, and {} holds {}.",
        scene.thread(reader),
        names(ours),
        scene.thread(scene.step(writer).thread),
        names(theirs),
    ))
}

/// Orderings stronger than Relaxed look like a cure and are none.
fn strength(story: Story, lost: &Lost, scene: &Scene<'_>) -> Story {
    let orderings = [lost.read, lost.write].map(|index| scene.step(index).ordering.as_deref());
    match orderings.into_iter().flatten().find(|&ordering| ordering != "Relaxed") {
        Some(ordering) => story.teach(format!(
            "{} does not join them; one read-modify-write operation or one critical \
             section does.",
            code(ordering)
        )),
        None => story,
    }
}

/// A compare-exchange that failed and was not tried again.
pub fn given_up(scene: &Scene<'_>) -> Option<Story> {
    let last = (0..scene.trace.steps.len()).rfind(|&index| {
        let step = scene.step(index);
        let again = |later: usize| later > index && scene.step(later).thread == step.thread;
        failed_exchange(step) && !scene.touching_same(index).any(again)
    })?;
    let step = scene.step(last);
    let (thread, call) = (scene.thread(step.thread), code(&step.op));
    if step.adversarial {
        let title = format!("spurious failure of {}", step.op);
        return Some(
            Story::new(&title)
                .mark(last, "fails although it finds the expected value")
                .tell(format!("{thread} does not try again: its update never happens."))
                .teach(format!(
                    "{call} fails even when the value is as expected; it belongs in a loop."
                )),
        );
    }
    let writer =
        scene.touching_same(last).rfind(|&index| index < last && writes(scene.step(index)));
    let writer = writer.filter(|&index| scene.step(index).thread != step.thread)?;
    let told = format!(
        "{thread}'s {call} in {} fails, because {} changed {} in {}; {thread} does not try \
         again, so its update never happens.",
        scene.step_name(last),
        scene.thread(scene.step(writer).thread),
        scene.object_of(last),
        scene.step_name(writer),
    );
    Some(
        Story::new("lost update: a failed compare-exchange, not retried")
            .pin(writer)
            .mark(last, format!("fails: {} came first", scene.step_name(writer)))
            .tell(told)
            .teach(
                "A failed compare-exchange changes nothing: read again, compute again, try again.",
            ),
    )
}
