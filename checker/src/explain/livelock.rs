//! Livelocks: running for ever and getting nowhere.

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
    Story::new("livelock").tell(format!("{} {verb} for ever, and {none}.", list(&names))).teach(
        "Every thread is busy and none gets on: each waits in a loop for a change that only \
             another one's progress would bring.",
    )
}
