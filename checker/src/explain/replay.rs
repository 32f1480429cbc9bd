//! Schedules that the program cannot follow, or that end elsewhere.

use super::prose::{code, count, glue, list, paragraph};
use super::scene::Scene;
use super::sources::Sources;
use super::{blocked, model, outcomes, paint, pattern, trace};
use facts::{Failure, Replay, ReplayEnd};
use std::collections::BTreeSet;

pub fn told(sources: Sources<'_>, replay: &Replay) -> String {
    let mut parts = vec![format!("  {}", paint::alarm(title(replay)))];
    let scene = scene(sources, replay);
    parts.push(paragraph(3, &reason(&scene, replay)));
    let picture = match &replay.end {
        ReplayEnd::Failed(kind) => {
            let failure = failure(replay, kind);
            let story = pattern::story(&scene, &failure);
            let result = model::result(&scene, kind);
            let picture = trace::picture(&scene, &story);
            result.map_or(picture.clone(), |line| format!("{picture}\n\n{line}"))
        }
        _ => outcomes::picture(&scene),
    };
    parts.extend((!picture.is_empty()).then_some(picture));
    parts.join("\n\n")
}

/// A row for each entry, also where nobody else uses what it touches.
pub fn scene<'a>(sources: Sources<'a>, replay: &'a Replay) -> Scene<'a> {
    let entries: BTreeSet<usize> = replay.entries.iter().copied().collect();
    Scene::new(&replay.trace, sources, None, &entries)
}

fn failure(replay: &Replay, kind: &facts::FailureKind) -> Failure {
    let trace = replay.trace.clone();
    Failure { kind: kind.clone(), trace, preemptions: 0, stale_reads: 0, adversarial: 0 }
}

pub fn title(replay: &Replay) -> &'static str {
    match &replay.end {
        ReplayEnd::Finished if replay.wanted.is_none() => "nothing goes wrong under this schedule",
        ReplayEnd::Finished => "the schedule ends with another value",
        ReplayEnd::NoSuchThread { .. } => "the schedule names a thread that does not exist",
        ReplayEnd::ThreadFinished { .. } => "the schedule steps a thread that has finished",
        ReplayEnd::ThreadBlocked { .. } => "the schedule steps a thread that is blocked",
        ReplayEnd::AfterDeadlock { .. } => "the schedule goes on after the deadlock",
        ReplayEnd::Unfinished { .. } => "the schedule ends before the program does",
        ReplayEnd::Failed(_) => "the program fails under this schedule",
    }
}

fn reason(scene: &Scene<'_>, replay: &Replay) -> String {
    let nth = |entry: usize| format!("Entry\u{a0}{}", super::prose::thousands(entry as u64 + 1));
    match &replay.end {
        ReplayEnd::Finished => match &replay.wanted {
            Some(wanted) => format!(
                "Every entry is a legal step, and the program ends with {}, {}.",
                replay.value.as_deref().unwrap_or("no value"),
                glue(&format!("expected {wanted}"))
            ),
            None => "Every entry is a legal step, and the program ends well. There are schedules \
                     under which it fails."
                .to_owned(),
        },
        ReplayEnd::NoSuchThread { entry, name } => {
            let names: Vec<_> = threads(scene).iter().map(|name| code(name)).collect();
            let known = if names.is_empty() {
                String::new()
            } else {
                format!(" The threads are {}.", list(&names))
            };
            format!(
                "{} names {}, which is none of the program's threads.{known}",
                nth(*entry),
                code(name)
            )
        }
        ReplayEnd::ThreadFinished { entry, name } => {
            let used = match steps_of(scene, replay, name) {
                1 => ": its one step is used up before".to_owned(),
                steps => format!(": all its {} are used up before", count(steps, "step")),
            };
            format!("{} steps {}, but {} has finished{used}.", nth(*entry), code(name), code(name))
        }
        ReplayEnd::ThreadBlocked { entry, name, on } => {
            let steps = format!(
                "{} steps {}, but {} is blocked there",
                nth(*entry),
                code(name),
                code(name)
            );
            match on {
                Some(on) => format!("{steps}. {}", blocked::chain(scene, on)),
                None => format!("{steps}: it cannot run until another thread lets it."),
            }
        }
        ReplayEnd::AfterDeadlock { entry } => format!(
            "After entry\u{a0}{entry} every thread that is left is blocked, and for ever: that is \
             the deadlock. Nobody has a step left, so the list ends there."
        ),
        ReplayEnd::Unfinished { threads } => {
            let names: Vec<_> = threads.iter().map(|name| code(name)).collect();
            let verb = if names.len() == 1 { "has" } else { "have" };
            format!(
                "After the last entry {} still {verb} steps\u{a0}left; a schedule goes on to the end.",
                list(&names)
            )
        }
        ReplayEnd::Failed(_) => "The schedule was followed until the program failed:".to_owned(),
    }
}

/// The threads a schedule can name.
fn threads(scene: &Scene<'_>) -> Vec<String> {
    let names = scene.trace.threads.iter().skip(1).filter_map(|thread| thread.name.clone());
    names.collect()
}

/// How many entries a thread has used.
fn steps_of(scene: &Scene<'_>, replay: &Replay, name: &str) -> u64 {
    let own = |entry: &&usize| scene.thread(scene.step(**entry).thread) == name;
    replay.entries.iter().filter(own).count() as u64
}
