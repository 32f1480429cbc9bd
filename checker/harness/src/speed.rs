//! Speed: the serial program, the learner's and our own, run in turn on fresh
//! input, so that whatever disturbs one disturbs the others alike.

use crate::case::ordered;
use crate::speedup::Parts;
use crate::{allocator, channel, expect, panics};
use facts::{Fact, Measured, Place, Trial, Unmet};
use std::hint::black_box;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Instant;

/// Trials; a median needs an odd number.
const TRIALS: u64 = 7;

/// Trials of a learner's program that takes more than [`SLOW`] times as long as
/// the serial one: no number of trials makes it fast.
const TRIALS_IF_SLOW: u64 = 3;
const SLOW: f64 = 4.0;

/// The only case of such a file.
const NAME: &str = "speed";

/// Three programs and what they are run on. Each gets an input of its own,
/// which it may change; making and dropping inputs and results is not timed.
#[derive(Debug, Clone, Copy)]
pub struct Contest<I, R> {
    /// Makes the input of a trial. The same number makes the same input.
    pub input: fn(u64) -> I,
    pub serial: fn(&mut I) -> R,
    pub learner: fn(&mut I) -> R,
    pub ours: fn(&mut I) -> R,
    /// Whether two results are the same.
    pub check: fn(&R, &R) -> bool,
    /// Where in the hidden file.
    pub place: (&'static str, u32, u32),
}

/// Writes `main` for a measurement:
/// `speed! { input: make, serial: f, learner: g, ours: h, check: same }`, where
/// `make: fn(u64) -> I`, `f`, `g`, `h: fn(&mut I) -> R`, `same: fn(&R, &R) -> bool`.
#[macro_export]
macro_rules! speed {
    (
        input: $input:expr, serial: $serial:expr, learner: $learner:expr,
        ours: $ours:expr, check: $check:expr $(,)?
    ) => {
        fn main() {
            $crate::speed_main(&$crate::Contest {
                input: $input,
                serial: $serial,
                learner: $learner,
                ours: $ours,
                check: $check,
                place: (file!(), line!(), column!()),
            })
        }
    };
}

/// What `main` does.
pub fn speed_main<I, R>(contest: &Contest<I, R>) -> ! {
    if cfg!(feature = "timeline") {
        crate::timeline_main(|| _ = black_box((contest.learner)(&mut (contest.input)(1))))
    }
    let name = ordered(|| vec![NAME.to_owned()]);
    if name != NAME {
        contest.as_parts(|parts| parts.obey(&name));
    }
    match catch_unwind(AssertUnwindSafe(|| contest.trials(TRIALS))) {
        Ok(Ok(trials)) => {
            let cpus = std::thread::available_parallelism().map_or(1, usize::from);
            channel::send(Fact::Measured(Measured { cpus, trials }));
            channel::finish(Fact::Completed)
        }
        Ok(Err(Wrong::Learner)) => expect::unmet(contest.wrong_result()),
        Ok(Err(Wrong::Ours)) => {
            channel::finish(Fact::Unsupported("our own solution gives a wrong result".to_owned()))
        }
        Err(payload) => channel::finish(Fact::Panicked(panics::caught(payload))),
    }
}

/// Whose result differs from the serial one.
#[derive(Debug, PartialEq, Eq)]
enum Wrong {
    Learner,
    Ours,
}

impl<I, R> Contest<I, R> {
    /// The contest as `speedup` sees it: the learner's program and the serial.
    fn as_parts<T>(&self, with: impl FnOnce(Parts<'_>) -> T) -> T {
        let part = |program: fn(&mut I) -> R| {
            let (make, trial) = (self.input, AtomicU64::new(0));
            move |measure: &mut dyn FnMut(&mut dyn FnMut())| {
                let mut input = black_box(make(trial.fetch_add(1, Relaxed)));
                let mut result = None;
                measure(&mut || result = Some(black_box(program(&mut input))));
            }
        };
        with(Parts { parallel: &part(self.learner), serial: Some(&part(self.serial)) })
    }

    /// One trial to warm up pools, caches and pages, then those that count.
    fn trials(&self, count: u64) -> Result<Vec<Trial>, Wrong> {
        let first = self.trial(0)?;
        let slow = first.learner > SLOW * first.serial;
        let count = if slow { count.min(TRIALS_IF_SLOW) } else { count };
        (1..=count).map(|number| self.trial(number)).collect()
    }

    /// The parallel programs take turns at going first after the serial one.
    fn trial(&self, number: u64) -> Result<Trial, Wrong> {
        let (wanted, serial) = self.time(self.serial, number);
        let run_ours = || {
            let (result, seconds) = self.time(self.ours, number);
            if (self.check)(&wanted, &result) { Ok(seconds) } else { Err(Wrong::Ours) }
        };
        let run_learner = || {
            let (result, seconds) = self.time(self.learner, number);
            if (self.check)(&wanted, &result) { Ok(seconds) } else { Err(Wrong::Learner) }
        };
        let (learner, ours) = if number.is_multiple_of(2) {
            let learner = run_learner()?;
            (learner, run_ours()?)
        } else {
            let ours = run_ours()?;
            (run_learner()?, ours)
        };
        Ok(Trial { serial, learner, ours })
    }

    fn time(&self, program: fn(&mut I) -> R, number: u64) -> (R, f64) {
        let mut input = black_box((self.input)(number));
        let start = Instant::now();
        let result = black_box(program(&mut input));
        (result, start.elapsed().as_secs_f64())
    }

    fn wrong_result(&self) -> Unmet {
        allocator::lift_limit();
        let (file, line, column) = self.place;
        Unmet {
            what: "the result for the input of the measurement".to_owned(),
            got: "a different result".to_owned(),
            want: "the result of the serial program".to_owned(),
            place: Place { file: file.to_owned(), line, column },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contest(learner: fn(&mut u64) -> u64) -> Contest<u64, u64> {
        Contest {
            input: |number| number,
            serial: |input| *input + 1,
            learner,
            ours: |input| *input + 1,
            check: |one, other| one == other,
            place: (file!(), line!(), column!()),
        }
    }

    #[test]
    fn every_trial_runs_all_three_on_input_of_its_own() {
        let greedy = contest(|input| std::mem::take(input) + 1);
        assert_eq!(greedy.trials(3).unwrap().len(), 3);
    }

    #[test]
    fn a_wrong_result_is_no_measurement() {
        assert_eq!(contest(|_| 7).trials(1).unwrap_err(), Wrong::Learner);
    }
}
