//! Lanes and records made up for tests. Times are in milliseconds.

use super::cause::Cause;
use super::lanes::{Doing, Lane, Span};
use facts::Place;
use facts::timeline::{self, Accounts, Reason, Source, Timeline, Turn, Wait};

const MS: u64 = 1_000_000;

/// A stretch of a lane.
pub type Part = (u64, Doing, Option<Reason>);

pub fn run(core: u32, time: u64) -> Part {
    (time, Doing::Run { core: Some(core) }, None)
}

pub fn ready(time: u64) -> Part {
    (time, Doing::Ready, None)
}

pub fn wait(time: u64, reason: Reason) -> Part {
    (time, Doing::Wait { cause: Some(0) }, Some(reason))
}

/// A lane of these parts, one behind the other.
pub fn lane(began: u64, parts: &[Part]) -> Lane {
    let mut at = began * MS;
    let (mut spans, mut causes) = (Vec::new(), Vec::new());
    for &(time, doing, reason) in parts {
        let cause = causes.len();
        causes.extend(reason.map(|reason| Cause {
            reason,
            name: None,
            place: "lib.rs:1".into(),
            within: None,
        }));
        let doing = if reason.is_some() { Doing::Wait { cause: Some(cause) } } else { doing };
        spans.push(Span { from: at, to: at + time * MS, doing });
        at += time * MS;
    }
    let (letter, name, accounts) = ('A', "thread 1".to_owned(), None);
    Lane { letter, name, spans, began: began * MS, ended: at, causes, accounts }
}

pub fn turn(core: u32, from: u64, to: u64, preempted: bool) -> Turn {
    Turn { core, from: from * MS, to: to * MS, preempted }
}

pub fn waited(reason: Reason, place: usize, from: u64, to: u64) -> Wait {
    Wait { reason, place, from: from * MS, to: to * MS, ready: 0 }
}

/// What is recorded of a thread, from its first moment to its last.
pub fn thread(
    name: Option<&str>,
    (began, ended): (u64, u64),
    turns: &[Turn],
    waits: &[Wait],
) -> timeline::Lane {
    let taken = turns.iter().filter(|turn| turn.preempted).count();
    let accounts = Accounts {
        ran: turns.iter().map(|turn| turn.to - turn.from).sum(),
        ready: None,
        voluntary: waits.len() as u64,
        involuntary: taken as u64,
    };
    timeline::Lane {
        name: name.map(str::to_owned),
        spawned: None,
        began: began * MS,
        ended: ended * MS,
        turns: turns.to_vec(),
        waits: waits.to_vec(),
        more_waits: 0,
        accounts: Some(accounts),
    }
}

/// A run of these threads, whose places are in the lines of `lib.rs` from 1 on.
pub fn timeline(cores: u32, lasted: u64, threads: Vec<timeline::Lane>) -> Timeline {
    let place = |line| Place { file: "lib.rs".into(), line, column: 7 };
    Timeline {
        source: Source::Switches,
        cores: (0..cores).collect(),
        lasted: lasted * MS,
        threads,
        places: (1..9).map(place).collect(),
        known: lasted * MS,
    }
}
