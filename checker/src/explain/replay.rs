//! Schedules that the program cannot follow, or that end elsewhere.

use super::prose::{code, count, glue, list, paragraph};
use super::scene::Scene;
use super::sources::Sources;
use super::{model, outcomes, paint, pattern, trace};
use facts::{Failure, Replay, ReplayEnd};
use std::collections::BTreeSet;

pub fn told(sources: Sources<'_>, replay: &Replay) -> String {
    let mut parts = vec![format!("  {}", paint::alarm(title(replay)))];
    let scene = Scene::new(&replay.trace, sources, None, &BTreeSet::new());
    parts.push(paragraph(3, &reason(&scene, replay)));
    let picture = match &replay.end {
        ReplayEnd::Failed(kind) => {
            let failure = failure(replay, kind);
            let story = pattern::story(&scene, &failure);
            let result = model::result(&scene, kind);
            let picture = trace::picture(&scene, &story);
            result.map_or(picture.clone(), |line| format!("{picture}\n\n{line}"))
        }
        _ => trace::picture(&scene, &outcomes::marks(&scene)),
    };
    parts.extend((!picture.is_empty()).then_some(picture));
    parts.join("\n\n")
}

fn failure(replay: &Replay, kind: &facts::FailureKind) -> Failure {
    let trace = replay.trace.clone();
    Failure { kind: kind.clone(), trace, preemptions: 0, stale_reads: 0, adversarial: 0 }
}

pub fn title(replay: &Replay) -> &'static str {
    match &replay.end {
        ReplayEnd::Finished => "the schedule ends with another value",
        ReplayEnd::NoSuchThread { .. } => "the schedule names a thread that does not exist",
        ReplayEnd::ThreadFinished { .. } => "the schedule steps a thread that has finished",
        ReplayEnd::ThreadBlocked { .. } => "the schedule steps a thread that is blocked",
        ReplayEnd::Unfinished { .. } => "the schedule ends before the program does",
        ReplayEnd::Failed(_) => "the program fails under this schedule",
    }
}

fn reason(scene: &Scene<'_>, replay: &Replay) -> String {
    let nth = |entry: usize| format!("Entry\u{a0}{}", super::prose::thousands(entry as u64 + 1));
    match &replay.end {
        ReplayEnd::Finished => format!(
            "Every entry is a legal step, and the program ends with {}, {}.",
            replay.value.as_deref().unwrap_or("no value"),
            glue(&format!("expected {}", replay.wanted))
        ),
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
        ReplayEnd::ThreadFinished { entry, name } => format!(
            "{} steps {}, but {} has finished: all its {} are used up before.",
            nth(*entry),
            code(name),
            code(name),
            count(steps_of(scene, name), "step")
        ),
        ReplayEnd::ThreadBlocked { entry, name } => format!(
            "{} steps {}, but {} is blocked there: it cannot run until another thread lets it.",
            nth(*entry),
            code(name),
            code(name)
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

/// How many steps the picture shows of a thread.
fn steps_of(scene: &Scene<'_>, name: &str) -> u64 {
    let own = scene.kept().filter(|&index| scene.thread(scene.step(index).thread) == name);
    own.count() as u64
}
