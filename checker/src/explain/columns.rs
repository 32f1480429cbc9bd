//! Rows laid out on the page: a column for each thread, or one list.

use super::paint;
use super::prose::{WIDTH, pad, plain, shorten, width, wrap};
use super::row::Row;
use super::scene::Scene;
use facts::Place;
use std::collections::BTreeSet;

/// Where things stand on a line.
struct Layout {
    /// Columns before the first thread's.
    gutter: usize,
    /// From one thread's column to the next.
    cell: usize,
    /// The threads that have a column.
    threads: Vec<usize>,
    /// Columns for the operation; the place stands two behind.
    operation: usize,
    short_places: bool,
}

/// The lines of the picture, without a line break at the end.
pub fn draw(scene: &Scene<'_>, rows: &[Row]) -> String {
    let rows: Vec<Row> = rows.iter().cloned().map(Row::clean).collect();
    match layout(scene, &rows) {
        Some(layout) => in_columns(scene, &rows, &layout),
        None => in_a_list(scene, &rows),
    }
}

/// The roomiest layout into which every row fits, if there is one.
fn layout(scene: &Scene<'_>, rows: &[Row]) -> Option<Layout> {
    let threads: BTreeSet<_> = rows.iter().filter_map(Row::thread).collect();
    let threads: Vec<_> = threads.into_iter().collect();
    let columns = threads.len().max(1);
    if columns > 3 {
        return None;
    }
    let operations = || rows.iter().filter(|row| row.thread().is_some()).map(Row::text);
    let whole = operations().map(width).max().unwrap_or(0);
    let halves = operations().flat_map(halves).map(|half| width(&half)).max().unwrap_or(0);
    let ways = [(8, false, whole), (6, false, whole), (6, false, halves), (6, true, halves)];
    for (gutter, short_places, widest) in ways {
        let cell = (WIDTH + 1 - gutter) / columns;
        let places = rows.iter().filter_map(|row| row.place());
        let place = places.map(|place| width(&said(scene, place, short_places))).max().unwrap_or(0);
        // One column always stays free between two threads.
        let room = cell.checked_sub(place + 3)?;
        let cut = columns < 3 && short_places;
        if widest <= room || cut {
            let operation = widest.min(room).max(room.min(20));
            return Some(Layout { gutter, cell, threads, operation, short_places });
        }
    }
    None
}

/// An operation and, below it, its result.
fn halves(text: &str) -> Vec<String> {
    match text.split_once(" → ") {
        Some((call, result)) => vec![call.to_owned(), format!("  → {result}")],
        None => vec![text.to_owned()],
    }
}

fn said(scene: &Scene<'_>, place: &Place, short: bool) -> String {
    if short { scene.sources.short_place(place) } else { scene.sources.place(place) }
}

fn in_columns(scene: &Scene<'_>, rows: &[Row], layout: &Layout) -> String {
    let mut lines = vec![header(scene, layout)];
    for row in rows {
        lines.extend(layout.lines(scene, row));
    }
    lines.join("\n")
}

fn header(scene: &Scene<'_>, layout: &Layout) -> String {
    let mut line = " ".repeat(layout.gutter);
    for (column, &thread) in layout.threads.iter().enumerate() {
        let title = paint::thread(column, &shorten(&title(scene, thread), layout.cell - 1));
        line = pad(&line, layout.start(column)) + &title;
    }
    line
}

/// "thread A", but "main" and "thread 1" as they are.
fn title(scene: &Scene<'_>, thread: usize) -> String {
    let name = plain(&scene.thread(thread));
    if name == "main" || name.starts_with("thread ") { name } else { format!("thread {name}") }
}

impl Layout {
    fn start(&self, column: usize) -> usize {
        self.gutter + column * self.cell
    }

    fn lines(&self, scene: &Scene<'_>, row: &Row) -> Vec<String> {
        let (Some(thread), Some(place)) = (row.thread(), row.place()) else {
            return vec![folded(self.gutter, row)];
        };
        let column = self.threads.iter().position(|&other| other == thread).unwrap_or(0);
        let start = self.start(column);
        let whole = width(row.text()) <= self.operation;
        let mut texts = if whole { vec![row.text().to_owned()] } else { halves(row.text()) };
        texts.iter_mut().for_each(|text| *text = shorten(text, self.operation));
        let place = said(scene, place, self.short_places);
        let first = format!("{}  {place}", pad(&texts[0], self.operation));
        let mut lines = vec![pad(&row.gutter(), start) + &first];
        lines.extend(texts[1..].iter().map(|text| " ".repeat(start) + text));
        // The columns to the right are free in this row.
        let next = if column + 1 < self.threads.len() { self.start(column + 1) } else { 0 };
        with_note(lines, next, start, row.note())
    }
}

fn folded(start: usize, row: &Row) -> String {
    " ".repeat(start) + &shorten(row.text(), WIDTH - start)
}

/// Puts a note behind a row, in the next column where it fits, else below it.
fn with_note(mut lines: Vec<String>, next: usize, below: usize, note: &str) -> Vec<String> {
    if note.is_empty() {
        return lines;
    }
    let behind = width(&lines[0]) + 2;
    let beside = [next.max(behind), behind].into_iter().find(|at| at + 2 + width(note) <= WIDTH);
    if let Some(beside) = beside {
        lines[0] = pad(&lines[0], beside) + &paint::bad(&format!("← {}", plain(note)));
        return lines;
    }
    let wrapped = wrap(WIDTH - below - 2, note);
    let below = wrapped.iter().enumerate().map(|(index, text)| {
        let sign = if index == 0 { "↑ " } else { "  " };
        " ".repeat(below) + &paint::bad(&format!("{sign}{text}"))
    });
    lines.into_iter().chain(below).collect()
}

/// More threads than columns: the thread's name stands on each row.
fn in_a_list(scene: &Scene<'_>, rows: &[Row]) -> String {
    let name =
        |row: &Row| row.thread().map_or(String::new(), |thread| plain(&scene.thread(thread)));
    let names = rows.iter().map(|row| width(&name(row))).max().unwrap_or(0).min(16);
    let widest = rows.iter().filter(|row| row.thread().is_some()).map(|row| width(row.text()));
    let operation = widest.max().unwrap_or(0).min(WIDTH - 8 - names - 2 - 2 - 14);
    let start = 8 + names + 2;
    let mut threads: Vec<_> = rows.iter().filter_map(Row::thread).collect();
    threads.sort_unstable();
    threads.dedup();
    let lines = rows.iter().flat_map(|row| {
        let (Some(thread), Some(place)) = (row.thread(), row.place()) else {
            return vec![folded(start, row)];
        };
        let column = threads.iter().position(|&other| other == thread).unwrap_or(0);
        let who = paint::thread(column, &shorten(&name(row), names));
        let line = pad(&(pad(&row.gutter(), 8) + &who), start);
        let text = pad(&shorten(row.text(), operation), operation);
        let line = format!("{line}{text}  {}", said(scene, place, false));
        with_note(vec![line], 0, start, row.note())
    });
    lines.collect::<Vec<_>>().join("\n")
}
