//! Predicted outcomes and written schedules.

use super::same;
use crate::explain::fixture::{Tale, found, tell};
use crate::finding::{Evidence, Step};
use facts::{Outcome, Replay, ReplayEnd};

const SOURCE: &str = "let seen = n.load(Relaxed);\nn.store(seen + 1, Relaxed);\n";

fn lost() -> Tale {
    Tale::new(SOURCE)
        .object("AtomicU64")
        .step(1, "load", 0, 1, "load")
        .gives("0")
        .step(2, "load", 0, 1, "load")
        .gives("0")
        .step(2, "store", 0, 2, "store")
        .arg("1")
        .step(1, "store", 0, 2, "store")
        .arg("1")
}

#[test]
fn a_missing_outcome_is_shown_happening() {
    let missing = vec![Outcome { value: "1".into(), witness: lost().trace }];
    let evidence =
        Evidence::WrongOutcomes { missing, extra: vec!["0".into(), "3".into()], executions: 6 };
    same(
        &tell(SOURCE, vec![found(Step::Answer, evidence)]),
        r"
  wrong outcomes: 1 missing outcome and 2 impossible outcomes

   `1` is missing. This execution gives it:

        thread A                            thread B
   1    n.load → 0            lib.rs:1
   2                                        n.load → 0            lib.rs:1
   3                                        n.store(1)            lib.rs:2
   4    n.store(1)            lib.rs:2  ← overwrites step 3, which A never saw

   `0` and `3` are impossible: no interleaving gives them, and all
   6 interleavings were tried.
",
    );
}

fn replayed(end: ReplayEnd, value: Option<&str>) -> String {
    let (trace, value, wanted) = (lost().trace, value.map(Into::into), Some("2".into()));
    let entries = (0..trace.steps.len()).collect();
    let replay = Replay { end, trace, entries, value, wanted };
    let evidence = Evidence::ReplayFailed { replay: Box::new(replay) };
    tell(SOURCE, vec![found(Step::Answer, evidence)])
}

#[test]
fn a_schedule_that_ends_elsewhere_shows_what_was_overwritten() {
    same(
        &replayed(ReplayEnd::Finished, Some("1")),
        r"
  the schedule ends with another value

   Every entry is a legal step, and the program ends with 1, expected 2.

        thread A                            thread B
   1    n.load → 0            lib.rs:1
   2                                        n.load → 0            lib.rs:1
   3                                        n.store(1)            lib.rs:2
   4    n.store(1)            lib.rs:2  ← overwrites step 3, which A never saw
",
    );
}

#[test]
fn a_finished_thread_cannot_be_stepped() {
    let end = ReplayEnd::ThreadFinished { entry: 4, name: "B".into() };
    same(
        &replayed(end, None),
        r"
  the schedule steps a thread that has finished

   Entry 5 steps `B`, but `B` has finished: all its 2 steps are used up before.

        thread A                            thread B
   1    n.load → 0            lib.rs:1
   2                                        n.load → 0            lib.rs:1
   3                                        n.store(1)            lib.rs:2
   4    n.store(1)            lib.rs:2  ← overwrites step 3, which A never saw
",
    );
}

#[test]
fn a_schedule_that_stops_short_names_who_has_steps_left() {
    let end = ReplayEnd::Unfinished { threads: vec!["A".into(), "B".into()] };
    same(
        &replayed(end, None),
        r"
  the schedule ends before the program does

   After the last entry `A` and `B` still have steps left; a schedule goes on to
   the end.

        thread A                            thread B
   1    n.load → 0            lib.rs:1
   2                                        n.load → 0            lib.rs:1
   3                                        n.store(1)            lib.rs:2
   4    n.store(1)            lib.rs:2  ← overwrites step 3, which A never saw
",
    );
}
