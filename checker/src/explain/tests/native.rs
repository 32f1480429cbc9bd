//! Real threads, limits, speed, the compiler.

use super::same;
use crate::explain::fixture::{case, found, tell, unmet_fact};
use crate::finding::{Evidence, Finding, Hang, Step};
use facts::{Panicked, Trial};

fn one(evidence: Evidence) -> String {
    tell("", vec![found(Step::Test, evidence)])
}

#[test]
fn every_native_evidence_has_its_words() {
    let panic =
        Panicked { message: "attempt to subtract with overflow".into(), place: None, thread: None };
    let all = [
        Evidence::Panicked(panic),
        Evidence::LeftEarly { exit_code: Some(0), output: "test result: ok.\n".into() },
        Evidence::Killed { signal: 11, stack_overflow: false, output: String::new() },
        Evidence::Killed { signal: 6, stack_overflow: true, output: String::new() },
        Evidence::OutOfMemory { mib: 512 },
        Evidence::BusyWaiting { cpu_seconds: 1 },
        Evidence::TooManyThreads { threads: 1024 },
        Evidence::Hung {
            hang: Hang::Deadlock { threads: 3 },
            seconds: 10.0,
            output: String::new(),
        },
        Evidence::Hung {
            hang: Hang::Running { threads: 3, busy: 2 },
            seconds: 1.0,
            output: String::new(),
        },
        Evidence::LeftProcesses { count: 2 },
        Evidence::ForgedReport,
    ];
    let told: Vec<_> = all.into_iter().map(one).collect();
    same(
        &told.join("\n\n"),
        r"
  panic

   The program panics: attempt to subtract with overflow

  left early

   The process left with exit code 0 before the case was over. A case counts
   only when it runs to its end; an exit code proves nothing.

   It printed:
   │ test result: ok.

  ended by a signal: SIGSEGV (invalid memory access)

   The system ended the program with SIGSEGV (invalid memory access).

  stack overflow

   A thread's stack is full: some function calls itself without an end, or keeps
   very large values in local variables.

  out of memory

   The program asked for more than 512 MiB at one time, which is its limit.

  busy waiting

   Some thread ran on for more than 1 s of CPU time while the others waited: it
   looks again and again whether something has happened. A thread that has
   nothing to do sleeps until somebody wakes it.

  too many threads

   The program had 1,024 threads at one time and was ended.

  deadlock

   After 10 seconds all 3 threads are blocked: each waits for something that
   none of them will do.

  not done in time

   After 1 second the program was still running: 2 of its 3 threads used the
   CPU. An endless loop, a livelock and work that takes too long look like this.

  processes left behind

   2 processes were still there when the case was over; the checker ended what
   it found.

  forged report

   The program wrote to the channel on which the checker is told the result.
   Nothing it said there counts.
",
    );
}

#[test]
fn the_first_finding_is_told_in_full_and_the_others_on_a_line() {
    let finding = |name: &str, evidence| Finding {
        step: Step::Test,
        case: Some(case(name, "Items leave in the order they came.", "fn keeps_order() {}")),
        evidence,
    };
    let findings = vec![
        finding(
            "ends",
            Evidence::Hung {
                hang: Hang::Deadlock { threads: 2 },
                seconds: 10.0,
                output: String::new(),
            },
        ),
        finding(
            "keeps_order",
            Evidence::Unmet(unmet_fact("items received", "[1, 3, 2]", "[1, 2, 3]")),
        ),
        finding("leaves_nothing", Evidence::LeftProcesses { count: 1 }),
    ];
    same(
        &tell("", findings),
        r"
  wrong result

   items received: [1, 3, 2], expected [1, 2, 3]

   This is what a run came to.

   What was checked (model.rs:4)
   Items leave in the order they came.

      fn keeps_order() {}

   2 more findings:
   - `ends`: deadlock
   - `leaves_nothing`: processes left behind
",
    );
}

#[test]
fn long_values_stand_below_one_another() {
    let many = format!("{:?}", (0..24).collect::<Vec<_>>());
    let fact = unmet_fact("items received", &many, "[1, 2, 3]");
    same(
        &one(Evidence::Unmet(fact)),
        r"
  wrong result

   items received:
     got      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18,
              19, 20, 21, 22, 23]
     expected [1, 2, 3]

   This is what a run came to.
",
    );
}

#[test]
fn slow_programs_see_the_medians() {
    let trial = |learner| Trial { serial: 0.1, learner, ours: 0.031 };
    let trials = vec![trial(0.09), trial(0.1), trial(0.08)];
    same(
        &one(Evidence::TooSlow { ratio: 1.11, wanted: 2.0, cpus: 4, trials }),
        r"
  too slow — 1.1× the speed of the serial program on 4 CPUs, wanted 2.0×

   medians of 3 trials
   serial              100.0 ms   (100.0 to 100.0)
   yours                90.0 ms   (80.0 to 100.0)
   our solution         31.0 ms   (31.0 to 31.0)

   The threads together are hardly faster than one. Our solution reaches 3.2× on
   the same input and machine.
",
    );
}

#[test]
fn compile_errors_are_untouched() {
    let rendered =
        vec!["error[E0382]: borrow of moved value\n --> exercises/01/lib.rs:3:5\n".to_owned()];
    same(
        &one(Evidence::CompileErrors { rendered }),
        r"
  does not compile — 1 error

error[E0382]: borrow of moved value
 --> exercises/01/lib.rs:3:5
",
    );
}
