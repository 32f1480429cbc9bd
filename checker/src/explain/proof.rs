//! What a solved exercise was shown to do, on one line.

use super::prose::{count, list, plain, thousands};
use super::speed;
use crate::verdict::{Judgement, Proof, reached};
use facts::{Note, Sample};
use std::collections::BTreeMap;

/// "every interleaving (1,204); 3 tests on real threads"
pub fn line(judgement: &Judgement) -> String {
    let proofs: Vec<_> = judgement.outcomes.iter().flat_map(|outcome| &outcome.proofs).collect();
    let mut parts: Vec<String> = searched(&proofs).into_iter().collect();
    parts.extend(held(&proofs));
    parts.extend(proofs.iter().filter_map(|proof| single(proof)));
    plain(&parts.join("; "))
}

/// Models together, by the bound they were searched to.
fn searched(proofs: &[&Proof]) -> Option<String> {
    let mut bounds: BTreeMap<usize, (u64, u64)> = BTreeMap::new();
    let mut adversary = false;
    for proof in proofs {
        if let Proof::Searched { passes, .. } = proof {
            let (bound, executions) = reached(passes)?;
            let entry = bounds.entry(bound.unwrap_or(usize::MAX)).or_default();
            *entry = (entry.0 + 1, entry.1 + executions);
            adversary |= passes.iter().any(|pass| pass.adversary && pass.complete);
        }
    }
    let mixed = bounds.len() > 1;
    let texts = bounds.iter().rev().map(|(&bound, &(models, executions))| {
        let models = if mixed { format!(" of {}", count(models, "model")) } else { String::new() };
        format!("every {}{models} ({})", scope(bound), thousands(executions))
    });
    let texts: Vec<_> = texts.collect();
    let rare = if adversary { ", spurious wakeups and other rare events included" } else { "" };
    (!texts.is_empty()).then(|| list(&texts) + rare)
}

/// The interleavings within a bound, one of them.
pub fn scope(bound: usize) -> String {
    match bound {
        usize::MAX => "interleaving".to_owned(),
        0 => "interleaving without preemption".to_owned(),
        bound => format!("interleaving with at most {}", count(bound as u64, "preemption")),
    }
}

/// Native cases are counted; their notes are told.
fn held(proofs: &[&Proof]) -> Vec<String> {
    let notes = proofs.iter().filter_map(|proof| match proof {
        Proof::Held { notes, .. } => Some(notes),
        _ => None,
    });
    let notes: Vec<_> = notes.collect();
    let tests = (!notes.is_empty())
        .then(|| format!("{} on real threads", count(notes.len() as u64, "test")));
    tests.into_iter().chain(notes.into_iter().flatten().map(note)).collect()
}

/// "peak in flight 16", "wall time 84.2 ms"
pub fn note(note: &Note) -> String {
    let whole = note.value.fract() == 0.0 && note.value.abs() < 1e15;
    let value = if whole && note.value >= 0.0 {
        thousands(note.value as u64)
    } else {
        format!("{:.1}", note.value)
    };
    let unit = if note.unit.is_empty() { String::new() } else { format!(" {}", note.unit) };
    format!("{} {value}{unit}", note.what)
}

fn single(proof: &Proof) -> Option<String> {
    match proof {
        Proof::Searched { .. } | Proof::Held { .. } => None,
        Proof::Sampled { sample, .. } => Some(sampled(sample)),
        Proof::OutcomesMatch { outcomes, executions, .. } => Some(format!(
            "{{{}}} is what {} give",
            outcomes.join(", "),
            count(*executions, "interleaving")
        )),
        Proof::Replayed { value, .. } => Some(format!("the schedule ends with {value}")),
        Proof::MisusesRefused { count } => {
            Some(format!("the compiler refuses {}", all(*count, "misuse")))
        }
        Proof::TestScored { bugs, right } => Some(format!(
            "the test catches {} and accepts {}",
            all(*bugs, "bug"),
            all(*right, "right implementation")
        )),
        Proof::FastEnough { ratio, wanted, cpus } => Some(format!(
            "{} the serial speed on {} (wanted {})",
            speed::times(*ratio),
            count(*cpus as u64, "CPU"),
            speed::times(*wanted)
        )),
        Proof::NotMeasured { reason } => Some(format!("speed not measured: {reason}")),
    }
}

/// "10,000 sampled interleavings of 9 threads and 120 steps, so that …"
fn sampled(sample: &Sample) -> String {
    let percent = (sample.missed() * 100.0).ceil().max(1.0);
    format!(
        "{} sampled {} of up to {} and {}, so that a mistake which takes one preemption was \
         missed with a chance below {percent} %",
        thousands(sample.executions),
        if sample.executions == 1 { "interleaving" } else { "interleavings" },
        count(sample.threads as u64, "thread"),
        count(sample.steps as u64, "step"),
    )
}

fn all(number: usize, noun: &str) -> String {
    match number {
        0 => format!("no {noun}"),
        1 => format!("the {noun}"),
        number => format!("all {}", count(number as u64, noun)),
    }
}
