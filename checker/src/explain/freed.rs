//! Memory that is used, or freed, after it was freed; memory that never is.

use super::data_race::access;
use super::ordering;
use super::scene::Scene;
use super::story::Story;

pub fn used(scene: &Scene<'_>, freed: usize, used: usize) -> Story {
    let (who, step) = (scene.thread(scene.step(freed).thread), scene.step_name(freed));
    let (access, at) = (access(scene, used), scene.step_name(used));
    let story = Story::new("use after free");
    let story = if freed < used {
        let told = format!("{who} frees the memory in {step}; {access} in {at} comes after that.");
        story.pin(freed).mark(used, format!("freed in {step}")).tell(told)
    } else {
        let told = format!(
            "{who} frees the memory in {step}, and nothing makes {access} in {at} happen before \
             that: it may as well come after."
        );
        let story = story.pin(used).mark(freed, format!("{at} may still be to come")).tell(told);
        ordering::broken_link(story, scene, used, freed)
    };
    story.teach(
        "What is freed may belong to somebody else at once: reading it gives anything, writing it \
         destroys anything. Whoever frees must know that nobody can still get there: by a count \
         that reached zero, a join, or a lock that the others take too.",
    )
}

pub fn twice(scene: &Scene<'_>, first: usize, second: usize) -> Story {
    let told = format!(
        "{} frees the memory in {}, and {} frees it again in {}.",
        scene.thread(scene.step(first).thread),
        scene.step_name(first),
        scene.thread(scene.step(second).thread),
        scene.step_name(second),
    );
    let note = format!("freed in {} already", scene.step_name(first));
    let story = Story::new("double free").pin(first).mark(second, note).tell(told);
    if scene.step(first).thread == scene.step(second).thread {
        return story.teach(
            "One value has two owners in this thread. What was taken out, or dropped by hand, must \
             not be dropped once more by what held it.",
        );
    }
    story.teach(
        "Two threads believed to be the one that frees. Deciding who is must be one atomic step: \
         a swap, or a count of which exactly one thread sees the last value.",
    )
}

pub fn never(scene: &Scene<'_>, allocated: &[usize]) -> Story {
    let first = allocated.first().map_or_else(String::new, |&step| scene.step_name(step));
    let count = allocated.len();
    let told = match count {
        1 => format!("What is allocated in {first} is never freed."),
        _ => format!("{count} allocations are never freed, the first of them that in {first}."),
    };
    let story = Story::new("memory leak").tell(told).teach(
        "When the last thread is done nobody can reach this memory any more. What was given up \
         with `into_raw`, `forget` or `MaybeUninit` has to be taken back by somebody.",
    );
    allocated.iter().fold(story, |story, &step| story.mark(step, "never freed"))
}
