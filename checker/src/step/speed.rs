//! Measured speedup: the learner's program against the serial one, in paired
//! runs, wanted in relation to our own solution's in the same runs.

use super::{Ask, Found, Ran, ending};
use crate::exercise::SpeedLimits;
use crate::finding::{Case, Evidence, Step};
use crate::verdict::{Doubt, Proof};
use facts::{Fact, Limits, Measured, Task, Trial};
use std::time::Duration;

/// The measured input of a whole chapter fits.
const MEMORY_MIB: u64 = 2048;

/// What is asked for is at most this share of what our own solution reaches
/// here and now: what else the machine does slows both.
const SHARE_OF_OURS: f64 = 0.7;

/// Below this, our own solution is not faster: the CPUs are not ours to use,
/// and nothing can be learnt about the learner's.
const OURS_AT_LEAST: f64 = 1.1;

/// A program that takes this many times as long as the serial one is too slow
/// on any machine, busy or not: its share of the serial speed.
const HOPELESS: f64 = 0.5;

/// Quartiles further apart than this share of the median are noise.
const SPREAD_ALLOWED: f64 = 0.25;

/// A median this near to what is wanted, as a share of it, is measured again.
const NEAR: f64 = 0.15;

/// Measurements of a case that needs more than one.
pub const REPEATS: usize = 3;

pub fn ask(limits: &SpeedLimits, name: &str) -> Ask {
    Ask {
        task: Task::Case { name: name.to_owned() },
        limits: Limits { memory_mib: MEMORY_MIB, cpus: Some(limits.cpus) },
        deadline: Duration::from_secs_f64(limits.seconds),
    }
}

/// Says why nothing can be measured with this many usable CPUs.
pub fn not_measured(usable: usize) -> Option<Proof> {
    (usable < 2).then(|| Proof::NotMeasured { reason: "one usable CPU".to_owned() })
}

/// What the runs of one case come to; each measured some trials.
pub fn read(limits: &SpeedLimits, ran: &[Ran]) -> Found {
    let mut found = Found::default();
    let mut all: Option<Measured> = None;
    for Ran { case, run } in ran {
        let measured = run.facts.iter().find_map(|fact| match fact {
            Fact::Measured(measured) => Some(measured),
            _ => None,
        });
        if let Some(ended) = ending::read(Step::Speed, case, run) {
            return ended;
        }
        let Some(measured) = measured else {
            return ending::without_report(Step::Speed, case, run);
        };
        match &mut all {
            Some(all) => all.trials.extend(&measured.trials),
            None => all = Some(measured.clone()),
        }
    }
    if let (Some(measured), Some(Ran { case, .. })) = (all, ran.first()) {
        found.add(judge(limits, case, measured));
    }
    found
}

/// Whether more trials are needed before the result can be relied on.
pub fn undecided(limits: &SpeedLimits, ran: &[Ran]) -> bool {
    let trials: Vec<Trial> = ran.iter().flat_map(|ran| trials(&ran.run.facts)).copied().collect();
    if trials.is_empty() {
        return false;
    }
    let ratios = Ratios::of(&trials, limits);
    if ratios.learner.high < HOPELESS {
        return false;
    }
    (ratios.learner.median / ratios.wanted - 1.0).abs() < NEAR
        || ratios.noise().is_some()
        || ratios.ours < OURS_AT_LEAST
}

fn trials(facts: &[Fact]) -> &[Trial] {
    let trials = facts.iter().find_map(|fact| match fact {
        Fact::Measured(measured) => Some(measured.trials.as_slice()),
        _ => None,
    });
    trials.unwrap_or_default()
}

fn judge(limits: &SpeedLimits, case: &Case, measured: Measured) -> Found {
    let Measured { cpus, trials } = measured;
    let ratios =
        Ratios::of(&trials, &SpeedLimits { cpus: cpus.min(limits.cpus), ..limits.clone() });
    let (ratio, wanted) = (ratios.learner.median, ratios.wanted);
    let mut found = Found::default();
    if ratios.learner.high < HOPELESS {
        found.finding(Step::Speed, case, Evidence::TooSlow { ratio, wanted, cpus, trials });
    } else if let Some(spread) = ratios.noise() {
        found.doubts.push(Doubt::Noisy { spread, allowed: SPREAD_ALLOWED });
    } else if ratios.ours < OURS_AT_LEAST && ratio < OURS_AT_LEAST {
        let ours = ratios.ours;
        let reason = format!("our own solution is {ours:.2} times as fast as the serial program");
        found.doubts.push(Doubt::Machine { reason });
    } else if ratio < wanted {
        found.finding(Step::Speed, case, Evidence::TooSlow { ratio, wanted, cpus, trials });
    } else {
        found.proofs.push(Proof::FastEnough { ratio, wanted, cpus });
    }
    found
}

/// Speedups over the serial program of the same trial.
struct Ratios {
    learner: Quartiles,
    ours: f64,
    wanted: f64,
}

impl Ratios {
    fn of(trials: &[Trial], limits: &SpeedLimits) -> Self {
        let learner = Quartiles::of(trials.iter().map(|trial| trial.serial / trial.learner));
        let ours = Quartiles::of(trials.iter().map(|trial| trial.serial / trial.ours)).median;
        #[expect(clippy::cast_precision_loss, reason = "a number of CPUs is small")]
        let stated = limits.per_cpu * limits.cpus as f64;
        Self { learner, ours, wanted: stated.min(SHARE_OF_OURS * ours) }
    }

    /// The spread, if it is too large and what is wanted lies within it.
    fn noise(&self) -> Option<f64> {
        let Quartiles { low, median, high } = self.learner;
        let spread = (high - low) / median;
        let within = low < self.wanted && self.wanted <= high;
        (spread > SPREAD_ALLOWED && within).then_some(spread)
    }
}

pub struct Quartiles {
    pub low: f64,
    pub median: f64,
    pub high: f64,
}

impl Quartiles {
    /// Of at least one number.
    pub fn of(numbers: impl Iterator<Item = f64>) -> Self {
        let mut sorted: Vec<f64> = numbers.collect();
        sorted.sort_by(f64::total_cmp);
        let at = |quarters: usize| sorted[(sorted.len() - 1) * quarters / 4];
        Self { low: at(1), median: at(2), high: at(3) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::sample::ran;

    /// Trials with these speedups of the learner, ours being `ours`.
    fn measured(ours: f64, learner: &[f64]) -> Vec<Ran> {
        let trial = |ratio: &f64| Trial { serial: 1.0, learner: 1.0 / ratio, ours: 1.0 / ours };
        let trials = learner.iter().map(trial).collect();
        vec![ran("speed", vec![Fact::Measured(Measured { cpus: 4, trials }), Fact::Completed])]
    }

    fn judged(ours: f64, learner: &[f64]) -> Found {
        read(&SpeedLimits::default(), &measured(ours, learner))
    }

    #[test]
    fn the_median_decides() {
        let fast = judged(3.6, &[3.0, 3.1, 0.5, 3.0, 3.2, 3.1, 3.0]);
        assert!(matches!(fast.proofs[..], [Proof::FastEnough { cpus: 4, .. }]), "{fast:?}");
        let slow = judged(3.6, &[1.0, 1.1, 4.0, 1.0, 0.9, 1.0, 1.0]);
        assert!(matches!(slow.findings[0].evidence, Evidence::TooSlow { .. }), "{slow:?}");
    }

    #[test]
    fn what_is_wanted_goes_down_with_what_we_reach_ourselves() {
        let found = judged(1.5, &[1.2; 7]);
        let [Proof::FastEnough { wanted, .. }] = found.proofs[..] else { panic!("{found:?}") };
        assert!((wanted - 0.7 * 1.5).abs() < 1e-9);
    }

    #[test]
    fn noise_is_a_doubt_only_where_it_could_turn_the_verdict() {
        let across = judged(3.6, &[1.0, 1.2, 1.5, 1.9, 2.2, 2.6, 3.0]);
        assert!(matches!(across.doubts[..], [Doubt::Noisy { .. }]), "{across:?}");
        let above = judged(3.6, &[2.1, 2.2, 2.5, 2.9, 3.2, 3.6, 4.0]);
        assert_eq!(above.proofs.len(), 1);
    }

    #[test]
    fn a_machine_on_which_ours_is_not_faster_cannot_tell() {
        assert!(matches!(judged(1.0, &[1.0; 7]).doubts[..], [Doubt::Machine { .. }]));
        assert!(not_measured(1).is_some() && not_measured(2).is_none());
    }

    #[test]
    fn a_program_far_slower_than_the_serial_one_needs_no_quiet_machine() {
        let found = judged(1.0, &[0.1, 0.2, 0.3, 0.2, 0.1, 0.4, 0.3]);
        assert!(matches!(found.findings[0].evidence, Evidence::TooSlow { .. }), "{found:?}");
    }

    #[test]
    fn a_median_near_what_is_wanted_is_measured_again() {
        let limits = SpeedLimits::default();
        assert!(undecided(&limits, &measured(3.6, &[2.1; 7])));
        assert!(!undecided(&limits, &measured(3.6, &[3.0; 7])));
        assert!(!undecided(&limits, &measured(3.6, &[1.0; 7])));
    }
}
