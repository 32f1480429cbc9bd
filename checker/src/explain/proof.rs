//! What a solved exercise was shown to do, on one line.

use super::prose::{count, list, plain, thousands};
use super::speed;
use crate::verdict::{Judgement, Proof, reached};
use facts::{Note, Sample};
use std::collections::{BTreeMap, BTreeSet};

/// "every interleaving (1,204); 3 tests held"
pub fn line(judgement: &Judgement) -> String {
    let proofs: Vec<_> = judgement.outcomes.iter().flat_map(|outcome| &outcome.proofs).collect();
    let mut parts: Vec<String> = searched(&proofs).into_iter().collect();
    parts.extend(answered(&proofs));
    parts.extend(held(&proofs));
    parts.extend(proofs.iter().filter_map(|proof| single(proof)));
    plain(&parts.join("; "))
}

/// Models together, by the bound they were searched to.
fn searched(proofs: &[&Proof]) -> Option<String> {
    let mut bounds: BTreeMap<usize, Extent> = BTreeMap::new();
    let mut adversary = false;
    for proof in proofs {
        if let Proof::Searched { passes, threads, .. } = proof {
            let (bound, executions) = reached(passes)?;
            let extent = bounds.entry(bound.unwrap_or(usize::MAX)).or_default();
            extent.models += 1;
            extent.executions += executions;
            extent.threads.insert(*threads);
            adversary |= passes.iter().any(|pass| pass.adversary && pass.complete);
        }
    }
    let mixed = bounds.len() > 1;
    let texts = bounds.iter().rev().map(|(&bound, extent)| {
        let models = mixed.then(|| format!(" in {}", count(extent.models, "model")));
        format!(
            "every interleaving{}{}{} ({})",
            extent.of_threads(),
            within(bound),
            models.unwrap_or_default(),
            thousands(extent.executions)
        )
    });
    let texts: Vec<_> = texts.collect();
    let rare = if adversary { ", spurious wakeups and other rare events included" } else { "" };
    (!texts.is_empty()).then(|| list(&texts) + rare)
}

/// What was searched within one bound.
#[derive(Default)]
struct Extent {
    models: u64,
    executions: u64,
    /// How many threads the models have.
    threads: BTreeSet<usize>,
}

impl Extent {
    /// " of 2 threads", " of up to 3 threads"
    fn of_threads(&self) -> String {
        let most = self.threads.last().copied().unwrap_or_default();
        let up_to = if self.threads.len() > 1 { "up to " } else { "" };
        format!(" of {up_to}{}", count(most as u64, "thread"))
    }
}

/// Which interleavings are within a bound.
pub fn within(bound: usize) -> String {
    match bound {
        usize::MAX => String::new(),
        0 => " without preemption".to_owned(),
        bound => format!(" with at most {}", count(bound as u64, "preemption")),
    }
}

/// What programs were rightly said to do, counted.
fn answered(proofs: &[&Proof]) -> Vec<String> {
    let number = |is: fn(&Proof) -> bool| proofs.iter().filter(|proof| is(proof)).count() as u64;
    let failing = number(|proof| matches!(proof, Proof::Fails { .. }));
    let right = number(|proof| matches!(proof, Proof::ResultRight { .. }));
    let never = proofs.iter().filter_map(|proof| match proof {
        Proof::NeverFails { executions, .. } => Some(*executions),
        _ => None,
    });
    let never: Vec<u64> = never.collect();
    let texts = [
        (failing, format!("{} that fail as written down", count(failing, "schedule"))),
        (
            never.len() as u64,
            format!(
                "{} that never fail ({} tried)",
                count(never.len() as u64, "program"),
                count(never.iter().sum(), "interleaving")
            ),
        ),
        (right, format!("{} named rightly", count(right, "result"))),
    ];
    texts.into_iter().filter(|(number, _)| *number > 0).map(|(_, text)| text).collect()
}

/// Native cases are counted; their notes are told.
fn held(proofs: &[&Proof]) -> Vec<String> {
    let notes = proofs.iter().filter_map(|proof| match proof {
        Proof::Held { notes, .. } => Some(notes),
        _ => None,
    });
    let notes: Vec<_> = notes.collect();
    let tests = (!notes.is_empty()).then(|| format!("{} held", count(notes.len() as u64, "test")));
    tests.into_iter().chain(notes.into_iter().flatten().map(note)).collect()
}

/// "peak in flight 16", "wall time 84.2 ms"
pub fn note(note: &Note) -> String {
    format!("{} {}", note.what, value(note))
}

/// "16", "84.2 ms"
pub fn value(note: &Note) -> String {
    let whole = note.value.fract() == 0.0 && note.value.abs() < 1e15;
    let value = if whole && note.value >= 0.0 {
        thousands(note.value as u64)
    } else {
        format!("{:.1}", note.value)
    };
    let unit = if note.unit.is_empty() { String::new() } else { format!(" {}", note.unit) };
    format!("{value}{unit}")
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
        Proof::Fails { .. } | Proof::NeverFails { .. } | Proof::ResultRight { .. } => None,
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
