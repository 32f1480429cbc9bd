//! Outcome sets that the learner named wrongly.

use super::prose::{code, count, list, paragraph};
use super::scene::Scene;
use super::sources::Sources;
use super::story::Story;
use super::{lost_update, ordering, paint, trace};
use facts::{Outcome, Trace};
use std::collections::BTreeSet;

/// Witnesses shown as pictures; the rest are named.
const PICTURES: usize = 6;

pub fn told(
    sources: Sources<'_>,
    missing: &[Outcome],
    extra: &[String],
    executions: u64,
) -> String {
    let mut parts = vec![heading(missing, extra)];
    for outcome in missing.iter().take(PICTURES) {
        parts.push(paragraph(
            3,
            &format!("{} is missing. This execution gives it:", code(&outcome.value)),
        ));
        parts.push(witness(sources, &outcome.witness));
    }
    parts.retain(|part| !part.is_empty());
    if missing.len() > PICTURES {
        let values: Vec<_> =
            missing[PICTURES..].iter().map(|outcome| code(&outcome.value)).collect();
        parts.push(paragraph(3, &format!("Also missing: {}.", list(&values))));
    }
    if !extra.is_empty() {
        parts.push(paragraph(3, &too_many(extra, executions)));
    }
    parts.join("\n\n")
}

pub fn title(missing: &[Outcome], extra: &[String]) -> String {
    let missing = (!missing.is_empty()).then(|| count(missing.len() as u64, "missing outcome"));
    let extra = (!extra.is_empty()).then(|| count(extra.len() as u64, "impossible outcome"));
    let both: Vec<_> = missing.into_iter().chain(extra).collect();
    format!("wrong outcomes: {}", list(&both))
}

fn heading(missing: &[Outcome], extra: &[String]) -> String {
    let title = title(missing, extra);
    format!("  {}", paint::alarm(&super::prose::plain(&title)))
}

fn too_many(extra: &[String], executions: u64) -> String {
    let values: Vec<_> = extra.iter().map(|value| code(value)).collect();
    let verb = if values.len() == 1 { "is" } else { "are" };
    let which = if values.len() == 1 { "it" } else { "them" };
    if executions == 1 {
        return format!(
            "{} {verb} impossible: the only interleaving does not give {which}.",
            list(&values)
        );
    }
    format!(
        "{} {verb} impossible: no interleaving gives {which}, and all {} were tried.",
        list(&values),
        count(executions, "interleaving")
    )
}

/// The picture of an execution, its overwritten updates and stale reads marked.
pub fn witness(sources: Sources<'_>, execution: &Trace) -> String {
    picture(&Scene::new(execution, sources, None, &BTreeSet::new()))
}

/// The same of any scene: what is worth seeing in an execution that need not be
/// wrong.
pub fn picture(scene: &Scene<'_>) -> String {
    let mut story = Story::default();
    for lost in lost_update::all(scene) {
        story = story.pin(lost.read).mark(lost.write, lost_update::note(scene, &lost));
    }
    trace::picture(scene, &ordering::mark_stale(story, scene, 0..scene.trace.steps.len()))
}
