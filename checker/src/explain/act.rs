//! Check-then-act: deciding on a value that has changed by the time of acting.

use super::access::{changes, is_exchange, only_reads, writes};
use super::prose::code;
use super::scene::Scene;
use super::story::Story;

/// A thread checks an atomic, another changes it, and the first one acts on it.
/// Only acts that `fits` are considered.
pub fn story(scene: &Scene<'_>, fits: impl Fn(usize) -> bool) -> Option<Story> {
    let acts = (0..scene.trace.steps.len()).rev().filter(|&act| fits(act));
    let (check, change, act) = acts.filter_map(|act| found(scene, act)).next()?;
    let object = scene.step(act).object.map(|object| scene.object(object))?;
    let thread = scene.thread(scene.step(act).thread);
    let (seen, op) = (scene.step(check).result.as_deref()?, &scene.step(act).op);
    let told = format!(
        "{thread} sees {} = {seen} in {}; {} changes it in {}; {thread} acts in {} all the same.",
        code(&object),
        scene.step_name(check),
        scene.thread(scene.step(change).thread),
        scene.step_name(change),
        scene.step_name(act),
    );
    let lesson = format!(
        "What {} returned is true only at that moment. The check and {} must be one operation \
         or one critical section.",
        code(&format!("{object}.{}", scene.step(check).op)),
        code(&format!("{object}.{op}")),
    );
    let note = format!("acts on the {seen} read in {}", scene.step_name(check));
    let story = Story::new("check then act").pin(check).pin(change);
    Some(story.mark(act, note).tell(told).teach(lesson))
}

/// The check, the change by another thread, and the act, if `act` is one.
fn found(scene: &Scene<'_>, act: usize) -> Option<(usize, usize, usize)> {
    let step = scene.step(act);
    if !writes(step) || is_exchange(step) {
        return None;
    }
    let before: Vec<_> = scene.touching_same(act).take_while(|&index| index < act).collect();
    let check = *before.iter().rfind(|&&index| scene.step(index).thread == step.thread)?;
    let seen = scene.step(check).result.as_ref().filter(|_| only_reads(scene.step(check)))?;
    // A read-modify-write that finds the value still there has missed nothing.
    if step.result.as_ref() == Some(seen) || !changes(step, seen) {
        return None;
    }
    let changed = |index: &&usize| {
        let other = scene.step(**index);
        **index > check && changes(other, seen)
    };
    before.iter().rfind(changed).map(|&change| (check, change, act))
}
