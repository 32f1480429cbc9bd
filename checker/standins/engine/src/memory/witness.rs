//! Writes an event of memory into the trace, with its place in the source.
//!
//! Only done while an execution that failed is repeated: taking a backtrace
//! for every access would take a thousand times as long as the access.

use crate::Action;
use crate::execution::Execution;
use crate::record::Step;
use facts::{Effect, Place};
use std::backtrace::Backtrace;
use std::panic::Location;

/// What an event of memory was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    Read,
    Write,
    Allocation,
    Free,
    /// An owner more or less of an `Arc`.
    Count,
}

impl Sight {
    fn op(self) -> (&'static str, Effect) {
        match self {
            Self::Read => ("read", Effect::Read),
            Self::Write => ("write", Effect::Write),
            Self::Allocation => ("allocate", Effect::Other),
            Self::Free => ("free", Effect::Write),
            Self::Count => ("count", Effect::ReadWrite),
        }
    }
}

/// Notes the event as a step of the current thread.
pub fn write_down(execution: &mut Execution, event: u32, sight: Sight) {
    let at = innermost(&Backtrace::force_capture().to_string());
    let (op, effect) = sight.op();
    let object = execution.memory_object();
    execution.witnessed.push((event, execution.steps.len()));
    let action = Action::new(op, effect, Location::caller());
    execution.note(&action, |step| {
        step.object = Some(object);
        step.source = Some(Box::new(at.unwrap_or_default()));
    });
}

/// Whether a step that was written down is the learner's doing. An empty
/// place: no code of the learner's was found, so a stand-in did it.
pub fn is_known(step: &Step) -> bool {
    step.source.as_deref().is_none_or(|place| !place.file.is_empty())
}

/// The innermost place of a backtrace that is in a judged file: nothing of the
/// standard library's, of a dependency's or of ours. Frames look like
///
/// ```text
///   12: learner::Lock<T>::unlock
///              at /scratch/model/learner/lib.rs:14:9
/// ```
fn innermost(backtrace: &str) -> Option<Place> {
    let places: Vec<&str> =
        backtrace.lines().filter_map(|line| line.trim_start().strip_prefix("at ")).collect();
    // What was called to see the event is on top.
    let called = places.iter().rposition(|place| SEES.iter().any(|file| place.contains(file)));
    let mut places = places[called.map_or(0, |at| at + 1)..].iter().map(|text| parse(text));
    let first = places.find(|place| place.as_ref().is_none_or(|place| !is_library(&place.file)));
    first.flatten().filter(|place| !is_stand_ins(&place.file))
}

/// `file:line:column`
fn parse(text: &str) -> Option<Place> {
    let mut parts = text.rsplitn(3, ':');
    let column = parts.next()?.parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    let file = parts.next()?.trim_start_matches("./").to_owned();
    Some(Place { file, line, column })
}

/// The functions that learner code calls to be seen.
const SEES: [&str; 2] = ["/engine/src/memory/hooks.rs", "/harness/src/allocator.rs"];

/// Code that may stand between the learner's and the access: std's and other
/// crates' generics, and whoever drops the last guard, which runs what the
/// learner deferred.
fn is_library(file: &str) -> bool {
    file.starts_with("/rustc/")
        || file.contains("/rustlib/")
        || file.contains("/registry/src/")
        || file.contains("/vendor/")
        || file.contains("/standins/crossbeam/src/epoch/")
}

fn is_stand_ins(file: &str) -> bool {
    file.contains("checker/standins/") || file.contains("checker/harness/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_place_of_the_learners_is_taken() {
        let backtrace = "\
   0: std::backtrace_rs::backtrace::libunwind::trace
             at /rustc/abc/library/std/src/backtrace.rs:331:13
   1: engine::execution::with
             at /x/checker/standins/engine/src/execution.rs:12:3
   1: __tsan_read8
             at /x/checker/standins/engine/src/memory/hooks.rs:12:3
   2: core::ptr::read
             at /rustc/abc/library/core/src/ptr/mod.rs:1700:9
   3: learner::take
             at ./latch--learner/lib.rs:14:9
   4: learner::main
             at ./latch--learner/lib.rs:20:5
";
        let place = Place { file: "latch--learner/lib.rs".into(), line: 14, column: 9 };
        assert_eq!(innermost(backtrace), Some(place));
    }

    #[test]
    fn what_a_stand_in_does_is_not_the_learners() {
        let backtrace = "\
             at /rustc/abc/library/core/src/cell.rs:331:13
             at /x/checker/standins/std/src/sync/mutex.rs:12:3
             at ./latch--learner/lib.rs:20:5
";
        assert_eq!(innermost(backtrace), None);
    }
}
