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
    pub fn of(lanes: &[Lane], lasted: u64) -> Self {
        let progress = Levels::of(lanes, |lane, doing| lane.in_progress(doing));
        let runs = Levels::of(lanes, |_, doing| matches!(doing, Doing::Run { core: Some(_) }));
        let waiting = Levels::of(lanes, waits);
        let noticeable = noticeable(lasted);
        let kind = match (progress.at_least(2), runs.at_least(2)) {
            (_, at_once) if at_once >= noticeable => Kind::Parallel,
            (together, _) if together >= noticeable => Kind::ConcurrentOnly,
            _ => Kind::Neither,
        };
        let most = (1..=lanes.len()).rev().find(|&most| progress.at_least(most) >= noticeable);
        Self {
            lasted,
            together: progress.at_least(2),
            most: most.unwrap_or(0),
            at_once: runs.at_least(2),
            waited: lanes.iter().map(|lane| lane.sum(|doing| waits(lane, doing))).sum(),
            while_waiting: waiting.at_least(1),
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

/// For how long how many lanes did something at one time.
struct Levels(Vec<u64>);

impl Levels {
    fn of(lanes: &[Lane], does: impl Fn(&Lane, Doing) -> bool) -> Self {
        let mut changes = Vec::new();
        for lane in lanes {
            for span in lane.spans.iter().filter(|span| does(lane, span.doing)) {
                changes.extend([(span.from, 1), (span.to, -1)]);
            }
        }
        changes.sort_unstable();
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
