//! The twelve timelines, and what is in progress and what runs at each
//! millisecond.

use harness::{expect_at_least, expect_at_most, note};
use learner::Label;
use std::collections::BTreeSet;

/// A line of a timeline: its task, and for each millisecond the core that runs
/// it, or a dash while it stands still.
type Line = (&'static str, &'static str);

fn cell(cells: &str, at: u32) -> char {
    cells.chars().nth(at as usize).unwrap_or(' ')
}

/// How many tasks are in progress from `at` to `at + 1`.
fn in_progress(lines: &[Line], at: u32) -> usize {
    let begun = lines.iter().filter(|(_, cells)| cell(cells, at) != ' ');
    begun.map(|(task, _)| task).collect::<BTreeSet<_>>().len()
}

/// How many lines run from `at` to `at + 1`.
fn running(lines: &[Line], at: u32) -> usize {
    lines.iter().filter(|(_, cells)| cell(cells, at).is_ascii_digit()).count()
}

/// The first millisecond with the most of what is counted, and how many those
/// are.
fn most(lines: &[Line], count: fn(&[Line], u32) -> usize) -> (u32, usize) {
    let end = lines.iter().map(|(_, cells)| cells.len() as u32).max().unwrap_or(0);
    let most = (0..end).map(|at| count(lines, at)).max().unwrap_or(0);
    let at = (0..end).find(|&at| count(lines, at) == most).unwrap_or(0);
    (at, most)
}

/// Two or more at the millisecond that the label names, or one at most, always.
fn holds(what: [&str; 2], lines: &[Line], count: fn(&[Line], u32) -> usize, at: Option<u32>) {
    let [thing, does] = what;
    let when = |at: u32| format!("{thing} {does} from {at} to {}", u64::from(at) + 1);
    match at {
        Some(at) => expect_at_least(&when(at), count(lines, at), 2),
        None => {
            let (at, most) = most(lines, count);
            let what = format!("{}, where the label says never two", when(at));
            expect_at_most(&what, most, 1);
        }
    }
}

fn judge(name: &str, label: Label, lines: &[Line]) {
    let (concurrent, parallel) = match label {
        Label::Neither => (None, None),
        Label::ConcurrentOnly { at } => (Some(at), None),
        Label::ParallelOnly { at } => (None, Some(at)),
        Label::Both { concurrent_at, parallel_at } => (Some(concurrent_at), Some(parallel_at)),
    };
    holds([&format!("tasks of {name}"), "in progress"], lines, in_progress, concurrent);
    holds([&format!("lines of {name}"), "that run"], lines, running, parallel);
}

/// Tells how much is in progress and how much runs.
fn tell(name: &str, lines: &[Line]) {
    let [begun, run] = [in_progress, running].map(|count| most(lines, count).1 as f64);
    note(&format!("tasks in progress together in {name}"), begun, "");
    note(&format!("lines that run at one instant in {name}"), run, "");
}

/// Neither: while order 1 waits, order 2 has not begun. The wait is time lost.
fn one_by_one() {
    let lines = [("order 1", "0-0   "), ("order 2", "   0-0")];
    judge("ONE_BY_ONE", learner::ONE_BY_ONE, &lines);
}

/// Concurrent only: from its beginning to its end each task is in progress, and one
/// core runs one of them at a time.
fn time_sliced() {
    let lines = [("scrolling", "0-0-0 "), ("spelling", " 0-0-0")];
    judge("TIME_SLICED", learner::TIME_SLICED, &lines);
}

/// Concurrent only: three requests have begun and none is done, and one thread is at
/// one place at a time.
fn event_loop() {
    let lines = [("request 1", "0---0  "), ("request 2", " 0---0 "), ("request 3", "  0---0")];
    judge("EVENT_LOOP", learner::EVENT_LOOP, &lines);
    tell("EVENT_LOOP", &lines);
}

/// Parallel only: four lanes run at the same instant, and there is one task. No lane
/// can go on while another stands still.
fn lanes() {
    let lines =
        [("picture", "0000"), ("picture", "0000"), ("picture", "0000"), ("picture", "0000")];
    judge("LANES", learner::LANES, &lines);
    tell("LANES", &lines);
}

/// Parallel only: two lanes at least run at the same instant. Those that are switched
/// off wait for the one program that moves them all; there is one task.
fn switched_off() {
    let lines =
        [("picture", "00-0"), ("picture", "00-0"), ("picture", "0-00"), ("picture", "0-00")];
    judge("SWITCHED_OFF", learner::SWITCHED_OFF, &lines);
}

/// Parallel only: three stations run at the same instant, and one clock moves them
/// all; there is one task.
fn conveyor() {
    let lines = [("sound", "0000  "), ("sound", " 1111 "), ("sound", "  2222")];
    judge("CONVEYOR", learner::CONVEYOR, &lines);
}

/// Neither: the second thread begins when the first is at its end, on whichever core.
fn joined() {
    let lines = [("first", "000   "), ("second", "   111")];
    judge("JOINED", learner::JOINED, &lines);
}

/// Neither: one task, on one core at a time.
fn moved() {
    let lines = [("backup", "00-110")];
    judge("MOVED", learner::MOVED, &lines);
}

/// Concurrent only: both threads are in progress from the beginning, and the lock lets
/// one of them run. The second core does not change that.
fn one_lock() {
    let lines = [("debit", "000   "), ("credit", "---111")];
    judge("ONE_LOCK", learner::ONE_LOCK, &lines);
}

/// Concurrent only: the download is in progress while the sum runs, and stands still
/// meanwhile. One core would do.
fn while_it_waits() {
    let lines = [("download", "0---0"), ("sum", " 111 ")];
    judge("WHILE_IT_WAITS", learner::WHILE_IT_WAITS, &lines);
}

/// Both: requests are in progress together, some of them standing still, and two run
/// at the same instant on two cores.
fn web_server() {
    let lines = [("request 1", "00--0"), ("request 2", "1--11"), ("request 3", " 100 ")];
    judge("WEB_SERVER", learner::WEB_SERVER, &lines);
}

/// Both, on one core: two tasks take turns, and in each turn two lanes run at the same
/// instant.
fn two_pictures() {
    let lines = [("first", "0-0-"), ("first", "0-0-"), ("second", " 0-0"), ("second", " 0-0")];
    judge("TWO_PICTURES", learner::TWO_PICTURES, &lines);
}

harness::cases![
    one_by_one,
    time_sliced,
    event_loop,
    lanes,
    switched_off,
    conveyor,
    joined,
    moved,
    one_lock,
    while_it_waits,
    web_server,
    two_pictures,
];
