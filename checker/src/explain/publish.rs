//! Publishing too early: the flag is set before what it announces is written.

use super::access::{only_reads, reads, writes};
use super::scene::Scene;
use super::story::Story;

/// One thread sets a flag; another sees it and reads; only then the first writes.
pub fn story(scene: &Scene<'_>) -> Option<Story> {
    (0..scene.trace.steps.len()).rev().find_map(|write| found(scene, write))
}

fn found(scene: &Scene<'_>, write: usize) -> Option<Story> {
    let writer = scene.step(write).thread;
    writes(scene.step(write)).then_some(())?;
    let read = scene.touching_same(write).rfind(|&index| index < write)?;
    let reader = scene.step(read).thread;
    (reader != writer && only_reads(scene.step(read))).then_some(())?;
    // The reader came by the flag before, and saw what the writer had stored.
    let (set, seen) =
        scene.steps_of(reader).rev().filter(|&seen| seen < read).find_map(|seen| {
            let value = scene.step(seen).result.as_ref().filter(|_| reads(scene.step(seen)))?;
            let mut sets = scene.touching_same(seen).filter(|&set| set < seen);
            let set = sets.rfind(|&set| writes(scene.step(set)))?;
            // A flag is set; what is counted up or down announces nothing.
            let flag = matches!(scene.step(set).op.as_str(), "store" | "swap");
            let same = flag && scene.step(set).argument.as_ref() == Some(value);
            let other = scene.step(seen).object != scene.step(read).object;
            (same && other && scene.step(set).thread == writer).then_some((set, seen))
        })?;
    let (flag, data) = (scene.object_of(set), scene.object_of(write));
    let (who, whom) = (scene.thread(writer), scene.thread(reader));
    let story = Story::new("published too early")
        .pin(set)
        .pin(seen)
        .mark(read, format!("before {who} writes it in {}", scene.step_name(write)))
        .pin(write)
        .tell(format!(
            "{who} sets {flag} in {} and writes {data} only in {}; {whom} sees {flag} and reads \
             {data} in between.",
            scene.step_name(set),
            scene.step_name(write),
        ))
        .teach(format!("Setting {flag} announces what was done before it: it has to come last."));
    Some(story)
}
