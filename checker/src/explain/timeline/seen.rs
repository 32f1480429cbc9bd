//! What a run shows, in numbers: what was in progress, what ran at the same
//! instant, what waited.

use super::lanes::{Doing, Lane};
use serde::Serialize;

/// Times are in nanoseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Seen {
    pub lasted: u64,
    /// While two threads or more were in progress.
    pub together: u64,
    /// As many threads were in progress for a time worth speaking of.
    pub most: usize,
    /// While two threads or more ran.
    pub at_once: u64,
    /// What all threads waited, ends of threads left out.
    pub waited: u64,
    /// While at least one of them did so.
    pub while_waiting: u64,
    /// While a thread was ready and a core of the program's had none of its
    /// threads: another program had it.
    pub elsewhere: u64,
    pub kind: Kind,
}

/// The answer to the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Neither,
    ConcurrentOnly,
    Parallel,
}

/// Threads that begin and end overlap a little in any program.
const LEAST: u64 = 200_000;

impl Seen {
    pub fn of(lanes: &[Lane], cores: usize, lasted: u64) -> Self {
        let progress = Levels::of(lanes, |lane, doing| lane.in_progress(doing));
        let running = Levels::of(lanes, |_, doing| runs(doing));
        let waiting = Levels::of(lanes, waits);
        let noticeable = noticeable(lasted);
        let kind = match (progress.at_least(2), running.at_least(2)) {
            (_, at_once) if at_once >= noticeable => Kind::Parallel,
            (together, _) if together >= noticeable => Kind::ConcurrentOnly,
            _ => Kind::Neither,
        };
        let most = (1..=lanes.len()).rev().find(|&most| progress.at_least(most) >= noticeable);
        Self {
            lasted,
            together: progress.at_least(2),
            most: most.unwrap_or(0),
            at_once: running.at_least(2),
            waited: lanes.iter().map(|lane| lane.sum(|doing| waits(lane, doing))).sum(),
            while_waiting: waiting.at_least(1),
            elsewhere: elsewhere(lanes, cores),
            kind,
        }
    }
}

/// What is more than an accident of beginning and ending.
pub fn noticeable(lasted: u64) -> u64 {
    (lasted / 100).max(LEAST)
}

fn waits(lane: &Lane, doing: Doing) -> bool {
    matches!(doing, Doing::Wait { .. }) && lane.in_progress(doing)
}

fn runs(doing: Doing) -> bool {
    matches!(doing, Doing::Run { core: Some(_) })
}

fn elsewhere(lanes: &[Lane], cores: usize) -> u64 {
    let of = |does: fn(Doing) -> bool| Levels::changes(lanes, |_, doing| does(doing));
    let mut changes: Vec<_> = of(runs).into_iter().map(|(at, change)| (at, change, 0)).collect();
    let ready = of(|doing| doing == Doing::Ready).into_iter();
    changes.extend(ready.map(|(at, change)| (at, 0, change)));
    changes.sort_unstable();
    let (mut before, mut running, mut ready, mut sum) = (0, 0_i64, 0_i64, 0);
    for (at, of_running, of_ready) in changes {
        if ready > 0 && running < i64::try_from(cores).unwrap_or(i64::MAX) {
            sum += at - before;
        }
        (before, running, ready) = (at, running + of_running, ready + of_ready);
    }
    sum
}

/// For how long how many lanes did something at one time.
struct Levels(Vec<u64>);

impl Levels {
    /// When one lane more does it, and when one less.
    fn changes(lanes: &[Lane], does: impl Fn(&Lane, Doing) -> bool) -> Vec<(u64, i64)> {
        let mut changes = Vec::new();
        for lane in lanes {
            for span in lane.spans.iter().filter(|span| does(lane, span.doing)) {
                changes.extend([(span.from, 1), (span.to, -1)]);
            }
        }
        changes.sort_unstable();
        changes
    }

    fn of(lanes: &[Lane], does: impl Fn(&Lane, Doing) -> bool) -> Self {
        let changes = Self::changes(lanes, does);
        let mut times = vec![0; lanes.len() + 1];
        let (mut before, mut level) = (0, 0_i64);
        for (at, change) in changes {
            times[usize::try_from(level).expect("what ends has begun")] += at - before;
            (before, level) = (at, level + change);
        }
        Self(times)
    }

    fn at_least(&self, level: usize) -> u64 {
        self.0.iter().skip(level).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::timeline::sample::{lane, ready, run, wait};
    use facts::timeline::Reason::{Join, Sleep};

    const MS: u64 = 1_000_000;

    #[test]
    fn taking_turns_on_one_core_is_concurrent_only() {
        let main = lane(0, &[wait(100, Join)]);
        let one = lane(0, &[run(0, 50), ready(50)]);
        let other = lane(0, &[ready(50), run(0, 50)]);
        let seen = Seen::of(&[main, one, other], 1, 100 * MS);
        assert_eq!((seen.together, seen.most, seen.at_once), (100 * MS, 2, 0));
        assert_eq!((seen.kind, seen.waited, seen.elsewhere), (Kind::ConcurrentOnly, 0, 0));
    }

    #[test]
    fn running_at_the_same_instant_is_parallel() {
        let lanes = [lane(0, &[run(0, 60)]), lane(20, &[run(1, 50)])];
        let seen = Seen::of(&lanes, 2, 70 * MS);
        assert_eq!((seen.at_once, seen.kind), (40 * MS, Kind::Parallel));
    }

    #[test]
    fn one_after_the_other_is_neither() {
        let lanes = [lane(0, &[run(0, 10), wait(10, Join)]), lane(10, &[run(0, 10)])];
        assert_eq!(Seen::of(&lanes, 1, 20 * MS).kind, Kind::Neither);
    }

    #[test]
    fn waits_are_counted_for_each_thread_and_once_for_all() {
        let lanes = [lane(0, &[wait(100, Sleep)]), lane(10, &[wait(100, Sleep)])];
        let seen = Seen::of(&lanes, 1, 110 * MS);
        assert_eq!((seen.waited, seen.while_waiting), (200 * MS, 110 * MS));
        assert_eq!(seen.kind, Kind::ConcurrentOnly);
    }

    #[test]
    fn a_core_that_another_program_has_is_missed() {
        let seen = Seen::of(&[lane(0, &[run(0, 10), ready(5), run(0, 10)])], 1, 25 * MS);
        assert_eq!(seen.elsewhere, 5 * MS);
    }
}
