//! Time cut into columns: which one thing of all that happened in a column is
//! drawn there.

use super::cause::Cause;
use super::lanes::{Doing, Lane, Span};

/// What stands in a column of a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Not begun yet, or over.
    Absent,
    Run,
    Ready,
    /// For this, where it is known.
    Wait(Option<&'a str>),
}

/// The columns of one run.
#[derive(Debug, PartialEq, Eq)]
pub struct Grid<'a> {
    /// By lane.
    pub lanes: Vec<Vec<Cell<'a>>>,
    /// By core: the lane that runs, or nobody.
    pub cores: Vec<(u32, Vec<Option<usize>>)>,
}

impl<'a> Grid<'a> {
    /// `width` columns of so many nanoseconds.
    pub fn new(lanes: &'a [Lane], cores: &[u32], width: usize, column: u64) -> Self {
        let cores: Vec<_> =
            cores.iter().map(|&core| (core, runners(lanes, core, width, column))).collect();
        let cells = lanes.iter().enumerate().map(|(number, lane)| {
            let of_lane = |index: usize| {
                let (from, to) = bounds(index, column);
                let on_core = cores.iter().any(|(_, runners)| runners[index] == Some(number));
                if on_core { Cell::Run } else { off_core(lane, from, to) }
            };
            (0..width).map(of_lane).collect()
        });
        Self { lanes: cells.collect(), cores }
    }
}

fn bounds(index: usize, column: u64) -> (u64, u64) {
    let index = u64::try_from(index).expect("a page has few columns");
    (index * column, (index + 1) * column)
}

/// Who is drawn on a core. Turns can be much shorter than a column, and then
/// each thread gets as many of the columns as it ran: what a thread ran without
/// being drawn stays to its credit. Only who ran in a column is drawn there.
fn runners(lanes: &[Lane], core: u32, width: usize, column: u64) -> Vec<Option<usize>> {
    let nobody = lanes.len();
    let mut credit = vec![0_i64; lanes.len() + 1];
    let mut drawn = Vec::new();
    for index in 0..width {
        let (from, to) = bounds(index, column);
        let on = |span: &Span| span.doing == Doing::Run { core: Some(core) };
        let mut shares: Vec<u64> = lanes.iter().map(|lane| share(lane, from, to, on)).collect();
        shares.push(column.saturating_sub(shares.iter().sum()));
        for (credit, share) in credit.iter_mut().zip(&shares) {
            *credit += i64::try_from(*share).unwrap_or(i64::MAX);
        }
        let there = (0..=nobody).filter(|&one| shares[one] > 0);
        let chosen = there.max_by_key(|&one| credit[one]).unwrap_or(nobody);
        credit[chosen] -= i64::try_from(column).unwrap_or(i64::MAX);
        drawn.push((chosen != nobody).then_some(chosen));
    }
    drawn
}

/// What a lane that is drawn on no core did for the most of a column.
fn off_core(lane: &Lane, from: u64, to: u64) -> Cell<'_> {
    if lane.ended <= from || lane.began >= to {
        return Cell::Absent;
    }
    let mut shares: Vec<(Cell<'_>, u64)> = Vec::new();
    for span in between(lane, from, to) {
        let cell = match span.doing {
            Doing::Run { core: Some(_) } => continue,
            Doing::Run { core: None } => Cell::Run,
            Doing::Ready => Cell::Ready,
            Doing::Wait { .. } => Cell::Wait(lane.cause(span.doing).map(Cause::word)),
        };
        let time = span.to.min(to) - span.from.max(from);
        match shares.iter_mut().find(|(other, _)| *other == cell) {
            Some((_, share)) => *share += time,
            None => shares.push((cell, time)),
        }
    }
    // It ran for all of its time there, and others ran longer.
    shares.into_iter().max_by_key(|(_, share)| *share).map_or(Cell::Ready, |(cell, _)| cell)
}

fn share(lane: &Lane, from: u64, to: u64, of: impl Fn(&Span) -> bool) -> u64 {
    let spans = between(lane, from, to).filter(|span| of(span));
    spans.map(|span| span.to.min(to) - span.from.max(from)).sum()
}

fn between(lane: &Lane, from: u64, to: u64) -> impl Iterator<Item = &Span> {
    let first = lane.spans.partition_point(|span| span.to <= from);
    lane.spans[first..].iter().take_while(move |span| span.from < to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::timeline::sample::{lane, ready, run, wait};
    use facts::timeline::Reason;

    const MS: u64 = 1_000_000;

    /// A turn of 1 ms after the other, and columns of 5 ms.
    #[test]
    fn short_turns_get_their_share_of_columns_and_no_two_threads_one_core() {
        let turns = |first: usize| {
            let part = |n: usize| if n % 2 == first { run(0, 1) } else { ready(1) };
            lane(0, &(0..100).map(part).collect::<Vec<_>>())
        };
        let lanes = [turns(0), turns(1)];
        let grid = Grid::new(&lanes, &[0], 20, 5 * MS);
        let [one, other] = &grid.lanes[..] else { panic!("two lanes") };
        let runs = |lane: &[Cell<'_>]| lane.iter().filter(|cell| **cell == Cell::Run).count();
        assert_eq!((runs(one), runs(other)), (10, 10));
        for (one, other) in one.iter().zip(other) {
            assert_ne!((*one, *other), (Cell::Run, Cell::Run));
        }
    }

    #[test]
    fn a_column_shows_what_took_the_most_of_it() {
        let sleeps = [lane(2, &[run(0, 1), wait(6, Reason::Sleep), run(0, 3)])];
        let grid = Grid::new(&sleeps, &[0, 1], 4, 4 * MS);
        let asleep = Cell::Wait(Some("sleep"));
        assert_eq!(grid.lanes[0], [asleep, asleep, Cell::Run, Cell::Absent]);
        assert_eq!(grid.cores[0].1, [None, None, Some(0), None]);
        assert_eq!(grid.cores[1].1, [None; 4]);
    }
}
