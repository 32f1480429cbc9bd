//! Data races: two accesses that nothing orders.

use super::access::writes;
use super::operation;
use super::prose::code;
use super::scene::Scene;
use super::story::Story;

pub fn story(scene: &Scene<'_>, first: usize, second: usize) -> Story {
    let story = Story::new("data race");
    let count = scene.trace.steps.len();
    if first >= count || second >= count {
        return story;
    }
    let told = format!(
        "{} in {} and {} in {} touch the same memory, and neither happens before the other.",
        access(scene, first),
        scene.step_name(first),
        access(scene, second),
        scene.step_name(second),
    );
    let note = format!("races with {}", scene.step_name(first));
    story.pin(first).mark(second, note).tell(told).teach(
        "A data race is undefined behaviour in Rust, whatever the values turn out to be. A lock, \
         a join or a Release store read by an Acquire load orders two accesses; being far apart \
         in time does not.",
    )
}

/// "A's write `cell.set(1)`"
pub fn access(scene: &Scene<'_>, index: usize) -> String {
    let step = scene.step(index);
    let kind = if writes(step) { "write" } else { "read" };
    let call = code(&operation::call(scene, index, false));
    format!("{}'s {kind} {call}", scene.thread(step.thread))
}
