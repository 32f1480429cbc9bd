//! ABA: a value that came back is taken for one that never changed.

use super::access::{acquires, is_exchange, reads, writes};
use super::scene::Scene;
use super::story::Story;
use facts::Effect;

/// A thread finds a value again that others have changed and restored, and
/// writes over it.
pub fn story(scene: &Scene<'_>) -> Option<Story> {
    scene.kept().filter_map(|again| found(scene, again)).last()
}

fn found(scene: &Scene<'_>, again: usize) -> Option<Story> {
    let value = looked(scene, again)?;
    let thread = scene.step(again).thread;
    let before = |index: &usize| *index < again && scene.number(*index).is_some();
    let earlier: Vec<_> = scene.touching_same(again).filter(before).collect();
    let own = |index: &&usize| scene.step(**index).thread == thread;
    let first = *earlier.iter().rfind(|index| own(index) && looked(scene, **index).is_some())?;
    if looked(scene, first)? != value || !acts(scene, again) {
        return None;
    }
    let changes: Vec<_> = earlier.into_iter().filter(|&index| index > first).collect();
    let left = |index: &usize| left(scene, *index).filter(|_| scene.step(*index).thread != thread);
    let away = changes.iter().copied().find(|index| left(index).is_some_and(|it| it != value))?;
    let back = changes.iter().copied().rfind(|index| left(index).is_some())?;
    (left(&back)? == value).then(|| tell(scene, [first, away, back, again], value))
}

/// The value that a thread finds at this step.
fn looked<'a>(scene: &Scene<'a>, index: usize) -> Option<&'a str> {
    let step = scene.step(index);
    step.result.as_deref().filter(|_| reads(step) || acquires(step))
}

/// The value that a step leaves behind for others.
fn left<'a>(scene: &Scene<'a>, index: usize) -> Option<&'a str> {
    let step = scene.step(index);
    let plain = step.effect == Effect::Write || step.effect == Effect::Release;
    step.argument.as_deref().filter(|_| plain)
}

/// Whether the thread writes on the strength of what it found: in an exchange, or
/// before the critical section ends.
fn acts(scene: &Scene<'_>, again: usize) -> bool {
    let step = scene.step(again);
    if is_exchange(step) {
        return writes(step);
    }
    let own = |&index: &usize| index > again && scene.step(index).thread == step.thread;
    let next = scene.touching_same(again).find(own);
    next.is_some_and(|next| left(scene, next).is_some_and(|it| Some(it) != looked(scene, again)))
}

fn tell(scene: &Scene<'_>, [first, away, back, again]: [usize; 4], value: &str) -> Story {
    let (reader, writer) = (scene.step(again).thread, scene.step(away).thread);
    let other = left(scene, away).unwrap_or_default();
    Story::new("ABA: the value came back")
        .pin(first)
        .pin(away)
        .pin(back)
        .mark(again, format!("{value} again, and not the one of {}", scene.step_name(first)))
        .tell(format!(
            "{} finds {} = {value} in {} and again in {}. In between {} made it {other} in {} and \
             {value} once more in {}.",
            scene.thread(reader),
            scene.object_of(again),
            scene.step_name(first),
            scene.step_name(again),
            scene.thread(writer),
            scene.step_name(away),
            scene.step_name(back),
        ))
        .teach(
            "An equal value is no proof that nothing has happened. What has to be noticed is \
             counted: a version that only grows, changed together with the value, never comes back.",
        )
}
