//! What a judgement comes to, in a few words for its verdict line.

use crate::explain;
use crate::finding::Evidence;
use crate::verdict::{Judgement, Proof, Verdict, reached};

/// A few words on what the verdict rests on.
pub fn summary(judgement: &Judgement) -> String {
    match judgement.verdict() {
        Verdict::Solved => solved(judgement),
        Verdict::NotSolved => not_solved(judgement),
        Verdict::CannotTell => explain::doubt_line(judgement),
    }
}

/// How far a search went: every interleaving, or those with few preemptions.
pub fn extent(bound: Option<usize>, executions: u64) -> String {
    let executions = grouped(executions);
    match bound {
        None => format!("every interleaving ({executions})"),
        Some(0) => format!("no preemption ({executions})"),
        Some(1) => format!("at most 1 preemption ({executions})"),
        Some(bound) => format!("at most {bound} preemptions ({executions})"),
    }
}

/// `1204` as `1,204`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn solved(judgement: &Judgement) -> String {
    let proofs: Vec<_> = judgement.outcomes.iter().flat_map(|it| &it.proofs).collect();
    if proofs.is_empty() {
        return "unchanged".to_owned();
    }
    let mut parts = Vec::new();
    parts.extend(sampled(&proofs).or_else(|| searched(&proofs)));
    parts.extend(proofs.iter().find_map(|proof| match proof {
        Proof::FastEnough { ratio, .. } => Some(format!("{ratio:.1} × faster")),
        Proof::TestScored { bugs, .. } => Some(counted(*bugs, "bug", "found")),
        Proof::OutcomesMatch { .. } => Some("exactly the outcomes".to_owned()),
        Proof::Replayed { value, .. } => Some(format!("ends with {value}")),
        _ => None,
    }));
    let number = |is: fn(&Proof) -> bool| proofs.iter().filter(|proof| is(proof)).count();
    let answers = number(|proof| {
        matches!(proof, Proof::Fails { .. } | Proof::NeverFails { .. } | Proof::ResultRight { .. })
    });
    let held = number(|proof| matches!(proof, Proof::Held { .. }));
    parts.extend((answers > 0).then(|| counted(answers, "answer", "right")));
    parts.extend((held > 0).then(|| counted(held, "test", "held")));
    parts.join(", ")
}

fn counted(number: usize, noun: &str, verb: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural} {verb}")
}

/// Sampled models are told as such, whatever was proved of others.
fn sampled(proofs: &[&Proof]) -> Option<String> {
    let samples = proofs.iter().filter_map(|proof| match proof {
        Proof::Sampled { sample, .. } => Some(sample.executions),
        _ => None,
    });
    let samples: Vec<u64> = samples.collect();
    (!samples.is_empty()).then(|| format!("sampled ({})", grouped(samples.iter().sum())))
}

/// The least any model was searched, and the executions of all at that extent.
fn searched(proofs: &[&Proof]) -> Option<String> {
    let models = proofs.iter().filter_map(|proof| match proof {
        Proof::Searched { passes, .. } => Some(passes.as_slice()),
        _ => None,
    });
    let ends: Vec<(Option<usize>, u64)> = models.filter_map(reached).collect();
    // No bound is the furthest, so the smallest bound is the least.
    let least = ends.iter().map(|end| end.0).min_by_key(|bound| bound.unwrap_or(usize::MAX))?;
    Some(extent(least, ends.iter().map(|end| end.1).sum()))
}

fn not_solved(judgement: &Judgement) -> String {
    let Some(first) = judgement.findings().next() else { return String::new() };
    let more = judgement.findings().count() - 1;
    let mut text = match (&first.case, &first.evidence) {
        (_, Evidence::CompileErrors { .. }) => "does not compile".to_owned(),
        (_, Evidence::RuleBroken { .. }) => "breaks a rule".to_owned(),
        (Some(case), _) => format!("{}: {}", first.step.name(), case.name.replace('_', " ")),
        (None, _) => first.step.name().to_owned(),
    };
    if more > 0 {
        text.push_str(&format!(", and {more} more"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::Pass;

    fn pass(bound: Option<usize>, executions: u64) -> Pass {
        Pass {
            bound,
            adversary: false,
            main: None,
            executions,
            failing: 0,
            complete: true,
            seconds: 0.0,
        }
    }

    fn model(passes: Vec<Pass>) -> Proof {
        Proof::Searched { case: String::new(), threads: 2, passes }
    }

    #[test]
    fn executions_of_the_deciding_passes_are_added_up() {
        let roles = Pass { main: Some("A".to_owned()), ..pass(Some(2), 4) };
        let one = model(vec![pass(Some(0), 2), pass(None, 1004), roles]);
        let two = model(vec![pass(None, 200)]);
        assert_eq!(searched(&[&one, &two]).as_deref(), Some("every interleaving (1,204)"));
    }

    #[test]
    fn the_least_searched_model_decides_what_is_claimed() {
        let whole = model(vec![pass(None, 10)]);
        let bounded = model(vec![pass(Some(0), 1), pass(Some(2), 5)]);
        let text = searched(&[&whole, &bounded]);
        assert_eq!(text.as_deref(), Some("at most 2 preemptions (15)"));
        assert_eq!(searched(&[]), None);
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1204), "1,204");
        assert_eq!(grouped(1_000_000), "1,000,000");
    }
}
