//! How a judged program ended, when it did not end as it should.

use super::Found;
use crate::finding::{Case, Evidence, Step};
use crate::process::{Exit, Run};
use crate::verdict::Doubt;
use facts::Fact;

/// `None`: the case ran to its end. Exit code and output decide nothing.
pub fn read(step: Step, case: &Case, run: &Run) -> Option<Found> {
    let mut found = Found::default();
    if let Some(reason) = unsupported(run).or_else(|| too_large(step, run)) {
        found.doubts.push(Doubt::Machine { reason });
    } else if run.starved {
        found.doubts.push(Doubt::Starved { case: case.name.clone() });
    } else if let Some(evidence) = evidence(run) {
        found.finding(step, case, evidence);
    } else {
        return None;
    }
    Some(found)
}

/// The same for a case that owes a report of another kind and did not give it.
pub fn without_report(step: Step, case: &Case, run: &Run) -> Found {
    read(step, case, run).unwrap_or_else(|| {
        let mut found = Found::default();
        found.finding(step, case, left_early(run));
        found
    })
}

fn unsupported(run: &Run) -> Option<String> {
    run.facts.iter().find_map(|fact| match fact {
        Fact::Unsupported(reason) => Some(reason.clone()),
        _ => None,
    })
}

/// The memory of a search is the engine's as well as the learner's.
fn too_large(step: Step, run: &Run) -> Option<String> {
    run.facts.iter().find_map(|fact| match fact {
        Fact::OutOfMemory { mib } if step == Step::Model => {
            Some(format!("the search takes more than {mib} MiB"))
        }
        _ => None,
    })
}

/// What the harness saw comes before what the checker saw from outside: it is
/// nearer to the cause.
fn evidence(run: &Run) -> Option<Evidence> {
    if run.forged {
        return Some(Evidence::ForgedReport);
    }
    let reported = run.facts.iter().find_map(|fact| match fact {
        Fact::Unmet(unmet) => Some(Evidence::Unmet(unmet.clone())),
        Fact::Panicked(panicked) => Some(Evidence::Panicked(panicked.clone())),
        Fact::OutOfMemory { mib } => Some(Evidence::OutOfMemory { mib: *mib }),
        Fact::BusyWaiting { cpu_seconds } => {
            Some(Evidence::BusyWaiting { cpu_seconds: *cpu_seconds })
        }
        _ => None,
    });
    reported.or_else(|| from_outside(run))
}

/// Exit code and output decide nothing about a case that ran to its end.
fn from_outside(run: &Run) -> Option<Evidence> {
    if run.completed() {
        let count = run.left_processes;
        return (count > 0).then_some(Evidence::LeftProcesses { count });
    }
    if let Some(threads) = run.too_many_threads {
        return Some(Evidence::TooManyThreads { threads });
    }
    if let Some(hang) = run.hang {
        let (seconds, output) = (run.seconds, run.output());
        return Some(Evidence::Hung { hang, seconds, output });
    }
    Some(left_early(run))
}

fn left_early(run: &Run) -> Evidence {
    let output = run.output();
    match run.exit {
        Exit::Signal(signal) => {
            let stack_overflow = run.stack_overflow();
            Evidence::Killed { signal, stack_overflow, output }
        }
        Exit::Code(code) => Evidence::LeftEarly { exit_code: Some(code), output },
        Exit::Ended => Evidence::LeftEarly { exit_code: None, output },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Hang;
    use crate::step::sample::{case, run};

    fn evidence_of(run: &Run) -> Option<Evidence> {
        let found = read(Step::Test, &case("one"), run)?;
        found.findings.into_iter().next().map(|finding| finding.evidence)
    }

    #[test]
    fn only_the_harness_can_say_that_a_case_is_done() {
        assert_eq!(evidence_of(&run(vec![Fact::Completed])), None);
        let left = Evidence::LeftEarly { exit_code: Some(0), output: String::new() };
        assert_eq!(evidence_of(&run(vec![])), Some(left));
        let printed = Run { stdout: "test result: ok".into(), ..run(vec![]) };
        assert!(matches!(evidence_of(&printed), Some(Evidence::LeftEarly { .. })));
    }

    #[test]
    fn a_forged_report_outweighs_an_authentic_one() {
        let forged = Run { forged: true, ..run(vec![Fact::Completed]) };
        assert_eq!(evidence_of(&forged), Some(Evidence::ForgedReport));
    }

    #[test]
    fn exit_code_and_signal_after_the_end_decide_nothing() {
        for exit in [Exit::Code(1), Exit::Signal(6), Exit::Ended] {
            assert_eq!(evidence_of(&Run { exit, ..run(vec![Fact::Completed]) }), None);
        }
        let left = Run { left_processes: 2, ..run(vec![Fact::Completed]) };
        assert_eq!(evidence_of(&left), Some(Evidence::LeftProcesses { count: 2 }));
    }

    #[test]
    fn what_was_seen_from_outside_is_named() {
        let hang = Hang::Deadlock { threads: 2 };
        let hung = Run { hang: Some(hang), exit: Exit::Ended, ..run(vec![]) };
        assert!(matches!(evidence_of(&hung), Some(Evidence::Hung { hang: h, .. }) if h == hang));
        let crowd = Run { too_many_threads: Some(501), exit: Exit::Ended, ..run(vec![]) };
        assert_eq!(evidence_of(&crowd), Some(Evidence::TooManyThreads { threads: 501 }));
        let overflow = Run { exit: Exit::Signal(11), ..run(vec![]) };
        let killed = Evidence::Killed { signal: 11, stack_overflow: true, output: String::new() };
        assert_eq!(evidence_of(&overflow), Some(killed));
    }

    #[test]
    fn a_program_that_was_not_let_run_is_a_doubt() {
        let starved = Run { starved: true, exit: Exit::Ended, ..run(vec![]) };
        let found = read(Step::Test, &case("one"), &starved).unwrap();
        assert_eq!(found.doubts, [Doubt::Starved { case: "one".into() }]);
        assert_eq!(found.findings, []);
    }

    #[test]
    fn a_machine_that_lacks_something_is_a_doubt() {
        let lacking = run(vec![Fact::Unsupported("no CPU affinity".into())]);
        let found = read(Step::Test, &case("one"), &lacking).unwrap();
        assert_eq!(found.doubts, [Doubt::Machine { reason: "no CPU affinity".into() }]);
        assert_eq!(found.findings, []);
    }
}
