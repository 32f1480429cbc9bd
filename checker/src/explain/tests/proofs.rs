//! What was proved, and what cannot be told.

use super::same;
use crate::explain::fixture::{judged, outcome, pass};
use crate::explain::proof::line as proof_line;
use crate::explain::{doubt_line, judgement};
use crate::finding::Step;
use crate::verdict::{Doubt, Judgement, Proof};
use facts::{Limit, Note, Pass};

fn solved(proofs: Vec<Proof>) -> Judgement {
    let mut outcome = outcome(Step::Model, Vec::new());
    outcome.proofs = proofs;
    judged("", vec![outcome])
}

fn searched(passes: Vec<Pass>) -> Proof {
    Proof::Searched { case: "two".into(), threads: 2, passes }
}

#[test]
fn models_are_summed_by_bound() {
    let all = || searched(vec![pass(Some(0), 2, 0), pass(None, 602, 0)]);
    assert_eq!(proof_line(&solved(vec![all(), all()])), "every interleaving of 2 threads (1,204)");
    let some = searched(vec![pass(Some(2), 118, 0)]);
    assert_eq!(
        proof_line(&solved(vec![some.clone()])),
        "every interleaving of 2 threads with at most 2 preemptions (118)"
    );
    assert_eq!(
        proof_line(&solved(vec![all(), some])),
        "every interleaving of 2 threads in 1 model (602) and every interleaving of 2 threads with at most 2 preemptions in 1 model (118)"
    );
}

#[test]
fn native_cases_and_notes_follow() {
    let note = Note { what: "peak in flight".into(), value: 16.0, unit: String::new() };
    let held = Proof::Held { case: "a".into(), notes: vec![note] };
    let fast = Proof::FastEnough { ratio: 3.16, wanted: 2.0, cpus: 4 };
    let line = proof_line(&solved(vec![held, fast]));
    assert_eq!(
        line,
        "1 test held; peak in flight 16; 3.1× the serial speed on 4 CPUs (wanted 2.0×)"
    );
}

#[test]
fn answers_and_tests_have_their_lines() {
    let proofs = vec![
        Proof::OutcomesMatch {
            case: "a".into(),
            outcomes: vec!["2".into(), "3".into()],
            executions: 20,
        },
        Proof::Replayed { case: "b".into(), value: "2".into() },
        Proof::TestScored { bugs: 4, right: 3 },
        Proof::NotMeasured { reason: "one CPU".into() },
    ];
    same(
        &proof_line(&solved(proofs)).replace("; ", ";\n"),
        r"
{2, 3} is what 20 interleavings give;
the schedule ends with 2;
the test catches all 4 bugs and accepts all 3 right implementations;
speed not measured: one CPU
",
    );
}

#[test]
fn doubts_say_what_is_known_and_whose_mistake_it_is() {
    let mut cut = pass(Some(2), 90, 0);
    cut.complete = false;
    let mut outcome = outcome(Step::Model, Vec::new());
    outcome.doubts = vec![
        Doubt::SearchLimit {
            case: "big".into(),
            limit: Limit::Time,
            passes: vec![pass(Some(1), 40, 0), cut],
        },
        Doubt::StandinLacks { item: "std::sync::mpmc".into(), rendered: String::new() },
        Doubt::NothingExplored { case: "alone".into() },
        Doubt::Noisy { spread: 0.4, allowed: 0.2 },
        Doubt::Machine { reason: "CPU affinity cannot be set".into() },
    ];
    let judgement_ = judged("", vec![outcome]);
    assert_eq!(doubt_line(&judgement_), "the search ran out of time; 4 more reasons");
    let told = judgement(&judgement_);
    same(
        &anstream::adapter::strip_str(&told).to_string(),
        r"
  cannot tell — the search ran out of time

   The search of `big` used up its time. No interleaving with at most
   1 preemption fails (40 tried); beyond that nothing is known.

  cannot tell — the model build lacks `std::sync::mpmc`

   The model build lacks `std::sync::mpmc`. It is right to use it, and this is
   not your mistake; the checker cannot explore the interleavings of a file that
   does.

  cannot tell — the model saw nothing shared

   No two threads of the model `alone` touch the same lock, atomic or channel,
   so it says nothing of the file. Shared data has to go through std or a
   supported crate.

  cannot tell — the times vary too much

   The trials differ by 40 %, more than the 20 % at which a comparison means
   something. Other work on this machine does that; check again when it is
   quiet.

  cannot tell — CPU affinity cannot be set

   A case needs what this machine does not have. The file may be right or wrong.
",
    );
}
