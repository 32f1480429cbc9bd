//! What each thread spent its time on, in numbers.

use super::Run;
use super::lanes::{Doing, Lane};
use super::picture::number;
use crate::explain::paint;
use crate::explain::prose::{WIDTH, pad, shorten, width};

/// Widths of the columns: name, times, switches.
const NAME: usize = 13;
const TIME: usize = 8;
const SWITCHES: usize = 14;

/// What a thread waits for outside std is told from here on, in nanoseconds.
const LEAST: u64 = 100_000;

/// Waits that are told of one thread.
const CAUSES: usize = 3;

/// Threads that are told; of more, the first.
const THREADS: usize = 24;

pub fn told(run: &Run) -> String {
    let cores = format!("{}, ms", run.named());
    let has_turns = run.has_turns();
    let mut lines =
        vec![row(&paint::bold(&cores), ["ran", "ready", "waited"], "left/taken", "waited for")];
    for lane in run.lanes.iter().take(THREADS) {
        let waited = lane.sum(|doing| matches!(doing, Doing::Wait { .. }));
        let times = if has_turns {
            [
                lane.sum(|doing| matches!(doing, Doing::Run { .. })),
                lane.sum(|doing| doing == Doing::Ready),
            ]
            .map(number)
        } else {
            ["?", "?"].map(str::to_owned)
        };
        let [ran, ready] = &times;
        let switches = lane.accounts.map_or("?".to_owned(), |accounts| {
            format!("{}/{}", accounts.voluntary, accounts.involuntary)
        });
        let mut causes = causes(lane).into_iter();
        let name = format!("{} {}", lane.letter, lane.name);
        let first = causes.next().unwrap_or_default();
        lines.push(row(
            &shorten(&name, NAME - 1),
            [ran, ready, &number(waited)],
            &switches,
            &first,
        ));
        lines.extend(causes.map(|cause| row("", ["", "", ""], "", &cause)));
    }
    if run.lanes.len() > THREADS {
        lines.push(format!("and {} more", run.lanes.len() - THREADS));
    }
    lines.join("\n")
}

fn row(name: &str, times: [&str; 3], switches: &str, cause: &str) -> String {
    let mut row = pad(name, NAME);
    for time in times {
        row.push_str(&right(time, TIME));
    }
    row.push_str(&right(switches, SWITCHES));
    row.push_str("  ");
    row.push_str(&shorten(cause, WIDTH - NAME - 3 * TIME - SWITCHES - 2));
    row.trim_end().to_owned()
}

fn right(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(width(text))))
}

/// "join spin.rs:12", and how long if there are several, the longest first.
fn causes(lane: &Lane) -> Vec<String> {
    let known = lane.causes.iter().enumerate().map(|(number, cause)| {
        (lane.sum(|doing| doing == Doing::Wait { cause: Some(number) }), cause.told())
    });
    let unknown = lane.sum(|doing| doing == Doing::Wait { cause: None });
    let mut all: Vec<_> = known
        .chain((unknown >= LEAST).then(|| (unknown, "something outside std".to_owned())))
        .collect();
    all.retain(|(time, _)| *time > 0);
    all.sort_by_key(|(time, _)| std::cmp::Reverse(*time));
    if let [(_, only)] = &all[..] {
        return vec![only.clone()];
    }
    let rest = all.len().saturating_sub(CAUSES);
    let mut told: Vec<_> = all
        .into_iter()
        .take(CAUSES)
        .map(|(time, text)| format!("{} {text}", number(time)))
        .collect();
    if rest > 0 {
        told.push(format!("and {rest} more"));
    }
    told
}
