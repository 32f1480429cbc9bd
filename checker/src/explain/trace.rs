//! The picture of one execution: which rows it has, and which are folded.

use super::columns;
use super::operation;
use super::prose::{count, list};
use super::row::Row;
use super::scene::Scene;
use super::story::Story;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Rows of one picture; more are folded.
const ROWS: usize = 40;

/// Pictures up to this length are shown whole.
const SHORT: usize = 12;

/// The lines of the picture; none where nothing happened.
pub fn picture(scene: &Scene<'_>, story: &Story) -> String {
    let mut parts = apart(scene, story);
    parts = fold_where(scene, story, parts);
    parts = cap(parts);
    let mut rows: Vec<_> = parts.into_iter().map(|part| row(scene, story, part)).collect();
    rows.extend(story.stuck.iter().map(|stuck| Row::Stuck {
        thread: stuck.thread,
        text: stuck.text.clone(),
        place: stuck.place.clone(),
        note: stuck.note.clone(),
    }));
    if rows.is_empty() { String::new() } else { columns::draw(scene, &rows) }
}

/// One row to be: a step, or several folded into one line.
enum Part {
    Step(usize),
    Folded(Vec<usize>),
    Again { round: usize, times: usize },
}

/// Every step of the picture in a part of its own.
fn apart(scene: &Scene<'_>, story: &Story) -> Vec<Part> {
    let mut steps: BTreeSet<usize> = scene.kept().collect();
    steps.extend(story.marks.keys().copied());
    steps.into_iter().map(Part::Step).collect()
}

/// Folds what does not belong to the story: other objects' operations, the
/// rounds of a loop, the middle of a long run of one thread.
fn fold_where(scene: &Scene<'_>, story: &Story, parts: Vec<Part>) -> Vec<Part> {
    let steps: Vec<usize> = parts.iter().map(first_step).collect();
    let focus: BTreeSet<_> =
        story.marks.keys().filter_map(|&index| scene.step(index).object).collect();
    let told = |index: usize| {
        let object = scene.step(index).object;
        focus.is_empty()
            || story.marks.contains_key(&index)
            || object.is_some_and(|o| focus.contains(&o))
    };
    let mut folded = Vec::new();
    let mut rest = steps.as_slice();
    while let Some(&index) = rest.first() {
        let aside = rest.iter().take_while(|&&index| !told(index)).count();
        let (round, times) = rounds(scene, story, rest);
        let run = run(scene, story, rest);
        let taken = if aside >= 3 && steps.len() > SHORT {
            folded.push(Part::Folded(rest[..aside].to_vec()));
            aside
        } else if times >= 3 {
            folded.extend(rest[..round].iter().map(|&step| Part::Step(step)));
            folded.push(Part::Again { round, times: times - 1 });
            round * times
        } else if run > 8 {
            folded.extend(rest[..2].iter().map(|&step| Part::Step(step)));
            folded.push(Part::Folded(rest[2..run - 2].to_vec()));
            folded.extend(rest[run - 2..run].iter().map(|&step| Part::Step(step)));
            run
        } else {
            folded.push(Part::Step(index));
            1
        };
        rest = &rest[taken..];
    }
    folded
}

fn first_step(part: &Part) -> usize {
    match part {
        Part::Step(index) => *index,
        Part::Folded(steps) => steps[0],
        Part::Again { .. } => 0,
    }
}

/// How often the first one, two or three steps happen again and again: the
/// length of a round and the number of rounds.
fn rounds(scene: &Scene<'_>, story: &Story, steps: &[usize]) -> (usize, usize) {
    let same = |a: usize, b: usize| {
        let (a, b) = (scene.step(a), scene.step(b));
        (a.thread, &a.op, a.object, &a.result, &a.place)
            == (b.thread, &b.op, b.object, &b.result, &b.place)
    };
    let fits = |round: usize| {
        let again = (0..steps.len()).take_while(|&at| {
            same(steps[at], steps[at % round]) && !story.marks.contains_key(&steps[at])
        });
        again.count() / round
    };
    let best = (1..=3.min(steps.len())).map(|round| (round, fits(round)));
    best.filter(|&(_, times)| times >= 3)
        .max_by_key(|&(round, times)| (round * times, Reverse(round)))
        .unwrap_or((1, 1))
}

/// How many unmarked steps of one thread follow one another.
fn run(scene: &Scene<'_>, story: &Story, steps: &[usize]) -> usize {
    let thread = steps.first().map(|&index| scene.step(index).thread);
    let own = |index: &&usize| {
        Some(scene.step(**index).thread) == thread && !story.marks.contains_key(*index)
    };
    steps.iter().take_while(own).count()
}

/// A picture longer than a screen loses its middle.
fn cap(mut parts: Vec<Part>) -> Vec<Part> {
    if parts.len() <= ROWS {
        return parts;
    }
    let last = parts.split_off(parts.len() - (ROWS - 9));
    let middle = parts.split_off(8);
    let steps = middle.into_iter().flat_map(|part| match part {
        Part::Step(index) => vec![index],
        Part::Folded(steps) => steps,
        Part::Again { .. } => Vec::new(),
    });
    parts.push(Part::Folded(steps.collect()));
    parts.extend(last);
    parts
}

fn row(scene: &Scene<'_>, story: &Story, part: Part) -> Row {
    match part {
        Part::Step(index) => {
            let step = scene.step(index);
            Row::Step {
                number: scene.number(index),
                thread: step.thread,
                text: operation::text(scene, index, story.orderings),
                place: step.place.clone(),
                note: story.marks.get(&index).cloned().unwrap_or_default(),
            }
        }
        Part::Folded(steps) => Row::Folded(who_ran(scene, &steps)),
        Part::Again { round, times } => {
            let what =
                if round == 1 { "the same".to_owned() } else { format!("the same {round} steps") };
            Row::Folded(format!("… {what}, {} more", count(times as u64, "time")))
        }
    }
}

/// "… 6 steps by A alone"
fn who_ran(scene: &Scene<'_>, steps: &[usize]) -> String {
    let threads: BTreeSet<_> = steps.iter().map(|&index| scene.step(index).thread).collect();
    let names: Vec<_> = threads.iter().map(|&thread| scene.thread(thread)).collect();
    let alone = if names.len() == 1 { " alone" } else { "" };
    format!("… {} by {}{alone}", count(steps.len() as u64, "step"), list(&names))
}
