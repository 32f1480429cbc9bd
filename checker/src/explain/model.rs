//! A model that fails: the heading, the picture, the result, the lesson.

use super::prose::{WIDTH, count, glue, hanging, list, one_line, paragraph, thousands, width};
use super::scene::Scene;
use super::sources::Sources;
use super::story::Story;
use super::{deadlock, paint, pattern, spurious, trace};
use facts::{Blocked, Failure, FailureKind, Panicked, Pass, Unmet};
use std::collections::BTreeSet;

/// Everything told of a failing model, except its code.
pub fn told(sources: Sources<'_>, failure: &Failure, passes: &[Pass]) -> String {
    let scene = scene(sources, failure, passes);
    let story = pattern::story(&scene, failure);
    let mut parts = vec![heading(&scene, &story, failure, passes)];
    parts.push(trace::picture(&scene, &story));
    parts.extend(result(&scene, &failure.kind));
    parts.extend(sentences(&story));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// The picture and what came out, where no bug is to be named.
pub fn shown(sources: Sources<'_>, failure: &Failure, passes: &[Pass]) -> String {
    let scene = scene(sources, failure, passes);
    let mut parts = vec![trace::picture(&scene, &Story::default())];
    parts.extend(result(&scene, &failure.kind));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

fn scene<'a>(sources: Sources<'a>, failure: &'a Failure, passes: &[Pass]) -> Scene<'a> {
    let main = passes.last().and_then(|pass| pass.main.as_deref());
    let needed = match &failure.kind {
        FailureKind::Deadlock(blocked) => deadlock::needed(&failure.trace, blocked),
        FailureKind::DataRace { first, second } | FailureKind::DoubleFree { first, second } => {
            [*first, *second].into()
        }
        FailureKind::UseAfterFree { freed, used } => [*freed, *used].into(),
        FailureKind::Leak { allocated } => allocated.iter().copied().collect(),
        _ => BTreeSet::new(),
    };
    Scene::new(&failure.trace, sources, main, &needed)
}

/// "lost update", for a list of findings.
pub fn title(sources: Sources<'_>, failure: &Failure, passes: &[Pass]) -> String {
    pattern::story(&scene(sources, failure, passes), failure).title
}

fn heading(scene: &Scene<'_>, story: &Story, failure: &Failure, passes: &[Pass]) -> String {
    let cost = cost(scene, failure);
    let text = match passes.last().map(share) {
        Some(share) => format!("{} — {cost}; {share}", story.title),
        None => format!("{} — {cost}", story.title),
    };
    let wrapped = hanging(2, 2, &text);
    wrapped.replacen(&story.title, &paint::alarm(&story.title), 1)
}

/// What it takes: "1 preemption is enough".
fn cost(scene: &Scene<'_>, failure: &Failure) -> String {
    let mut needs = Vec::new();
    if failure.preemptions > 0 {
        needs.push(count(failure.preemptions as u64, "preemption"));
    }
    if failure.stale_reads > 0 {
        needs.push(count(failure.stale_reads as u64, "stale read"));
    }
    if failure.adversarial > 0 {
        let step = (0..failure.trace.steps.len()).find(|&index| scene.step(index).adversarial);
        let noun = step.map_or("rare choice of the system", |index| {
            spurious::noun(scene.op(index), scene.step(index).effect)
        });
        needs.push(count(failure.adversarial as u64, noun));
    }
    match (needs.as_slice(), failure.preemptions + failure.stale_reads + failure.adversarial) {
        ([], _) => "no preemption is needed".to_owned(),
        ([one], 1) => format!("{one} is enough"),
        _ => format!("{} are enough", list(&needs)),
    }
}

/// "4 of the 6 interleavings fail"
fn share(pass: &Pass) -> String {
    let bound = match pass.bound {
        None => String::new(),
        Some(0) => " without preemption".to_owned(),
        Some(bound) => format!(" with at most {}", count(bound as u64, "preemption")),
    };
    let tried = if pass.complete { "" } else { " tried" };
    let (failing, all) = (pass.failing, pass.executions);
    let (number, all) = (thousands(failing), count(all, "interleaving"));
    if failing == pass.executions {
        let verb = if failing == 1 { "fails" } else { "fail" };
        let all =
            if failing == 1 { "the only interleaving".to_owned() } else { format!("all {all}") };
        return format!("{all}{tried}{bound} {verb}");
    }
    let verb = if failing == 1 { "fails" } else { "fail" };
    format!("{} {all}{tried}{bound} {verb}", glue(&format!("{number} of the")))
}

/// What came out and what should have.
pub fn result(scene: &Scene<'_>, kind: &FailureKind) -> Option<String> {
    match kind {
        FailureKind::Unmet(unmet) => Some(unmet_line(unmet)),
        FailureKind::Panicked { thread, panic } => {
            Some(panic_line(scene.sources, Some(&scene.thread(*thread)), panic))
        }
        FailureKind::Deadlock(blocked) => fallen(scene, blocked),
        _ => None,
    }
}

/// The panic of a thread that others then wait for in vain.
fn fallen(scene: &Scene<'_>, blocked: &[Blocked]) -> Option<String> {
    let is_blocked = |thread| blocked.iter().any(|stuck| stuck.thread == thread);
    let steps = scene.trace.steps.iter();
    let mut panics = steps.filter(|step| step.op == "panic" && !is_blocked(step.thread));
    let step = panics.next()?;
    let panic = Panicked {
        message: step.result.clone().unwrap_or_default(),
        place: Some(step.place.clone()),
        thread: None,
    };
    Some(panic_line(scene.sources, Some(&scene.thread(step.thread)), &panic))
}

/// "hits after both visitors left: 1, expected 2"
pub fn unmet_line(unmet: &Unmet) -> String {
    let (got, want) = (one_line(&unmet.got), one_line(&unmet.want));
    let line = format!("   {}: {}, expected {}", unmet.what, paint::bad(&got), paint::good(&want));
    if width(&line) <= WIDTH {
        return line;
    }
    let what = paragraph(3, &format!("{}:", unmet.what));
    let got = hanging(5, 14, &format!("got      {got}"));
    let want = hanging(5, 14, &format!("expected {want}"));
    format!("{what}\n{got}\n{want}")
}

/// "A panics at lib.rs:15: attempt to subtract with overflow"
pub fn panic_line(sources: Sources<'_>, thread: Option<&str>, panic: &Panicked) -> String {
    let who = thread.or(panic.thread.as_deref()).unwrap_or("The program");
    let place = panic.place.as_ref().map(|place| format!(" at {}", sources.place(place)));
    let place = place.unwrap_or_default();
    let mut lines = panic.message.lines().map(one_line);
    let first = lines.next().unwrap_or_default();
    let head = paragraph(3, &format!("{} panics{place}: {first}", glue(who)));
    let rest = lines.take(8).map(|line| paragraph(5, &line));
    std::iter::once(head).chain(rest).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// What happened, then what to take from it.
fn sentences(story: &Story) -> Vec<String> {
    let told = story.told.iter().map(|text| paragraph(3, text));
    let told = told.collect::<Vec<_>>().join("\n");
    let lesson = paragraph(3, &story.lesson.join(" "));
    [told, lesson].into_iter().filter(|part| !part.trim().is_empty()).collect()
}
