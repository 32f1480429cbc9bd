//! The picture in characters: a panel for each run, side by side, with the same
//! scale of time.

use super::Run;
use super::grid::{Cell, Grid};
use crate::explain::paint;
use crate::explain::prose::{WIDTH, noun_for, pad, shorten, width};

/// Columns in front of the lanes, and between two panels.
const LABEL: usize = 12;
const GAP: usize = 2;

/// Lanes that are drawn; of more, the first.
pub const LANES: usize = 24;

pub const RUN: char = '━';
pub const READY: char = '·';
pub const WAIT: char = '░';

/// How many columns a run has.
pub fn columns(runs: usize) -> usize {
    let runs = runs.max(1);
    (WIDTH - LABEL - GAP * (runs - 1)) / runs
}

/// Nanoseconds of a column, the same for every run.
pub fn column(runs: &[Run]) -> u64 {
    let longest = runs.iter().map(|run| run.known).max().unwrap_or(0);
    let columns = u64::try_from(columns(runs.len())).expect("a page has few columns");
    longest.div_ceil(columns).max(1)
}

pub fn drawn(runs: &[Run]) -> String {
    let (columns, column) = (columns(runs.len()), column(runs));
    let grids: Vec<_> =
        runs.iter().map(|run| Grid::new(&run.lanes, run.known_cores(), columns, column)).collect();
    let mut lines = vec![
        line("", runs.iter().map(|run| paint::bold(&heading(run)))),
        line("", runs.iter().map(|_| ruler(columns, column))),
    ];
    let lanes = runs.iter().map(|run| run.lanes.len()).max().unwrap_or(0);
    for index in 0..lanes.min(LANES) {
        let strips =
            grids.iter().map(|grid| grid.lanes.get(index).map_or("".into(), |it| lane(it)));
        lines.push(line(&label(runs, index), strips));
    }
    if lanes > LANES {
        lines.push(format!(
            "and {} {} more",
            lanes - LANES,
            noun_for((lanes - LANES) as u64, "thread")
        ));
    }
    let cores = grids.iter().map(|grid| grid.cores.len()).max().unwrap_or(0);
    lines.extend((cores > 0).then(String::new));
    for index in 0..cores {
        let strips = grids.iter().zip(runs).map(|(grid, run)| match grid.cores.get(index) {
            Some((number, runners)) => {
                let letters =
                    runners.iter().map(|one| one.map_or(' ', |one| run.lanes[one].letter));
                (Some(*number), letters.collect::<String>())
            }
            None => (None, String::new()),
        });
        let strips: Vec<_> = strips.collect();
        let number = strips.iter().find_map(|(number, _)| *number);
        let name = number.map_or(String::new(), |number| format!("core {number}"));
        lines.push(line(&name, strips.into_iter().map(|(_, letters)| letters)));
    }
    lines.join("\n")
}

pub fn heading(run: &Run) -> String {
    format!("{}, {}", run.named(), ms(run.lasted))
}

fn label(runs: &[Run], index: usize) -> String {
    let lane = runs.iter().find_map(|run| run.lanes.get(index)).expect("one run has so many");
    format!("{} {}", lane.letter, lane.name)
}

fn line(label: &str, strips: impl Iterator<Item = String>) -> String {
    let columns = {
        let (low, _) = strips.size_hint();
        self::columns(low)
    };
    let mut line = pad(&shorten(label, LABEL - 1), LABEL);
    for (index, strip) in strips.enumerate() {
        if index > 0 {
            line.push_str(&" ".repeat(GAP));
        }
        line.push_str(&pad(&strip, columns));
    }
    line.trim_end().to_owned()
}

/// Times along the top: a tick and a number at round ones.
fn ruler(columns: usize, column: u64) -> String {
    let step = step(column);
    let mut ruler = String::new();
    for tick in 0.. {
        let at = usize::try_from(tick * step / column).unwrap_or(usize::MAX);
        let text = format!("╷{}", short_ms(tick * step));
        if at + width(&text) > columns {
            break;
        }
        ruler = pad(&ruler, at) + &text;
    }
    ruler
}

/// A round time that is at least ten columns long.
pub fn step(column: u64) -> u64 {
    let mut unit = 1;
    loop {
        for factor in [1, 2, 5] {
            if factor * unit >= 10 * column {
                return factor * unit;
            }
        }
        unit *= 10;
    }
}

/// A lane in characters. What it waits for stands in it, where there is room.
fn lane(cells: &[Cell<'_>]) -> String {
    let mut strip = String::new();
    for group in cells.chunk_by(|one, other| one == other) {
        let length = group.len();
        match group[0] {
            Cell::Absent => strip.push_str(&" ".repeat(length)),
            Cell::Run => strip.push_str(&RUN.to_string().repeat(length)),
            Cell::Ready => strip.push_str(&READY.to_string().repeat(length)),
            Cell::Wait(word) => {
                let word = word.unwrap_or("wait");
                let word = if word.len() + 2 <= length { word } else { "" };
                let rest = WAIT.to_string().repeat(length - word.len());
                let first = rest.chars().take(1).collect::<String>();
                strip.push_str(&format!("{first}{word}{}", &rest[first.len()..]));
            }
        }
    }
    strip
}

/// "83.4 ms", "0.25 ms", "12.1 s".
pub fn ms(nanoseconds: u64) -> String {
    if nanoseconds < 10_000_000_000 {
        return format!("{} ms", number(nanoseconds));
    }
    #[expect(clippy::cast_precision_loss, reason = "it is shown with few digits")]
    let seconds = nanoseconds as f64 / 1e9;
    format!("{seconds:.1} s")
}

/// Milliseconds, as many digits as are worth it.
pub fn number(nanoseconds: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "it is shown with few digits")]
    let ms = nanoseconds as f64 / 1e6;
    if ms >= 1.0 || nanoseconds == 0 { format!("{ms:.1}") } else { format!("{ms:.2}") }
}

pub fn short_ms(nanoseconds: u64) -> String {
    match nanoseconds {
        0 => "0".to_owned(),
        _ if nanoseconds.is_multiple_of(1_000_000_000) => {
            format!("{} s", nanoseconds / 1_000_000_000)
        }
        _ if nanoseconds.is_multiple_of(1_000_000) => format!("{} ms", nanoseconds / 1_000_000),
        _ => format!("{} µs", nanoseconds / 1000),
    }
}
