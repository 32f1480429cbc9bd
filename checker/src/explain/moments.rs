//! Values that were never there together: one thread changes two things, another
//! looks at both, and what it finds of the one is older than of the other.

use super::access::{acquires, only_reads, writes};
use super::scene::Scene;
use super::story::Story;
use facts::Effect;

/// A thread and an object at one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Event {
    step: usize,
    thread: usize,
    object: usize,
}

/// What a thread changed one after the other, and what another one looked at.
struct Torn {
    changed: [Event; 2],
    looked: [Event; 2],
}

pub fn story(scene: &Scene<'_>) -> Option<Story> {
    let (changes, looks) = (changes(scene), looks(scene));
    half_done(&changes, &looks)
        .map(|torn| tell_half_done(scene, &torn))
        .or_else(|| apart(&changes, &looks).map(|torn| tell_apart(scene, &torn)))
}

/// Both looks fall between the two changes.
fn half_done(changes: &[Event], looks: &[Event]) -> Option<Torn> {
    let fits = |[first, second]: &[Event; 2], [one, other]: &[Event; 2]| {
        first.step < one.step && other.step < second.step
    };
    find(changes, looks, fits)
}

/// Both changes fall between the two looks.
fn apart(changes: &[Event], looks: &[Event]) -> Option<Torn> {
    let fits = |[first, second]: &[Event; 2], [one, other]: &[Event; 2]| {
        one.step < first.step && second.step < other.step
    };
    find(changes, looks, fits)
}

/// The last two changes, and the looks at the same two objects nearest to them.
fn find(
    changes: &[Event],
    looks: &[Event],
    fits: impl Fn(&[Event; 2], &[Event; 2]) -> bool,
) -> Option<Torn> {
    updates(changes).into_iter().rev().find_map(|changed| {
        let other = |look: &[Event; 2]| {
            let objects = |events: &[Event; 2]| {
                let [one, other] = events.map(|event| event.object);
                [one.min(other), one.max(other)]
            };
            look[0].thread != changed[0].thread && objects(look) == objects(&changed)
        };
        let looked = pairs(looks).filter(other).find(|look| fits(&changed, look))?;
        Some(Torn { changed, looked })
    })
}

/// The changes of one thread to two objects, two by two: one update, and not the
/// end of one with the beginning of the next.
fn updates(changes: &[Event]) -> Vec<[Event; 2]> {
    let mut updates: Vec<[Event; 2]> = Vec::new();
    for changed in pairs(changes) {
        let objects = changed.map(|event| event.object);
        let taken = updates.iter().any(|update| {
            update[1] == changed[0] && update.iter().all(|event| objects.contains(&event.object))
        });
        if !taken {
            updates.push(changed);
        }
    }
    updates
}

/// Two events of one thread at different objects, with none at either in between.
fn pairs(events: &[Event]) -> impl DoubleEndedIterator<Item = [Event; 2]> {
    let pair = |second: usize| {
        let own = move |it: &&Event| it.thread == events[second].thread;
        let before = move || events[..second].iter().rev().filter(own);
        let same = move |it: &&Event| it.object != events[second].object;
        let near = before().take_while(same);
        let newest = move |first: &&Event| {
            before().find(|it| it.object == first.object).is_some_and(|it| it == *first)
        };
        near.filter(newest).map(move |first| [*first, events[second]])
    };
    let pairs: Vec<_> = (0..events.len()).flat_map(pair).collect();
    pairs.into_iter()
}

/// Where something got another value: a write, or the end of a critical section
/// whose lock holds something else than before.
fn changes(scene: &Scene<'_>) -> Vec<Event> {
    events(scene, |index| {
        let step = scene.step(index);
        match step.effect {
            Effect::Release => {
                let before = entered(scene, index).and_then(|at| scene.step(at).result.as_ref());
                before.is_some() && step.argument.is_some() && before != step.argument.as_ref()
            }
            _ => writes(step),
        }
    })
}

/// Where a thread that changes nothing of it found out a value.
fn looks(scene: &Scene<'_>) -> Vec<Event> {
    let changed = changes(scene);
    let looks = events(scene, |index| {
        let step = scene.step(index);
        step.result.is_some() && (only_reads(step) || acquires(step))
    });
    let reads_only = |look: &Event| {
        !changed.iter().any(|it| it.thread == look.thread && it.object == look.object)
    };
    looks.into_iter().filter(reads_only).collect()
}

fn events(scene: &Scene<'_>, is: impl Fn(usize) -> bool) -> Vec<Event> {
    let kept = scene.kept().filter(|&step| is(step));
    let event = |step| {
        let thread = scene.step(step).thread;
        scene.step(step).object.map(|object| Event { step, thread, object })
    };
    kept.filter_map(event).collect()
}

/// Where the critical section that ends here began.
fn entered(scene: &Scene<'_>, end: usize) -> Option<usize> {
    let thread = scene.step(end).thread;
    let own = |&index: &usize| {
        index < end && scene.step(index).thread == thread && acquires(scene.step(index))
    };
    scene.touching_same(end).rfind(own)
}

fn tell_half_done(scene: &Scene<'_>, torn: &Torn) -> Story {
    let Torn { changed: [first, second], looked } = torn;
    let story = Story::new("a change seen half done");
    pinned(story, torn)
        .tell(format!(
            "{} changes {} in {} and {} only in {}; {} looks at both in between, in {} and {}.",
            scene.thread(first.thread),
            scene.object_of(first.step),
            scene.step_name(first.step),
            scene.object_of(second.step),
            scene.step_name(second.step),
            scene.thread(looked[0].thread),
            scene.step_name(looked[0].step),
            scene.step_name(looked[1].step),
        ))
        .teach(
            "What is true of the two together is broken from the first change to the second. \
             Nobody may look in between: both changes belong into one critical section, and \
             whoever looks takes the same lock.",
        )
}

fn tell_apart(scene: &Scene<'_>, torn: &Torn) -> Story {
    let Torn { changed, looked: [before, after] } = torn;
    let (reader, writer) = (scene.thread(before.thread), scene.thread(changed[0].thread));
    let story = Story::new("values of different moments");
    pinned(story, torn)
        .tell(format!(
            "{reader} looks at {} in {} and at {} only in {}; in between {writer} changes both. So \
             {reader} has the one from before the change and the other from after it.",
            scene.object_of(before.step),
            scene.step_name(before.step),
            scene.object_of(after.step),
            scene.step_name(after.step),
        ))
        .teach(
            "Each value was right when it was read, and the two were never there together. What \
             is to be seen at one moment has to be held still until the last of it is read.",
        )
}

fn pinned(story: Story, torn: &Torn) -> Story {
    let steps = torn.changed.iter().chain(&torn.looked);
    steps.fold(story, |story, event| story.pin(event.step))
}
