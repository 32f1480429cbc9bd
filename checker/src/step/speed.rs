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

/// A program with this share of the serial speed is too slow on any machine, busy
/// or not; if ours is slower than the serial one here and now, this share of ours.
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
    if ratios.is_hopeless() {
        return false;
    }
    (ratios.learner.median / ratios.wanted - 1.0).abs() < NEAR
        || ratios.noise().is_some()
        || ratios.ours.median < OURS_AT_LEAST
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
    if ratios.is_hopeless() {
        found.finding(Step::Speed, case, Evidence::TooSlow { ratio, wanted, cpus, trials });
    } else if let Some(spread) = ratios.noise() {
        found.doubts.push(Doubt::Noisy { spread, allowed: SPREAD_ALLOWED });
    } else if ratios.ours.median < OURS_AT_LEAST && ratio < OURS_AT_LEAST {
        let ours = ratios.ours.median;
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
    ours: Quartiles,
    wanted: f64,
    /// What would be wanted if our own solution were as slow as in the slower
    /// quarter of its trials.
    at_least: f64,
}

impl Ratios {
    fn of(trials: &[Trial], limits: &SpeedLimits) -> Self {
        let learner = Quartiles::of(trials.iter().map(|trial| trial.serial / trial.learner));
        let ours = Quartiles::of(trials.iter().map(|trial| trial.serial / trial.ours));
        #[expect(clippy::cast_precision_loss, reason = "a number of CPUs is small")]
        let stated = limits.per_cpu * limits.cpus as f64;
        let wanted = stated.min(SHARE_OF_OURS * ours.median);
        let at_least = stated.min(SHARE_OF_OURS * ours.low);
        Self { learner, ours, wanted, at_least }
    }

    fn is_hopeless(&self) -> bool {
        self.learner.high < HOPELESS * self.ours.median.min(1.0)
    }

    /// A spread that is too large and could turn the verdict: the learner's, if
    /// what is wanted lies within it, or our own, on which that rests.
    fn noise(&self) -> Option<f64> {
        let Quartiles { low, median, high } = self.learner;
        let within = low < self.wanted && self.wanted <= high;
        let within_ours = self.at_least <= median && median < self.wanted;
        let learner = within.then(|| self.learner.spread());
        let ours = within_ours.then(|| self.ours.spread());
        learner.into_iter().chain(ours).find(|spread| *spread > SPREAD_ALLOWED)
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

    fn spread(&self) -> f64 {
        (self.high - self.low) / self.median
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
    fn where_ours_is_far_slower_too_the_machine_is_to_blame() {
        let found = judged(0.45, &[0.4; 7]);
        assert!(matches!(found.doubts[..], [Doubt::Machine { .. }]), "{found:?}");
    }

    #[test]
    fn noise_of_ours_is_a_doubt_as_well() {
        let ours = [0.4, 0.7, 0.8, 1.1, 1.2, 1.3, 1.4];
        let trial = |ours: &f64| Trial { serial: 1.0, learner: 1.0 / 0.6, ours: 1.0 / ours };
        let trials = ours.iter().map(trial).collect();
        let measured = Fact::Measured(Measured { cpus: 4, trials });
        let ran = [ran("speed", vec![measured, Fact::Completed])];
        let found = read(&SpeedLimits::default(), &ran);
        assert!(matches!(found.doubts[..], [Doubt::Noisy { .. }]), "{found:?}");
    }

    #[test]
    fn a_median_near_what_is_wanted_is_measured_again() {
        let limits = SpeedLimits::default();
        assert!(undecided(&limits, &measured(3.6, &[2.1; 7])));
        assert!(!undecided(&limits, &measured(3.6, &[3.0; 7])));
        assert!(!undecided(&limits, &measured(3.6, &[1.0; 7])));
    }
}
