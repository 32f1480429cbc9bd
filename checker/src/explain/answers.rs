//! Answers about whether a program fails, and what a given schedule comes to.

use super::prose::{code, count, paragraph};
use super::sources::Sources;
use super::{model, outcomes, paint, replay};
use facts::{Failure, Pass, Replay, ReplayEnd};

pub fn can_fail(sources: Sources<'_>, failure: &Failure, passes: &[Pass]) -> String {
    let prose = "The answer says that no schedule makes this program fail. This one does:";
    told("it can fail", prose, &model::told(sources, failure, passes))
}

pub fn can_fail_title(sources: Sources<'_>, failure: &Failure, passes: &[Pass]) -> String {
    format!("it can fail: {}", model::title(sources, failure, passes))
}

pub const CANNOT_FAIL: &str = "it cannot fail";

pub fn cannot_fail(sources: Sources<'_>, replay: &Replay, executions: u64) -> String {
    let tried = if executions == 1 {
        "the only interleaving there is does not fail".to_owned()
    } else {
        format!("all {} were tried, and none fails", count(executions, "interleaving"))
    };
    let prose = format!(
        "Every entry of the schedule is a legal step, and nothing goes wrong. Nothing can: {tried}."
    );
    told(CANNOT_FAIL, &prose, &outcomes::picture(&replay::scene(sources, replay)))
}

pub const WRONG_RESULT: &str = "another result";

pub fn wrong_result(sources: Sources<'_>, replay: &Replay) -> String {
    if replay.end != ReplayEnd::Finished {
        return replay::told(sources, replay);
    }
    let value = |value: &Option<String>| code(value.as_deref().unwrap_or("no value"));
    let prose = format!(
        "The answer says {}. Under this schedule the program comes to {}:",
        value(&replay.wanted),
        value(&replay.value)
    );
    told(WRONG_RESULT, &prose, &outcomes::picture(&replay::scene(sources, replay)))
}

fn told(title: &str, prose: &str, picture: &str) -> String {
    let mut parts = vec![format!("  {}", paint::alarm(title)), paragraph(3, prose)];
    parts.extend((!picture.is_empty()).then(|| picture.to_owned()));
    parts.join("\n\n")
}
