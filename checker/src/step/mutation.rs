//! The learner's test, scored: it must reject every implementation with a
//! seeded bug, accept every right one, and explore more than one execution.

use super::{Found, Ran, ending};
use crate::finding::{Evidence, Finding, Step};
use crate::process::Run;
use crate::verdict::Proof;
use facts::{Fact, Tried};

pub fn read(ran: &[Ran]) -> Found {
    let mut found = Found::default();
    let mut tried = Vec::new();
    for ran in ran {
        match last_try(&ran.run) {
            Some(one) => tried.push((&ran.case, one)),
            None => found.add(ending::without_report(Step::Mutation, &ran.case, &ran.run)),
        }
    }
    // A test that explores one execution lets bugs survive because of that;
    // naming each of them would hide the reason.
    if let Some(executions) = vacuous(tried.iter().map(|(_, tried)| *tried)) {
        let evidence = Evidence::Vacuous { executions };
        found.findings.push(Finding { step: Step::Mutation, case: None, evidence });
        return found;
    }
    for (case, tried) in &tried {
        match (tried.has_bug, &tried.rejected_with) {
            (true, None) => {
                let executions = tried.executions;
                found.finding(Step::Mutation, case, Evidence::BugSurvived { executions });
            }
            (false, Some(message)) => {
                let message = message.clone();
                found.finding(Step::Mutation, case, Evidence::RightRejected { message });
            }
            _ => {}
        }
    }
    if found.findings.is_empty() && found.doubts.is_empty() {
        let bugs = tried.iter().filter(|(_, tried)| tried.has_bug).count();
        let right = tried.len() - bugs;
        found.proofs.push(Proof::TestScored { bugs, right });
    }
    found
}

/// One is sent at each panic and one at the end, if it comes to that: unwinding
/// out of a model can panic again and end the process. The first panic is the
/// test's own.
fn last_try(run: &Run) -> Option<&Tried> {
    let mut tries = run.facts.iter().filter_map(|fact| match fact {
        Fact::Tried(tried) => Some(tried),
        _ => None,
    });
    let rejected = tries.clone().find(|tried| tried.rejected_with.is_some());
    let complete = run.facts.contains(&Fact::Completed);
    rejected.or(tries.next_back().filter(|_| complete)).filter(|_| !run.forged)
}

/// The most executions any accepted implementation was explored in, if that is
/// at most one. A rejection may come in the first execution.
fn vacuous<'a>(tried: impl Iterator<Item = &'a Tried>) -> Option<u64> {
    let accepted = tried.filter(|tried| tried.rejected_with.is_none());
    accepted.map(|tried| tried.executions).max().filter(|&executions| executions <= 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::sample::ran;

    fn mutant(has_bug: bool, rejected: bool, executions: u64) -> Ran {
        let rejected_with = rejected.then(|| "left: 1".to_owned());
        let tried = Fact::Tried(Tried { has_bug, rejected_with, executions });
        ran(if has_bug { "bug" } else { "right" }, vec![tried, Fact::Completed])
    }

    fn evidence(ran: &[Ran]) -> Vec<Evidence> {
        read(ran).findings.into_iter().map(|finding| finding.evidence).collect()
    }

    #[test]
    fn a_test_that_tells_bugs_from_right_is_scored() {
        let found = read(&[mutant(true, true, 3), mutant(true, true, 1), mutant(false, false, 9)]);
        assert_eq!(found.proofs, [Proof::TestScored { bugs: 2, right: 1 }]);
    }

    #[test]
    fn survivors_and_wrong_rejections_are_named() {
        let ran = [mutant(true, false, 9), mutant(false, true, 2), mutant(false, false, 9)];
        let message = "left: 1".to_owned();
        let wanted = [Evidence::BugSurvived { executions: 9 }, Evidence::RightRejected { message }];
        assert_eq!(evidence(&ran), wanted);
    }

    #[test]
    fn one_execution_proves_nothing() {
        let ran = [mutant(true, false, 1), mutant(false, false, 1)];
        assert_eq!(evidence(&ran), [Evidence::Vacuous { executions: 1 }]);
    }

    #[test]
    fn a_rejection_counts_although_the_process_died_of_it() {
        let mut rejected = mutant(true, true, 3);
        rejected.run.facts.pop();
        rejected.run.exit = crate::process::Exit::Signal(6);
        assert_eq!(evidence(&[rejected, mutant(false, false, 9)]), []);
        let mut silent = mutant(true, false, 3);
        silent.run.facts.pop();
        let found = evidence(&[silent, mutant(false, false, 9)]);
        assert!(matches!(found[..], [Evidence::LeftEarly { .. }]));
    }
}
