//! Memory-ordering bugs: a load returns an older value than the newest.

use super::access::{only_reads, reads, writes};
use super::operation;
use super::prose::code;
use super::scene::Scene;
use super::story::Story;
use facts::Effect;

/// A flag that was read, and the store that set it.
#[derive(Debug, Clone, Copy)]
struct Signal {
    set: usize,
    seen: usize,
}

pub fn story(scene: &Scene<'_>) -> Option<Story> {
    let steps = 0..scene.trace.steps.len();
    let late = steps.clone().rfind(|&index| is_stale(scene, index))?;
    let story = Story::new("memory ordering: a stale read");
    let story = mark_stale(story, scene, steps);
    let Some(newest) = missed(scene, late) else {
        return Some(story);
    };
    let story = story.pin(newest);
    Some(match signal(scene, newest, late) {
        Some(signal) => unsynchronised(story, scene, newest, signal, late),
        None => unordered(story, scene, newest, late),
    })
}

fn is_stale(scene: &Scene<'_>, index: usize) -> bool {
    scene.step(index).newest.is_some()
}

/// Marks those of these steps that read an older value than the newest.
pub fn mark_stale(
    mut story: Story,
    scene: &Scene<'_>,
    steps: impl Iterator<Item = usize>,
) -> Story {
    for stale in steps.filter(|&index| is_stale(scene, index)) {
        story = story.mark(stale, note(scene, stale));
        story.orderings = true;
    }
    story
}

/// "stale: the newest is 1"
fn note(scene: &Scene<'_>, index: usize) -> String {
    let step = scene.step(index);
    match step.newest.as_deref() {
        None | Some("") => "stale: there is a newer value".to_owned(),
        same if same == step.result.as_deref() => {
            "stale: an earlier store of the same value".to_owned()
        }
        Some(newest) => format!("stale: the newest is {newest}"),
    }
}

/// The newest write that the load did not see.
fn missed(scene: &Scene<'_>, late: usize) -> Option<usize> {
    let reader = scene.step(late).thread;
    scene.touching_same(late).rfind(|&index| {
        index < late && writes(scene.step(index)) && scene.step(index).thread != reader
    })
}

/// The flag by which the reader learned of the write: set by the writer after
/// it, seen by the reader before its stale load.
fn signal(scene: &Scene<'_>, newest: usize, late: usize) -> Option<Signal> {
    let (writer, reader) = (scene.step(newest).thread, scene.step(late).thread);
    let before = scene.steps_of(reader).rev().filter(|&seen| seen < late);
    before.filter(|&seen| reads(scene.step(seen))).find_map(|seen| {
        let step = scene.step(seen);
        // A read-modify-write reads the newest value, whatever that came to.
        let set = scene.touching_same(seen).rfind(|&set| {
            let store = scene.step(set);
            let same = store.argument.is_some() && store.argument == step.result;
            set < seen && writes(store) && (same || step.effect == Effect::ReadWrite)
        })?;
        let announces = scene.step(set).thread == writer && set > newest;
        let weak = !(releases(scene, set) && acquires(scene, seen));
        (announces && weak && step.object != scene.step(late).object)
            .then_some(Signal { set, seen })
    })
}

fn unsynchronised(
    story: Story,
    scene: &Scene<'_>,
    newest: usize,
    signal: Signal,
    late: usize,
) -> Story {
    let (writer, reader) =
        (scene.thread(scene.step(newest).thread), scene.thread(scene.step(late).thread));
    let told = format!(
        "{} So {writer}'s write to {} in {} does not happen before {reader}'s read in {}.",
        too_weak(scene, signal),
        scene.object_of(newest),
        scene.step_name(newest),
        scene.step_name(late),
    );
    let story = story.pin(signal.set).pin(signal.seen);
    story.tell(told).teach(
        "Program order is not the order in which another thread sees writes. Only a Release \
         store that an Acquire load reads from makes earlier writes visible.",
    )
}

/// Adds why one access does not happen before another, although the second
/// thread has seen a flag that the first one set in between, and which loads
/// before it were stale.
pub fn broken_link(story: Story, scene: &Scene<'_>, first: usize, second: usize) -> Story {
    let story = mark_stale(story, scene, scene.kept());
    let Some(signal) = signal(scene, first, second) else { return story };
    let story = story.pin(signal.set).pin(signal.seen).tell(too_weak(scene, signal));
    Story { orderings: true, ..story }
}

/// "B's `flag.load(Relaxed)` in step 4 read what A's `flag.store(true, Release)`
/// in step 3 wrote, but the two do not synchronise: the load is Relaxed."
fn too_weak(scene: &Scene<'_>, Signal { set, seen }: Signal) -> String {
    let name = |index: usize| code(&operation::call(scene, index, true));
    let whose = |index: usize| scene.thread(scene.step(index).thread);
    let what = |index: usize| match scene.step(index).op.as_str() {
        op @ ("load" | "store") => op.to_owned(),
        op => code(op),
    };
    let is = |index: usize| scene.step(index).ordering.as_deref().unwrap_or("Relaxed");
    let weak = match (releases(scene, set), acquires(scene, seen)) {
        (false, true) => format!("the {} is {}, not Release", what(set), is(set)),
        (true, false) => format!("the {} is {}, not Acquire", what(seen), is(seen)),
        _ if is(set) == is(seen) => {
            format!("both are {}, and that gives no happens-before", is(set))
        }
        _ => format!("the {} is {} and the {} {}", what(set), is(set), what(seen), is(seen)),
    };
    format!(
        "{}'s {} in {} read what {}'s {} in {} wrote, but the two do not synchronise: {weak}.",
        whose(seen),
        name(seen),
        scene.step_name(seen),
        whose(set),
        name(set),
        scene.step_name(set),
    )
}

fn releases(scene: &Scene<'_>, set: usize) -> bool {
    has_one_of(scene, set, ["Release", "AcqRel", "SeqCst"])
}

fn acquires(scene: &Scene<'_>, seen: usize) -> bool {
    has_one_of(scene, seen, ["Acquire", "AcqRel", "SeqCst"])
}

fn has_one_of(scene: &Scene<'_>, index: usize, orderings: [&str; 3]) -> bool {
    scene.step(index).ordering.as_deref().is_some_and(|ordering| orderings.contains(&ordering))
}

/// No flag links the two threads: store buffering and its kin.
fn unordered(story: Story, scene: &Scene<'_>, newest: usize, late: usize) -> Story {
    let (writer, reader) =
        (scene.thread(scene.step(newest).thread), scene.thread(scene.step(late).thread));
    let told = format!(
        "{reader} reads {} in {} without seeing what {writer} wrote in {}: nothing makes that \
         write happen before the read.",
        scene.object_of(late),
        scene.step_name(late),
        scene.step_name(newest),
    );
    let story = story.tell(told);
    let stored_before = scene.steps_of(scene.step(late).thread).find(|&index| {
        index < late
            && writes(scene.step(index))
            && scene.step(index).object != scene.step(late).object
    });
    match stored_before.filter(|_| only_reads(scene.step(late))) {
        Some(store) => story.pin(store).teach(format!(
            "Release and Acquire do not keep the store in {} before the load in {}: they are on \
             different objects. Only {} on every one of these accesses, or a {} fence between store and \
             load in both threads, does.",
            scene.step_name(store),
            scene.step_name(late),
            code("SeqCst"),
            code("SeqCst"),
        )),
        None => story.teach(
            "A write being first in time does not make it visible: a read sees it for certain only \
             when the write happens before it.",
        ),
    }
}
