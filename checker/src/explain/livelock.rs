//! Livelocks: running for ever and getting nowhere.

use super::access::{reads, writes};
use super::prose::list;
use super::scene::Scene;
use super::story::Story;

pub fn story(scene: &Scene<'_>, threads: &[usize]) -> Story {
    let names: Vec<_> = threads.iter().map(|&thread| scene.thread(thread)).collect();
    let (verb, none) = match names.len() {
        1 => ("runs", "makes no progress"),
        2 => ("run", "neither makes progress"),
        _ => ("run", "none of them makes progress"),
    };
    let story = Story::new("livelock");
    let story = story.tell(format!("{} {verb} for ever, and {none}.", list(&names)));
    if let [only] = threads {
        return in_vain(story, scene, *only);
    }
    story.teach(
        "Every thread is busy and none gets on: each waits in a loop for a change that only \
             another one's progress would bring.",
    )
}

/// Nobody else is left: what the thread finds will never be another.
fn in_vain(story: Story, scene: &Scene<'_>, thread: usize) -> Story {
    let story = story.teach(
        "A loop that waits for a change ends only if somebody makes it. Who was to make it, and \
         can they be gone without having done so?",
    );
    let look = scene.steps_of(thread).rfind(|&index| {
        let step = scene.step(index);
        step.object.is_some() && reads(step) && step.result.is_some()
    });
    let Some(look) = look else { return story };
    let (name, value) = (scene.object_of(look), scene.step(look).result.as_deref());
    let made = scene.touching_same(look).rfind(|&index| {
        index < look && writes(scene.step(index)) && scene.step(index).thread != thread
    });
    let story = story.tell(format!(
        "It finds {} in {name} again and again, and nobody is left to change that.",
        value.unwrap_or_default()
    ));
    match made {
        Some(made) => story.mark(made, "the last to change it"),
        None => story,
    }
}
