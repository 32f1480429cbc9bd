//! Critical sections that are too short: the lock is given back half-way.

use super::access::acquires;
use super::prose::code;
use super::scene::Scene;
use super::story::Story;
use facts::Effect;
use std::collections::BTreeSet;

/// From a lock's acquisition to its release by one thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Section {
    thread: usize,
    object: usize,
    start: usize,
    end: usize,
}

/// A thread leaves one section and enters another, and in between a second
/// thread locks what the two protect.
pub fn story(scene: &Scene<'_>) -> Option<Story> {
    let sections = sections(scene);
    let found = sections.iter().rev().find_map(|second| {
        let first = before(&sections, second)?;
        let inside = between(&sections, first, second);
        (!inside.is_empty()).then_some((first, inside, second))
    });
    let (first, inside, second) = found?;
    let ours: BTreeSet<_> = [first.object, second.object].into();
    let theirs: BTreeSet<_> = inside.iter().map(|section| section.object).collect();
    // With two locks, only one who takes both can see that they disagree.
    (ours == theirs).then(|| tell(scene, first, &inside, second))
}

fn tell(scene: &Scene<'_>, first: &Section, inside: &[&Section], second: &Section) -> Story {
    let thread = scene.thread(first.thread);
    let other = scene.thread(inside[0].thread);
    let released = format!("{thread} holds no lock from here to {}", scene.step_name(second.start));
    let mut story = Story::new("").pin(first.start).mark(first.end, released).pin(second.start);
    for section in inside {
        story = story.pin(section.start).pin(section.end);
    }
    let (one, two) = (code(&scene.object(first.object)), code(&scene.object(second.object)));
    let when =
        format!("between {} and {}", scene.step_name(first.end), scene.step_name(second.start));
    if first.object == second.object {
        let values = values(scene, &thread, first, second);
        story.title = "check then act: one critical section cut in two".to_owned();
        return story
            .tell(format!("{thread} locks {one} twice, and {other} has its turn {when}.{values}"))
            .teach(format!(
                "The lock protects each of the two sections, not the time between them: what \
                 {thread} learned in the first is out of date in the second. What belongs together \
                 happens under one guard, or the second section looks whether what the first \
                 one saw still holds."
            ));
    }
    story.title = "broken critical section: a change seen half done".to_owned();
    story.tell(format!("{thread} locks {one}, then {two}; {other} locks both {when}.")).teach(
        "Each value is protected, the relation between them is not: it holds again only after \
             the second section. Hold both locks until the change is complete.",
    )
}

/// What the lock held at the first and at the second time, where that is known.
fn values(scene: &Scene<'_>, thread: &str, first: &Section, second: &Section) -> String {
    let found = |section: &Section| scene.step(section.start).result.as_deref();
    match (found(first), found(second)) {
        (Some(one), Some(two)) if one != two => {
            format!(" {thread} finds {one} the first time and {two} the second.")
        }
        _ => String::new(),
    }
}

/// The locks that a thread holds at a step, given as objects.
pub fn held(scene: &Scene<'_>, thread: usize, at: usize) -> BTreeSet<usize> {
    let sections = sections(scene).into_iter();
    let covers =
        |section: &Section| section.thread == thread && section.start < at && at < section.end;
    sections.filter(covers).map(|section| section.object).collect()
}

fn sections(scene: &Scene<'_>) -> Vec<Section> {
    // What main does before and after everybody else is no section of theirs.
    let acquired = scene.kept().filter(|&index| {
        let step = scene.step(index);
        acquires(step) && scene.sources.is_learners(&step.place)
    });
    let sections = acquired.filter_map(|start| {
        let step = scene.step(start);
        let ends = |&index: &usize| {
            index > start
                && scene.step(index).thread == step.thread
                && scene.step(index).effect == Effect::Release
        };
        let end = scene.touching(step.object?).find(ends)?;
        Some(Section { thread: step.thread, object: step.object?, start, end })
    });
    sections.collect()
}

/// The thread's section just before this one, if it held nothing in between.
fn before<'s>(sections: &'s [Section], second: &Section) -> Option<&'s Section> {
    let own = || sections.iter().filter(|section| section.thread == second.thread);
    let first = own().rfind(|section| section.end < second.start)?;
    let covered = |section: &&Section| section.start < second.start && section.end > first.end;
    own().find(covered).is_none().then_some(first)
}

/// The sections of one other thread that lie within the gap on the same locks.
fn between<'s>(sections: &'s [Section], first: &Section, second: &Section) -> Vec<&'s Section> {
    let fits = |section: &&Section| {
        section.thread != first.thread
            && section.start > first.end
            && section.end < second.start
            && [first.object, second.object].contains(&section.object)
    };
    let all: Vec<_> = sections.iter().filter(fits).collect();
    let thread = all.first().map(|section| section.thread);
    all.into_iter().filter(|section| Some(section.thread) == thread).collect()
}
