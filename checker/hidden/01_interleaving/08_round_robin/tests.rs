//! Tasks that follow a script, and a judge who writes down their steps.

use harness::{expect_eq, note};
use learner::Step::{self, Done, Run, Wait};
use learner::{Task, run};
use std::cell::RefCell;
use std::rc::Rc;

const NAMES: [&str; 4] = ["A", "B", "C", "D"];

/// What the judge knows of a task.
#[derive(Clone)]
struct Seen {
    name: &'static str,
    /// From when it is ready, unless it is done.
    ready: Option<u64>,
    /// Turns that each other task has had since.
    turns: Vec<u32>,
}

/// Holds every step against the contract.
struct Judge {
    tasks: Vec<Seen>,
    /// The tick at which the last step ends.
    end: u64,
    steps: usize,
    /// What is run, where the code of the case does not say it.
    script: String,
}

impl Judge {
    fn expect_none(&self, what: &str, task: &Seen) {
        expect_eq(&format!("{what}{}", self.script), task.name, "none");
    }

    /// Task number `me` is stepped at `now`.
    fn step(&mut self, me: usize, now: u64) {
        self.steps += 1;
        let at = format!("at {now} (step {})", self.steps);
        let (end, task) = (self.end, &self.tasks[me]);
        let Some(ready) = task.ready else {
            return self.expect_none(&format!("step {at} of a task that is done"), task);
        };
        if now < end {
            self.expect_none(&format!("step {at} before the last one ends at {end}"), task);
        }
        if now < ready {
            self.expect_none(&format!("step {at} of a task that is ready from {ready}"), task);
        }
        for other in &self.tasks {
            let free = other.ready.map_or(u64::MAX, |ready| ready.max(end));
            if free < now {
                let what = format!("task ready at {free} while no step begins until {now}");
                self.expect_none(&what, other);
            }
        }
        for other in 0..self.tasks.len() {
            let Some(since) = self.tasks[other].ready.filter(|&since| other != me && since <= now)
            else {
                continue;
            };
            self.tasks[other].turns[me] += 1;
            if self.tasks[other].turns[me] > 1 {
                let name = self.tasks[other].name;
                let what = format!("second turn {at} while {name} is ready from {since}");
                self.expect_none(&what, &self.tasks[me]);
            }
        }
        self.end = now + 1;
    }

    /// What the task said after its step.
    fn goes_on(&mut self, me: usize, step: Step) {
        let task = &mut self.tasks[me];
        task.turns.fill(0);
        task.ready = match step {
            Run => Some(self.end),
            Wait(ticks) => Some(self.end + ticks),
            Done => None,
        };
    }
}

/// A task that follows a script.
struct Scripted {
    me: usize,
    script: std::vec::IntoIter<Step>,
    judge: Rc<RefCell<Judge>>,
}

impl Task for Scripted {
    fn step(&mut self, now: u64) -> Step {
        let mut judge = self.judge.borrow_mut();
        judge.step(self.me, now);
        let step = self.script.next().unwrap_or(Done);
        judge.goes_on(self.me, step);
        step
    }
}

/// Runs tasks A, B, C … with these scripts, and judges each step.
/// Says how many ticks they took.
fn judged(scripts: &[&[Step]]) -> u64 {
    judged_saying(scripts, String::new())
}

fn judged_saying(scripts: &[&[Step]], script: String) -> u64 {
    let seen = |me: usize| Seen { name: NAMES[me], ready: Some(0), turns: vec![0; scripts.len()] };
    let tasks = (0..scripts.len()).map(seen).collect();
    let judge = Rc::new(RefCell::new(Judge { tasks, end: 0, steps: 0, script: script.clone() }));
    let tasks = scripts.iter().enumerate().map(|(me, script)| {
        let script = script.to_vec().into_iter();
        Box::new(Scripted { me, script, judge: Rc::clone(&judge) }) as Box<dyn Task>
    });
    let result = run(tasks.collect());
    let judge = judge.borrow();
    let not_done = judge.tasks.iter().filter(|task| task.ready.is_some());
    let not_done: Vec<&str> = not_done.map(|task| task.name).collect();
    expect_eq(&format!("tasks not done when `run` returns{script}"), not_done, vec![]);
    expect_eq(&format!("result of `run`{script}"), result, judge.end);
    result
}

/// No task, and one task alone.
fn one_task_or_none() {
    expect_eq("result of `run` without tasks", run(Vec::new()), 0);
    judged(&[&[Done]]);
    judged(&[&[Run, Wait(3), Run, Done]]);
}

/// Three tasks that never wait take turns.
fn taking_turns() {
    let ticks = judged(&[&[Run, Run, Run, Done], &[Run, Run, Run, Done], &[Run, Run, Run, Done]]);
    note("12 steps of three tasks on one processor done in", ticks as f64, "ticks");
}

/// All three wait: the waits overlap.
fn the_waits_overlap() {
    let ticks = judged(&[&[Wait(9), Done], &[Wait(9), Done], &[Wait(9), Done]]);
    note("three waits of 9 ticks on one processor done in", ticks as f64, "ticks");
    judged(&[&[Wait(9), Done], &[Wait(2), Done], &[Wait(5), Done]]);
}

/// One task waits now and then beside two that are always ready: it has its
/// turn as soon as it comes back.
fn one_waits_and_two_run() {
    judged(&[
        &[Wait(3), Wait(0), Wait(4), Done],
        &[Run, Run, Run, Run, Run, Run, Run, Done],
        &[Run, Run, Run, Run, Run, Run, Run, Done],
    ]);
}

/// Some are done long before the others.
fn some_are_done_early() {
    judged(&[&[Done], &[Run, Done], &[Run, Run, Run, Done], &[Run, Run, Run, Run, Done]]);
    judged(&[&[Run, Run, Run, Done], &[Done], &[Done], &[Wait(1), Run, Done]]);
}

/// Waits of a length that nobody can count.
fn very_long_waits() {
    let long = 1_000_000_000_000_000;
    judged(&[&[Wait(long), Done], &[Wait(2 * long), Run, Wait(long), Done]]);
}

/// A number that looks random, below `end`.
fn next(state: &mut u64, end: u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) % end
}

/// A thousand sets of up to four tasks, with steps drawn by lot.
fn by_lot() {
    let mut state = 7;
    for _ in 0..1000 {
        let tasks = 2 + next(&mut state, 3);
        let scripts: Vec<Vec<Step>> = (0..tasks)
            .map(|_| {
                let steps = next(&mut state, 6);
                let step = |_| match next(&mut state, 7) {
                    0..3 => Run,
                    wait => Wait(wait - 3),
                };
                (0..steps).map(step).chain([Done]).collect()
            })
            .collect();
        let said: Vec<String> = NAMES
            .iter()
            .zip(&scripts)
            .map(|(name, script)| format!("{name} returns {script:?}"))
            .collect();
        let scripts: Vec<&[Step]> = scripts.iter().map(Vec::as_slice).collect();
        judged_saying(&scripts, format!(", where {}", said.join(", ")));
    }
}

harness::cases![
    one_task_or_none,
    taking_turns,
    the_waits_overlap,
    one_waits_and_two_run,
    some_are_done_early,
    very_long_waits,
    by_lot
];
