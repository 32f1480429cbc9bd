//! Data races: two accesses that nothing orders.

use super::access::writes;
use super::prose::code;
use super::scene::Scene;
use super::story::Story;
use super::{operation, ordering};

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
    if [first, second].iter().any(|&index| scene.step(index).op == "free") {
        let story = freeing(scene, first, second).tell(told);
        return ordering::broken_link(story, scene, first, second);
    }
    let note = format!("races with {}", scene.step_name(first));
    let story = story.pin(first).mark(second, note).tell(told);
    ordering::broken_link(story, scene, first, second).teach(
        "A data race is undefined behaviour in Rust, whatever the values turn out to be. A lock, \
         a join or a Release store read by an Acquire load orders two accesses; being far apart \
         in time does not.",
    )
}

/// A race of an access with the freeing of the memory.
fn freeing(scene: &Scene<'_>, first: usize, second: usize) -> Story {
    let note = format!("races with {}", scene.step_name(first));
    Story::new("data race with a free: use after free").pin(first).mark(second, note).teach(
        "The memory may as well be freed first, and is then used by somebody who has no right to \
         it any more. Whoever frees must know that everybody else is done: by a count that \
         reached zero, a join, or a store that the last access precedes and the one who frees \
         reads, Release and Acquire.",
    )
}

/// "A's write `cell.set(1)`"
pub fn access(scene: &Scene<'_>, index: usize) -> String {
    let step = scene.step(index);
    let kind = if writes(step) { "write" } else { "read" };
    if operation::is_plain(scene, index) {
        return format!("{}'s {kind}", scene.thread(step.thread));
    }
    let call = code(&operation::call(scene, index, false));
    format!("{}'s {kind} {call}", scene.thread(step.thread))
}
