//! Labs with a made-up clock, each with something that makes a clock lie.

use harness::{expect_at_least, expect_at_most, expect_eq, note};
use learner::{Lab, Running, speedup};
use std::cell::Cell;
use std::ops::Range;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// What both programs compute.
const RESULT: u64 = 42;

/// What the serial program takes, undisturbed.
const SERIAL: u64 = 1_000_000;

/// What it takes to start the threads of the parallel one.
const START: u64 = 20_000;

/// How many runs came before this one.
#[derive(Clone, Copy)]
struct Number {
    of_all: u32,
    of_its_own: u32,
    is_serial: bool,
}

/// A lab, and how many times as long as undisturbed a run takes in it.
struct Made {
    now: Cell<u64>,
    /// Runs of the serial program, and of the parallel one.
    runs: [Cell<u32>; 2],
    times: fn(Number) -> f64,
    /// What the parallel program needs on all threads together.
    work: u64,
    /// Whether the parallel program comes back before its threads are done.
    early: bool,
    /// Whether work is put off until its result is used.
    lazy: bool,
    /// The work of the last result that is not used yet.
    put_off: Cell<u64>,
}

/// A run in a made-up lab, of which some work is left.
struct Run<'a> {
    lab: &'a Made,
    left: u64,
}

impl Made {
    fn lab(times: fn(Number) -> f64) -> Self {
        Self {
            now: Cell::new(0),
            runs: [Cell::new(0), Cell::new(0)],
            times,
            work: SERIAL,
            early: false,
            lazy: false,
            put_off: Cell::new(0),
        }
    }

    fn pass(&self, nanoseconds: u64) {
        self.now.set(self.now.get() + nanoseconds);
    }

    /// The time of the next run, of which `alone` is what it takes undisturbed.
    fn next(&self, program: usize, alone: u64) -> u64 {
        let [serial, parallel] = [0, 1].map(|program: usize| self.runs[program].get());
        let of_its_own = self.runs[program].replace(self.runs[program].get() + 1);
        let number = Number { of_all: serial + parallel, of_its_own, is_serial: program == 0 };
        (alone as f64 * (self.times)(number)) as u64
    }

    /// Done when it returns.
    fn serial(&self) -> Run<'_> {
        let time = self.next(0, SERIAL);
        let at_once = if self.lazy { 0 } else { time };
        self.pass(at_once);
        Run { lab: self, left: time - at_once }
    }

    /// Has at least started its threads when it returns.
    fn parallel(&self, threads: usize) -> Run<'_> {
        let time = self.next(1, self.work / threads.max(1) as u64);
        let at_once = if self.early || self.lazy { START.min(time) } else { time };
        self.pass(at_once);
        Run { lab: self, left: time - at_once }
    }

    fn measured(&self, threads: usize) -> f64 {
        speedup(self, || self.serial(), |threads| self.parallel(threads), threads)
    }
}

impl Lab for Made {
    fn now(&self) -> u64 {
        self.now.get()
    }

    fn black_box(&self, result: u64) -> u64 {
        if result == RESULT {
            self.pass(self.put_off.take());
        }
        result
    }
}

impl Running for Run<'_> {
    fn join(self) -> u64 {
        if self.lab.lazy {
            self.lab.put_off.set(self.left);
        } else {
            self.lab.pass(self.left);
        }
        RESULT
    }
}

/// Off by at most 10 %.
fn expect_speedup(what: &str, got: f64, want: f64) {
    if !(0.9 * want..=1.1 * want).contains(&got) {
        expect_eq(what, format!("{got:.2}"), format!("{want:.2}, give or take 10 %"));
    }
}

/// Every run takes as long as the one before. 1000 µs on one core, and on 2, 4
/// and 8 threads 500, 250 and 125 µs.
fn nothing_disturbs() {
    for threads in [2, 4, 8] {
        let lab = Made::lab(|_| 1.0);
        let what = format!("speedup on {threads} threads in a lab where nothing disturbs");
        expect_speedup(&what, lab.measured(threads), threads as f64);
    }
}

/// Each program is run 5 times or more, and 200 times or less.
fn enough_runs_and_not_too_many() {
    let lab = Made::lab(|_| 1.0);
    lab.measured(4);
    for (program, runs) in ["serial", "parallel"].into_iter().zip(&lab.runs) {
        expect_at_least(&format!("runs of the {program} program"), runs.get(), 5);
        expect_at_most(&format!("runs of the {program} program"), runs.get(), 200);
    }
}

/// `parallel(4)` comes back after 20 µs, and its threads work for 230 µs more.
/// `join` waits for them.
fn threads_are_still_at_work() {
    let lab = Made { early: true, ..Made::lab(|_| 1.0) };
    let got = lab.measured(4);
    expect_speedup("speedup of a program that comes back before it is done", got, 4.0);
}

/// `serial()` and `join` come back at once. The work is done when its result is
/// used; if that is after the clock was read, it is not in the time.
fn work_is_done_when_its_result_is_used() {
    let lab = Made { lazy: true, ..Made::lab(|_| 1.0) };
    let got = lab.measured(4);
    expect_speedup("speedup in a lab that computes what is used, when it is used", got, 4.0);
}

/// The serial program takes 1000 µs, the parallel one 1800 µs on one thread and
/// 450 µs on four. It is 4 times as fast as itself, and 2.2 times as fast as the
/// program that it replaces. On one thread it is slower than that one.
fn serial_program_is_the_baseline() {
    for (threads, parallel) in [(4, 450.0), (1, 1800.0)] {
        let lab = Made { work: 1_800_000, ..Made::lab(|_| 1.0) };
        let got = lab.measured(threads);
        let what = format!("speedup over the serial program, threads: {threads}");
        expect_speedup(&what, got, 1000.0 / parallel);
    }
}

/// The first run of the serial program takes 20 times as long, the first of the
/// parallel one 5 times.
fn first_runs_are_cold() {
    let lab = Made::lab(|number| match number {
        Number { of_its_own: 0, is_serial: true, .. } => 20.0,
        Number { of_its_own: 0, is_serial: false, .. } => 5.0,
        _ => 1.0,
    });
    expect_speedup("speedup in a lab where first runs are slow", lab.measured(4), 4.0);
}

/// In one lab every fifth run of the serial program takes 25 times as long, in
/// another one every fifth run of the parallel program.
fn every_fifth_run_is_disturbed() {
    let serial: fn(Number) -> f64 = |number| {
        if number.is_serial && number.of_its_own % 5 == 3 { 25.0 } else { 1.0 }
    };
    let parallel: fn(Number) -> f64 = |number| {
        if !number.is_serial && number.of_its_own % 5 == 3 { 25.0 } else { 1.0 }
    };
    for (program, times) in [("serial", serial), ("parallel", parallel)] {
        let what = format!("speedup where every fifth {program} run takes 25 times as long");
        expect_speedup(&what, Made::lab(times).measured(4), 4.0);
    }
}

/// The more has been run before, of either program, the longer a run takes: the
/// eleventh takes 1.5 times as long as the first, the twenty-first twice as long.
fn machine_gets_slower() {
    let lab = Made::lab(|number| 1.0 + f64::from(number.of_all) / 20.0);
    let got = lab.measured(4);
    expect_speedup("speedup on a machine that gets slower while it is measured", got, 4.0);
    note("error of your harness where the machine gets slower", (got / 4.0 - 1.0).abs() * 1e2, "%");
}

/// A real clock.
struct Real(Instant);

impl Lab for Real {
    fn now(&self) -> u64 {
        self.0.elapsed().as_nanos() as u64
    }

    fn black_box(&self, result: u64) -> u64 {
        std::hint::black_box(result)
    }
}

/// A real program: its threads, each with a part of the sum, and what is summed
/// already.
struct Sum(u64, Vec<JoinHandle<u64>>);

impl Running for Sum {
    fn join(self) -> u64 {
        self.0 + self.1.into_iter().map(|part| part.join().expect("no sum panics")).sum::<u64>()
    }
}

const NUMBERS: u64 = 400_000;

/// After this time nothing more is computed, and nothing told.
const ENOUGH: Duration = Duration::from_secs(3);

fn sum(numbers: Range<u64>) -> u64 {
    numbers.fold(0, |sum, number| std::hint::black_box(sum + number))
}

/// Your function measures a sum on the threads of this machine, with its clock.
/// Whatever it finds is right.
fn this_machine() {
    let start = Instant::now();
    let done = || Sum(NUMBERS * (NUMBERS - 1) / 2, vec![]);
    let is_late = || start.elapsed() > ENOUGH;
    let serial = || if is_late() { done() } else { Sum(sum(0..NUMBERS), vec![]) };
    let parallel = |threads: usize| {
        if is_late() {
            return done();
        }
        let cut = move |thread| NUMBERS * thread as u64 / threads as u64;
        let start = |thread| thread::spawn(move || sum(cut(thread)..cut(thread + 1)));
        Sum(0, (0..threads).map(start).collect())
    };
    let threads = thread::available_parallelism().map_or(1, usize::from).clamp(2, 4);
    let got = speedup(&Real(start), serial, parallel, threads);
    if !is_late() {
        note(&format!("speedup of a sum on {threads} threads here, by your harness"), got, "×");
    }
}

harness::cases![
    nothing_disturbs,
    enough_runs_and_not_too_many,
    threads_are_still_at_work,
    work_is_done_when_its_result_is_used,
    serial_program_is_the_baseline,
    first_runs_are_cold,
    every_fifth_run_is_disturbed,
    machine_gets_slower,
    this_machine,
];
