//! Tests that learners wrote.

use super::same;
use crate::explain::fixture::{Tale, case, pass, tell, unmet};
use crate::finding::{Case, Evidence, Finding, Step, Witness};
use facts::{Failure, FailureKind, Panicked};

#[test]
fn tests_of_the_learner_are_judged_by_name() {
    let finding = |evidence| Finding {
        step: Step::Mutation,
        case: Some(case("lost_update", "", "")),
        evidence,
    };
    let message = "assertion failed: count == 3".into();
    let told = [
        Evidence::BugSurvived { executions: 12, witness: None },
        Evidence::RightRejected { message, witness: None },
        Evidence::Vacuous { executions: 1 },
    ];
    let told = told.map(|evidence| tell("", vec![finding(evidence)]));
    same(
        &told.join("\n\n"),
        r"
  a bug survives your test

   `lost_update` has a bug. Your test explored 12 executions of it and no
   assertion failed. A test catches a bug only if its threads reach it and an
   assertion depends on it.

  your test rejects a right implementation

   `lost_update` is right, and your test fails on it: the test asks for more
   than was promised.

   It failed with:
   │ assertion failed: count == 3

  your test proves nothing

   It explored 1 execution. Where one thread runs alone there is one order and
   nothing to explore: what can collide has to run in threads spawned with
   `loom::thread::spawn` inside the model.
",
    );
}

const SOURCE: &str = "\
fn add(count: &AtomicU32) {
    let now = count.load(SeqCst);
    count.store(now + 1, SeqCst);
}
";

/// Two threads of `mutants.rs` store 1, one over the other, as a witness.
fn witness(kind: FailureKind) -> Witness {
    let mut tale = Tale::new(SOURCE)
        .object("AtomicU32")
        .plain(0, "spawn", 9)
        .step(1, "load", 0, 2, "load")
        .gives("0")
        .step(2, "load", 0, 2, "load")
        .gives("0")
        .step(2, "store", 0, 3, "store")
        .arg("1")
        .step(1, "store", 0, 3, "store")
        .arg("1")
        .plain(0, "join", 9);
    tale.trace.steps.iter_mut().for_each(|step| step.place.file = "hidden/mutants.rs".into());
    let failure =
        Failure { kind, trace: tale.trace, preemptions: 1, stale_reads: 0, adversarial: 0 };
    let code = vec![Case { file: "mutants.rs".into(), line: 1, ..case("add", "", SOURCE.trim()) }];
    Witness { failure, passes: vec![pass(Some(1), 4, 2)], code }
}

/// A finding about an implementation of `mutants.rs`.
fn about(name: &str, summary: &str, evidence: Evidence) -> Finding {
    let code = format!("fn {name}() {{\n    test::<{name}>();\n}}");
    let file = "mutants.rs".to_owned();
    let case = Case { file, text: SOURCE.into(), ..case(name, summary, &code) };
    Finding { step: Step::Mutation, case: Some(case), evidence }
}

#[test]
fn a_survivor_is_drawn_and_the_others_are_listed() {
    let survived = |witness| Evidence::BugSurvived { executions: 12, witness };
    let witness = witness(unmet("count after two additions", "1", "2"));
    let findings = vec![
        about("torn", "Adds in two parts.", survived(None)),
        about("lost", "Loads and stores.", survived(Some(Box::new(witness.clone())))),
        about("lost_too", "Likewise.", survived(Some(Box::new(witness)))),
    ];
    same(
        &tell("", findings),
        r"
  a bug survives your test

   `lost` has a bug. Your test explored 12 executions of it and no assertion
   failed. A test catches a bug only if its threads reach it and an assertion
   depends on it. Threads that reach it, in a test of ours:

  lost update — 1 preemption is enough; 2 of the 4 interleavings with at most
  1 preemption fail

        thread A                            thread B
   1    count.load → 0        mutants.rs:2
   2                                        count.load → 0        mutants.rs:2
   3                                        count.store(1)        mutants.rs:3
   4    count.store(1)        mutants.rs:3
        ↑ overwrites step 3, which A never saw

   count after two additions: 1, expected 2

   A reads 0 in step 1 and stores 1 in step 4: what was written in step 3 is
   gone.

   `count.load` and `count.store` are two operations, and any thread can run
   between them: each one is atomic, the pair is not.

   The implementation (mutants.rs:1)
   Loads and stores.

      fn add(count: &AtomicU32) {
          let now = count.load(SeqCst);
          count.store(now + 1, SeqCst);
      }

   2 more findings:
   - `lost_too`: survives (lost update). Likewise.
   - `torn`: survives. Adds in two parts.
",
    );
}

#[test]
fn a_right_one_that_is_rejected_is_drawn_without_a_bug() {
    let panic = Panicked { message: "early".into(), place: None, thread: None };
    let witness = witness(FailureKind::Panicked { thread: 0, panic });
    let rejected =
        Evidence::RightRejected { message: "early".into(), witness: Some(Box::new(witness)) };
    same(
        &tell("", vec![about("one_step", "Nothing is wrong with it.", rejected)]),
        r"
  your test rejects a right implementation

   `one_step` is right, and your test fails on it: the test asks for more than
   was promised. Every step of `one_step` is sound here:

        thread A                            thread B
   1    count.load → 0        mutants.rs:2
   2                                        count.load → 0        mutants.rs:2
   3                                        count.store(1)        mutants.rs:3
   4    count.store(1)        mutants.rs:3

   main panics: early

   The implementation (mutants.rs:1)
   Nothing is wrong with it.

      fn add(count: &AtomicU32) {
          let now = count.load(SeqCst);
          count.store(now + 1, SeqCst);
      }
",
    );
}
