//! From how long threads ran between two looks to when they may have run.
//!
//! On each core one thread runs at a time. Who ran before the look runs first,
//! who runs after the next one runs last, and no two overlap.

use crate::clocks::Traced;
use facts::timeline::Turn;
use std::collections::{BTreeMap, HashMap};

/// The time between two looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interval {
    pub from: u64,
    pub to: u64,
    /// Threads that ran meanwhile.
    pub shares: Vec<Share>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    pub thread: u32,
    /// Where it was last.
    pub core: u32,
    pub ran: u64,
    /// How long it was ready before it ran.
    pub ready: u64,
}

/// The turns of each thread.
pub fn turns(intervals: &[Interval]) -> BTreeMap<u32, Traced> {
    let mut threads: BTreeMap<u32, Traced> = BTreeMap::new();
    // The thread that was last on a core, and how long each was ready since its
    // last turn began.
    let mut last_on = HashMap::new();
    let mut ready = HashMap::new();
    for (index, interval) in intervals.iter().enumerate() {
        let next = intervals.get(index + 1);
        for core in cores(interval) {
            let goes_on = |thread: u32| next.is_some_and(|next| next.runs_on(thread, core));
            let mut shares: Vec<Share> =
                interval.shares.iter().copied().filter(|share| share.core == core).collect();
            let first = last_on.get(&core).copied();
            shares.sort_by_key(|share| (first != Some(share.thread), goes_on(share.thread)));
            if let Some(last) = shares.last() {
                last_on.insert(core, last.thread);
            }
            for (share, from, to) in placed(interval, &shares, first, goes_on) {
                let ready = ready.entry(share.thread).or_insert(0);
                *ready += share.ready;
                let turn = Turn { core, from, to, preempted: false };
                add(threads.entry(share.thread).or_default(), ready, turn);
            }
        }
    }
    threads
}

fn cores(interval: &Interval) -> Vec<u32> {
    let mut cores: Vec<_> = interval.shares.iter().map(|share| share.core).collect();
    cores.sort_unstable();
    cores.dedup();
    cores
}

impl Interval {
    fn runs_on(&self, thread: u32, core: u32) -> bool {
        self.shares.iter().any(|share| (share.thread, share.core) == (thread, core))
    }
}

/// One behind the other. Where there is time left over, it is before those that
/// go on after the interval, or else at its end.
fn placed(
    interval: &Interval,
    shares: &[Share],
    first: Option<u32>,
    goes_on: impl Fn(u32) -> bool,
) -> Vec<(Share, u64, u64)> {
    let length = interval.to - interval.from;
    let all: u64 = shares.iter().map(|share| share.ran).sum();
    // A thread that moved in between ran elsewhere as well.
    let fit = |ran: u64| if all > length { scaled(ran, length, all) } else { ran };
    let mut spare = length.saturating_sub(all);
    let mut at = interval.from;
    let mut placed = Vec::new();
    for share in shares {
        if goes_on(share.thread) && first != Some(share.thread) {
            at += std::mem::take(&mut spare);
        }
        let to = (at + fit(share.ran)).min(interval.to);
        placed.push((*share, at, to));
        at = to;
    }
    placed
}

fn scaled(ran: u64, length: u64, all: u64) -> u64 {
    let scaled = u128::from(ran) * u128::from(length) / u128::from(all.max(1));
    u64::try_from(scaled).unwrap_or(length)
}

/// Adds a turn. The one before it was ended by force if the thread was ready for
/// the most of the time in between.
fn add(traced: &mut Traced, ready: &mut u64, turn: Turn) {
    if turn.to <= turn.from {
        return;
    }
    if let Some(last) = traced.turns.last_mut() {
        if last.to >= turn.from && last.core == turn.core {
            last.to = turn.to;
            return;
        }
        last.preempted = 2 * *ready >= turn.from.saturating_sub(last.to);
    }
    let before = traced.turns.last().map_or(0, |last| last.to);
    traced.turns.push(Turn { from: turn.from.max(before), ..turn });
    *ready = 0;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(thread: u32, core: u32, ran: u64, ready: u64) -> Share {
        Share { thread, core, ran, ready }
    }

    fn interval(from: u64, to: u64, shares: &[Share]) -> Interval {
        Interval { from, to, shares: shares.to_vec() }
    }

    fn turn(core: u32, from: u64, to: u64, preempted: bool) -> Turn {
        Turn { core, from, to, preempted }
    }

    #[test]
    fn whoever_ran_before_runs_first_and_whoever_goes_on_runs_last() {
        let threads = turns(&[
            interval(0, 10, &[share(1, 0, 10, 0)]),
            interval(10, 20, &[share(2, 0, 4, 5), share(1, 0, 6, 0)]),
            interval(20, 30, &[share(2, 0, 3, 0), share(1, 0, 7, 7)]),
        ]);
        assert_eq!(threads[&1].turns, [turn(0, 0, 16, true), turn(0, 23, 30, false)]);
        assert_eq!(threads[&2].turns, [turn(0, 16, 23, false)]);
    }

    #[test]
    fn a_gap_in_which_a_thread_was_not_ready_is_a_wait() {
        let threads = turns(&[
            interval(0, 10, &[share(1, 0, 4, 0)]),
            interval(10, 20, &[]),
            interval(20, 30, &[share(1, 1, 3, 1)]),
            interval(30, 40, &[share(1, 1, 10, 0)]),
        ]);
        assert_eq!(threads[&1].turns, [turn(0, 0, 4, false), turn(1, 27, 40, false)]);
    }

    #[test]
    fn more_than_there_was_time_for_is_cut_down() {
        let threads = turns(&[interval(0, 10, &[share(1, 0, 10, 0), share(2, 0, 10, 0)])]);
        assert_eq!(threads[&1].turns, [turn(0, 0, 5, false)]);
        assert_eq!(threads[&2].turns, [turn(0, 5, 10, false)]);
    }
}
