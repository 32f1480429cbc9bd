//! What each thread did at every moment: it ran, was ready, or waited.

use super::cause::Cause;
use crate::explain::sources::Sources;
use facts::timeline::{self, Accounts, Reason, Source, Timeline, Turn, Wait};
use serde::Serialize;

/// One thread, from its beginning to its end without a gap.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lane {
    /// `m` for main, `A`, `B` and so on for the others.
    pub letter: char,
    pub name: String,
    pub spans: Vec<Span>,
    pub began: u64,
    pub ended: u64,
    /// What the waits were for: "lock seats lib.rs:14".
    pub causes: Vec<Cause>,
    pub accounts: Option<Accounts>,
}

/// A stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Span {
    pub from: u64,
    pub to: u64,
    pub doing: Doing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Doing {
    /// Where the system does not say when a thread runs, this is all the time
    /// in which it does not wait, on no core.
    Run {
        core: Option<u32>,
    },
    Ready,
    /// The number is that of the cause; without one, the stand-in of std does
    /// not know what for.
    Wait {
        cause: Option<usize>,
    },
}

impl Span {
    pub fn length(&self) -> u64 {
        self.to - self.from
    }
}

impl Lane {
    /// The time spent in some way.
    pub fn sum(&self, of: impl Fn(Doing) -> bool) -> u64 {
        self.spans.iter().filter(|span| of(span.doing)).map(Span::length).sum()
    }

    pub fn cause(&self, doing: Doing) -> Option<&Cause> {
        match doing {
            Doing::Wait { cause } => self.causes.get(cause?),
            _ => None,
        }
    }

    /// Whether the thread is in progress: it has work of its own to do, and does
    /// not only wait for another thread's end, or as one of a pool for work.
    pub fn in_progress(&self, doing: Doing) -> bool {
        let only_waits = |cause: &Cause| cause.reason == Reason::Join || cause.word() == "rayon";
        !self.cause(doing).is_some_and(only_waits)
    }
}

/// The lanes of one run, main first.
pub fn lanes(timeline: &Timeline, sources: &Sources<'_>) -> Vec<Lane> {
    let lanes = timeline.threads.iter().enumerate().map(|(index, lane)| {
        let mut causes = Vec::new();
        let mut numbers = Vec::new();
        for wait in &lane.waits {
            let cause = Cause::of(wait, timeline, sources);
            let known = causes.iter().position(|other| *other == cause);
            numbers.push(known.unwrap_or_else(|| {
                causes.push(cause);
                causes.len() - 1
            }));
        }
        let spans = match timeline.source {
            Source::Nothing { .. } => from_waits(lane, &numbers),
            Source::Switches => from_turns(lane, &numbers, true),
            Source::Samples { .. } => from_turns(lane, &numbers, false),
        };
        let spans = up_to(spans, timeline.known);
        let accounts = lane.accounts;
        let began = lane.began.min(timeline.known);
        let ended = lane.ended.min(timeline.known);
        Lane {
            letter: letter(index),
            name: name(index, lane),
            spans,
            began,
            ended,
            causes,
            accounts,
        }
    });
    lanes.collect()
}

/// The spans that begin before the end, the last one cut there.
fn up_to(mut spans: Vec<Span>, end: u64) -> Vec<Span> {
    spans.retain(|span| span.from < end);
    if let Some(last) = spans.last_mut() {
        last.to = last.to.min(end);
    }
    spans
}

fn name(index: usize, lane: &timeline::Lane) -> String {
    match &lane.name {
        Some(name) if !name.is_empty() => name.clone(),
        _ => format!("thread {index}"),
    }
}

fn letter(index: usize) -> char {
    let letters = ('A'..='Z').chain(('a'..='z').filter(|&letter| letter != 'm'));
    match index {
        0 => 'm',
        _ => letters.cycle().nth(index - 1).expect("a cycle has no end"),
    }
}

/// Where there are no turns: it waits, or it does not.
fn from_waits(lane: &timeline::Lane, causes: &[usize]) -> Vec<Span> {
    let mut spans = Spans::from(lane.began);
    for (wait, &cause) in lane.waits.iter().zip(causes) {
        spans.up_to(wait.from.min(lane.ended), Doing::Run { core: None });
        spans.up_to(wait.to.min(lane.ended), Doing::Wait { cause: Some(cause) });
    }
    spans.up_to(lane.ended, Doing::Run { core: None });
    spans.all
}

/// Between two turns a thread was ready, if its core was taken from it;
/// otherwise it waited, and was ready at the end of that. Where turns are not
/// `exact`, what the thread says of its waits comes first.
fn from_turns(lane: &timeline::Lane, causes: &[usize], exact: bool) -> Vec<Span> {
    let mut spans = Spans::from(lane.began);
    let last = Turn { core: 0, from: lane.ended, to: lane.ended, preempted: false };
    let ready_else = !exact && !waits_elsewhere(lane);
    let mut taken = exact || is_ready_first(lane);
    for turn in lane.turns.iter().chain([&last]) {
        let found = wait_around(lane, spans.at, turn.from);
        let found =
            found.filter(
                |(_, wait)| if taken { !exact && covers(wait, spans.at, turn.from) } else { true },
            );
        if (taken || ready_else) && found.is_none() {
            spans.up_to(turn.from, Doing::Ready);
        } else {
            let ready = found.map_or(0, |(_, wait)| ready_before(wait, turn));
            let from = turn.from.saturating_sub(ready);
            spans.up_to(from, Doing::Wait { cause: found.map(|(number, _)| causes[number]) });
            spans.up_to(turn.from, Doing::Ready);
        }
        spans.up_to(turn.to.min(lane.ended), Doing::Run { core: Some(turn.core) });
        taken = turn.preempted;
    }
    spans.all
}

/// Whether the time before a thread's first turn is one in which it was ready.
fn is_ready_first(lane: &timeline::Lane) -> bool {
    let before = lane.turns.first().map_or(lane.ended, |turn| turn.from).saturating_sub(lane.began);
    lane.accounts.and_then(|accounts| accounts.ready).is_some_and(|ready| before <= 2 * ready)
}

/// Whether it left its core to wait more often than it says; once more for its end.
fn waits_elsewhere(lane: &timeline::Lane) -> bool {
    let said = u64::try_from(lane.waits.len()).unwrap_or(u64::MAX);
    lane.accounts.is_none_or(|accounts| accounts.voluntary > said + 1)
}

/// Whether the wait takes up the most of this time.
fn covers(wait: &Wait, from: u64, to: u64) -> bool {
    2 * wait.to.min(to).saturating_sub(wait.from.max(from)) >= to.saturating_sub(from)
}

/// The wait that a gap between two turns belongs to: the one that it shares the
/// most time with.
fn wait_around(lane: &timeline::Lane, from: u64, to: u64) -> Option<(usize, &Wait)> {
    let first = lane.waits.partition_point(|wait| wait.to <= from);
    let near = lane.waits.iter().enumerate().skip(first).take_while(|(_, wait)| wait.from < to);
    near.max_by_key(|(_, wait)| wait.to.min(to).saturating_sub(wait.from.max(from)))
}

/// How long the thread was ready before the turn in which its wait ended.
fn ready_before(wait: &Wait, turn: &Turn) -> u64 {
    if turn.from <= wait.to && wait.to <= turn.to { wait.ready } else { 0 }
}

/// Spans one behind the other.
struct Spans {
    at: u64,
    all: Vec<Span>,
}

impl Spans {
    fn from(at: u64) -> Self {
        Self { at, all: Vec::new() }
    }

    fn up_to(&mut self, to: u64, doing: Doing) {
        if to <= self.at {
            return;
        }
        match self.all.last_mut() {
            Some(last) if last.doing == doing => last.to = to,
            _ => self.all.push(Span { from: self.at, to, doing }),
        }
        self.at = to;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::timeline::sample::{thread, turn, waited};

    const MS: u64 = 1_000_000;

    fn parts(spans: &[Span]) -> Vec<(u64, Doing)> {
        spans.iter().map(|span| (span.length() / MS, span.doing)).collect()
    }

    #[test]
    fn a_gap_is_ready_after_force_and_a_wait_otherwise() {
        let turns = [turn(0, 2, 4, true), turn(0, 9, 10, false), turn(1, 20, 21, false)];
        let wait = Wait { ready: 3 * MS, ..waited(Reason::Lock, 0, 10, 20) };
        let lane = thread(None, (0, 23), &turns, &[wait]);
        let (one, two) = (Doing::Run { core: Some(0) }, Doing::Run { core: Some(1) });
        let wanted = [
            (2, Doing::Ready),
            (2, one),
            (5, Doing::Ready),
            (1, one),
            (7, Doing::Wait { cause: Some(5) }),
            (3, Doing::Ready),
            (1, two),
            (2, Doing::Wait { cause: None }),
        ];
        assert_eq!(parts(&from_turns(&lane, &[5], true)), wanted);
    }

    #[test]
    fn where_turns_are_not_exact_a_thread_is_taken_at_its_word() {
        let turns = [turn(0, 0, 4, true), turn(0, 14, 16, true), turn(0, 18, 20, false)];
        let lane = thread(None, (0, 20), &turns, &[waited(Reason::Sleep, 0, 5, 14)]);
        let on = Doing::Run { core: Some(0) };
        let asleep = Doing::Wait { cause: Some(0) };
        let wanted = [(4, on), (10, asleep), (2, on), (2, Doing::Ready), (2, on)];
        assert_eq!(parts(&from_turns(&lane, &[0], false)), wanted);
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let span = |from, to| Span { from, to, doing: Doing::Ready };
        assert_eq!(up_to(vec![span(0, 4), span(4, 9), span(9, 12)], 7), [span(0, 4), span(4, 7)]);
    }

    #[test]
    fn letters_are_enough_for_any_number_of_threads() {
        let letters: String = [0, 1, 26, 27, 51, 52].map(letter).iter().collect();
        assert_eq!(letters, "mAZazA");
    }
}
