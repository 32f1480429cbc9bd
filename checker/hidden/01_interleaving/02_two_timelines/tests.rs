//! A machine that follows the slices, millisecond by millisecond.

use harness::{expect, expect_at_most, expect_eq, note};
use learner::{ONE_CORE, Slice, TWO_CORES, Thread};

/// What a thread does, in milliseconds.
struct Script {
    runs: u32,
    then_waits: u32,
    then_runs: u32,
}

/// How far a thread has got.
#[derive(Clone, Copy)]
struct Progress {
    name: &'static str,
    /// Milliseconds to run before its wait, and after it.
    left: [u32; 2],
    waits: u32,
    ready_from: u32,
    /// How long the other one has run while this one was ready.
    passed_over: u32,
}

impl Progress {
    fn new(name: &'static str, script: Script) -> Self {
        let Script { runs, then_waits, then_runs } = script;
        let left = [runs, then_runs];
        Self { name, left, waits: then_waits, ready_from: 0, passed_over: 0 }
    }

    fn left(&self) -> u32 {
        self.left[0] + self.left[1]
    }

    fn is_ready(&self, now: u32) -> bool {
        self.left() > 0 && self.ready_from <= now
    }

    /// Runs from `now` to the next millisecond.
    fn runs(&mut self, now: u32) {
        let before_the_wait = self.left[0] > 0;
        self.left[usize::from(!before_the_wait)] -= 1;
        let begins_to_wait = before_the_wait && self.left[0] == 0;
        self.ready_from = now + 1 + if begins_to_wait { self.waits } else { 0 };
        self.passed_over = 0;
    }
}

fn index(thread: Thread) -> usize {
    match thread {
        Thread::A => 0,
        Thread::B => 1,
    }
}

fn expect_none(what: &str, thread: &Progress) {
    expect_eq(what, thread.name, "none");
}

/// Says when both are done.
fn follow(slices: &[Slice], cores: u32, a: Script, b: Script) -> u32 {
    let mut threads = [Progress::new("A", a), Progress::new("B", b)];
    for slice in slices {
        let Slice { core, from, to, .. } = *slice;
        let what = format!("slice of {} from {from} to {to}", threads[index(slice.thread)].name);
        expect_at_most(&format!("core of the {what}"), core, cores - 1);
        expect(&format!("{what} that ends after it begins"), from < to);
    }
    let end = slices.iter().map(|slice| slice.to).max().unwrap_or(0);
    for now in 0..end {
        one_millisecond(slices, cores, &mut threads, now);
    }
    for thread in threads {
        let what = format!("milliseconds that {} has still to run at {end}", thread.name);
        expect_eq(&what, thread.left(), 0);
    }
    end
}

fn one_millisecond(slices: &[Slice], cores: u32, threads: &mut [Progress; 2], now: u32) {
    let time = format!("from {now} to {}", now + 1);
    let mut cores_of: [Vec<u32>; 2] = [vec![], vec![]];
    for core in 0..cores {
        let on_it = slices.iter().filter(|slice| slice.core == core);
        let mut on_it = on_it.filter(|slice| slice.from <= now && now < slice.to);
        let Some(first) = on_it.next() else { continue };
        if let Some(second) = on_it.next() {
            let first = threads[index(first.thread)].name;
            let what = format!("thread that runs on core {core} {time} beside {first}");
            expect_none(&what, &threads[index(second.thread)]);
        }
        cores_of[index(first.thread)].push(core);
    }
    for (thread, cores) in threads.iter().zip(&cores_of) {
        let [core, ..] = cores[..] else { continue };
        if let [_, other, ..] = cores[..] {
            expect_none(&format!("thread that runs on cores {core} and {other} {time}"), thread);
        }
        if thread.left() == 0 {
            expect_none(&format!("thread that runs on core {core} {time} after its end"), thread);
        }
        if !thread.is_ready(now) {
            expect_none(&format!("thread that runs on core {core} {time} while it waits"), thread);
        }
    }
    let runs = [0, 1].map(|thread| !cores_of[thread].is_empty());
    let busy = runs.iter().filter(|runs| **runs).count();
    for me in [0, 1] {
        let other = &threads[1 - me];
        if !threads[me].is_ready(now) || runs[me] {
            continue;
        }
        if busy < cores as usize {
            let idle = (0..cores).find(|core| !cores_of.iter().flatten().any(|busy| busy == core));
            let idle = idle.expect("fewer threads than cores run");
            expect_none(
                &format!("thread that is ready {time} while core {idle} is idle"),
                &threads[me],
            );
        }
        if threads[me].passed_over > 0 {
            let what = format!("second turn {time} while {} is ready", threads[me].name);
            expect_none(&what, other);
        }
    }
    for me in [0, 1] {
        if runs[me] {
            threads[me].runs(now);
        } else if threads[me].is_ready(now) {
            threads[me].passed_over += 1;
        }
    }
}

/// One core, and the first millisecond that breaks a rule.
fn one_core() {
    let a = Script { runs: 3, then_waits: 4, then_runs: 1 };
    let b = Script { runs: 2, then_waits: 2, then_runs: 3 };
    let end = follow(&ONE_CORE[..], 1, a, b);
    note("15 ms of running and waiting done on one core in", end.into(), "ms");
}

/// Two cores, and the first millisecond that breaks a rule.
fn two_cores() {
    let a = Script { runs: 3, then_waits: 4, then_runs: 1 };
    let b = Script { runs: 2, then_waits: 2, then_runs: 3 };
    let end = follow(&TWO_CORES[..], 2, a, b);
    note("15 ms of running and waiting done on two cores in", end.into(), "ms");
}

harness::cases![one_core, two_cores];
