//! What a solved exercise was shown to do, in numbers that can be cited.

use super::{proof, speed};
use crate::verdict::{Judgement, Proof, reached};
use facts::{Note, Pass};

/// Every number that the verdict line tells, with its name.
pub fn of(judgement: &Judgement) -> Vec<Note> {
    let proofs: Vec<_> = judgement.outcomes.iter().flat_map(|outcome| &outcome.proofs).collect();
    let mut numbers: Vec<Note> = searched(&proofs).into_iter().collect();
    numbers.extend(results(&proofs));
    for proof in proofs {
        numbers.extend(single(proof));
    }
    numbers
}

/// The number first: it is what somebody who cites it looks for.
pub fn told(number: &Note) -> String {
    let what = number.what.trim_end_matches(':');
    // "8 pages (pages fetched at the same time)"
    let is_said = what.starts_with(&number.unit);
    let unit = if is_said { String::new() } else { number.unit.clone() };
    format!("{} ({what})", proof::value(&Note { unit, ..number.clone() }))
}

/// Models together, as on the verdict line.
fn searched(proofs: &[&Proof]) -> Option<Note> {
    let passes = proofs.iter().filter_map(|proof| match proof {
        Proof::Searched { passes, .. } => Some(passes),
        _ => None,
    });
    let passes: Vec<&Vec<Pass>> = passes.collect();
    let executions = passes.iter().map(|passes| reached(passes).map_or(0, |(_, number)| number));
    let adversary =
        passes.iter().flat_map(|passes| *passes).any(|pass| pass.adversary && pass.complete);
    let rare = if adversary { ", spurious wakeups and other rare events included:" } else { "" };
    let what = format!("interleavings searched{rare}");
    (!passes.is_empty()).then(|| number(&what, executions.sum::<u64>(), ""))
}

/// Results of given schedules, counted as on the verdict line.
fn results(proofs: &[&Proof]) -> Option<Note> {
    let right = proofs.iter().filter(|proof| matches!(proof, Proof::ResultRight { .. })).count();
    (right > 0).then(|| number("results named rightly", right as u64, ""))
}

fn single(proof: &Proof) -> Vec<Note> {
    match proof {
        Proof::Held { notes, .. } => notes.clone(),
        Proof::Sampled { sample, .. } => {
            vec![number("interleavings sampled", sample.executions, "")]
        }
        Proof::OutcomesMatch { case, outcomes, executions } => outcomes_of(case, outcomes)
            .into_iter()
            .chain([number(&format!("interleavings of {case}"), *executions, "")])
            .collect(),
        Proof::Replayed { case, value } => {
            let value = value.parse().ok();
            let what = format!("the schedule of {case} ends with");
            value.map(|value| Note { what, value, unit: String::new() }).into_iter().collect()
        }
        Proof::NeverFails { case, executions } => {
            vec![number(&format!("interleavings of {case}, none of which fails"), *executions, "")]
        }
        Proof::MisusesRefused { count } => {
            vec![number("misuses that the compiler refuses", *count as u64, "")]
        }
        Proof::TestScored { bugs, .. } => {
            vec![number("bugs that the test catches", *bugs as u64, "")]
        }
        // Cut as it is told, so that nobody cites more than was shown.
        Proof::FastEnough { ratio, cpus, .. } => {
            let what = format!("speed beside the serial program, on {cpus} CPUs");
            let value = speed::times(*ratio).trim_end_matches('×').parse().unwrap_or(*ratio);
            vec![Note { what, value, unit: "×".to_owned() }]
        }
        Proof::Searched { .. }
        | Proof::Fails { .. }
        | Proof::ResultRight { .. }
        | Proof::NotMeasured { .. } => Vec::new(),
    }
}

/// How many there are, and where they are numbers, the smallest and the largest.
fn outcomes_of(case: &str, outcomes: &[String]) -> Vec<Note> {
    let count = number(&format!("outcomes of {case}"), outcomes.len() as u64, "");
    let values: Option<Vec<f64>> = outcomes.iter().map(|outcome| outcome.parse().ok()).collect();
    let values = values.unwrap_or_default();
    let ends = [("smallest", f64::min as fn(f64, f64) -> f64), ("largest", f64::max)];
    let ends = ends.into_iter().filter_map(|(which, pick)| {
        let what = format!("{which} outcome of {case}");
        let value = values.iter().copied().reduce(pick)?;
        Some(Note { what, value, unit: String::new() })
    });
    [count].into_iter().chain(ends).collect()
}

fn number(what: &str, value: u64, unit: &str) -> Note {
    Note { what: what.to_owned(), value: value as f64, unit: unit.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::proof::note;
    use super::*;
    use crate::exercise::Key;
    use crate::finding::Step;
    use crate::verdict::Outcome;

    fn told(proofs: Vec<Proof>) -> Vec<String> {
        let (findings, doubts) = (Vec::new(), Vec::new());
        let outcome = Outcome { step: Step::Test, findings, doubts, proofs, seconds: 0.0 };
        let judgement = Judgement {
            key: Key { chapter: "01_a".into(), name: "01_b".into() },
            file: String::new(),
            source: String::new(),
            outcomes: vec![outcome],
            warnings: Vec::new(),
            seconds: 0.0,
        };
        of(&judgement).iter().map(note).collect()
    }

    #[test]
    fn a_number_comes_first_and_its_unit_once() {
        let note =
            |what: &str, unit: &str| Note { what: what.into(), value: 8.0, unit: unit.into() };
        assert_eq!(super::told(&note("pages at once:", "pages")), "8 (pages at once)");
        assert_eq!(super::told(&note("done in", "ticks")), "8 ticks (done in)");
    }

    #[test]
    fn each_proof_has_its_numbers() {
        let case = || "case".to_owned();
        let outcomes = ["10", "9"].map(str::to_owned).to_vec();
        let wanted = [
            "outcomes of case 2",
            "smallest outcome of case 9",
            "largest outcome of case 10",
            "interleavings of case 1,204",
        ];
        assert_eq!(
            told(vec![Proof::OutcomesMatch { case: case(), outcomes, executions: 1204 }]),
            wanted
        );
        let value = "seat 7 sold twice".to_owned();
        assert_eq!(told(vec![Proof::Replayed { case: case(), value }]), [""; 0]);
        let value = "2".to_owned();
        let replayed = Proof::Replayed { case: case(), value };
        assert_eq!(told(vec![replayed]), ["the schedule of case ends with 2"]);
        let fast = Proof::FastEnough { ratio: 1.97, wanted: 1.0, cpus: 2 };
        assert_eq!(told(vec![fast]), ["speed beside the serial program, on 2 CPUs 1.9 ×"]);
    }
}
