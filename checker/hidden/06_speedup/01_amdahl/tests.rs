//! What the formulas give, and what usual mistakes give; and a measurement.

use harness::{expect_eq, note};
use learner::{Cause, Diagnosis};
use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

fn amdahl(f: f64, n: f64) -> f64 {
    1.0 / (f + (1.0 - f) / n)
}

fn karp_flatt(speedup: f64, n: f64) -> f64 {
    (1.0 / speedup - 1.0 / n) / (1.0 - 1.0 / n)
}

/// Within 2 %.
fn near(number: f64, other: f64) -> bool {
    (number - other).abs() <= 0.02 * other.abs()
}

/// How a number was come by: by the right formula, or by one of the others.
fn reading(number: f64, right: (f64, &str), others: &[(f64, &str)]) -> String {
    if near(number, right.0) {
        return right.1.to_owned();
    }
    if let Some((_, formula)) = others.iter().find(|other| near(number, other.0)) {
        return format!("{formula} = {number:.3}");
    }
    let size = if number < right.0 { "too small" } else { "too large" };
    format!("{number:.3}, which is {size}")
}

/// The 10 serial minutes stay 10; the other 90 are divided by 8.
fn report_on_eight_cores() {
    let (f, n) = (0.1, 8.0);
    let formula = "1 / (f + (1 - f) / n)";
    let others = [
        (n, "n, as if nothing were serial"),
        (n * (1.0 - f), "n * (1 - f), as if only cores were lost and no time"),
        (amdahl(1.0 - f, n), "1 / ((1 - f) + f / n), serial and parallel swapped"),
        (1.0 / f, "1 / f, the limit for any number of cores"),
        (amdahl(f, n) * (100.0 / n), "a time in minutes, where the speedup is asked for"),
    ];
    let got = reading(learner::REPORT_ON_8, (amdahl(f, n), formula), &others);
    expect_eq("speedup of the report on 8 cores", got, formula.to_owned());
}

/// With very many cores the 90 minutes shrink to nothing, and the 10 are left.
fn report_on_any_number_of_cores() {
    let f = 0.1;
    let formula = "1 / f";
    let others = [
        (1.0 / (1.0 - f), "1 / (1 - f), serial and parallel swapped"),
        (100.0, "as if a minute of the 100 were left"),
        (90.0, "the minutes that can be divided"),
        (9.0, "the ratio of the two parts: the serial one is left out of the whole"),
    ];
    let got = match learner::REPORT_ON_ANY {
        number if number > 1000.0 => "no limit, as if the serial minutes shrank as well".to_owned(),
        number => reading(number, (1.0 / f, formula), &others),
    };
    expect_eq("speedup of the report that no number of cores passes", got, formula.to_owned());
}

fn expect_fractions(name: &str, fractions: [f64; 2], seconds: [f64; 3]) {
    let [on_one, on_two, on_eight] = seconds;
    for (e, n, on_n) in [(fractions[0], 2.0, on_two), (fractions[1], 8.0, on_eight)] {
        let speedup = on_one / on_n;
        let formula = "(1 / S - 1 / n) / (1 - 1 / n)";
        let right = karp_flatt(speedup, n);
        let others = [
            (1.0 - right, "1 - e, the parallel fraction"),
            (1.0 - speedup / n, "1 - S / n, the share of the cores' time that is lost"),
            (1.0 / speedup, "1 / S, the share of the time that is left"),
            (1.0 / speedup - 1.0 / n, "1 / S - 1 / n, not yet divided by 1 - 1 / n"),
            (100.0 * right, "per cent, where a fraction is asked for"),
        ];
        let got = reading(e, (right, formula), &others);
        expect_eq(&format!("serial fraction of {name} on {n} cores"), got, formula.to_owned());
    }
}

fn expect_cause(name: &str, cause: Cause, want: &str) {
    let got = match cause {
        Cause::SerialCode => "serial code: the metric is the same on all numbers of cores",
        Cause::Overhead => "overhead: the metric grows with the cores",
        Cause::Noise => "noise: the metric goes up and down by chance",
    };
    expect_eq(&format!("cause of what {name} loses"), got, want);
}

const CONSTANT: &str = "serial code: the metric is the same on all numbers of cores";
const GROWS: &str = "overhead: the metric grows with the cores";

fn expect_never(name: &str, cores: Option<u32>, f: f64) {
    let got = match cores {
        None => "on none".to_owned(),
        Some(n) => {
            let (speedup, limit) = (amdahl(f, f64::from(n)), 1.0 / f);
            format!(
                "on {n}, where it is at most {speedup:.2}; \
                 with a metric of {f} no number of cores passes {limit:.0}"
            )
        }
    };
    expect_eq(&format!("cores on which {name} is 6 times as fast"), got, "on none".to_owned());
}

/// The metric is constant, and the fewest cores with a speedup of 6 follow from
/// Amdahl's law.
fn tiles() {
    let Diagnosis { serial_fraction, cause, cores_for_six } = learner::TILES;
    expect_fractions("TILES", serial_fraction, [80.0, 42.0, 13.5]);
    expect_cause("TILES", cause, CONSTANT);
    let f = karp_flatt(80.0 / 42.0, 2.0);
    let enough = |n: u32| amdahl(f, f64::from(n)) >= 6.0;
    let want = "on the fewest that are enough";
    let got = match cores_for_six {
        None => "on none; Amdahl's limit for it is above 6".to_owned(),
        Some(0) => "on 0".to_owned(),
        Some(n) if !enough(n) => format!("on {n}, where it is {:.2}", amdahl(f, f64::from(n))),
        Some(n) if enough(n - 1) => format!("on {n}, and on fewer as well"),
        Some(_) => want.to_owned(),
    };
    expect_eq("cores on which TILES is 6 times as fast", got, want.to_owned());
}

/// The metric is constant and larger: the serial code alone takes more than a
/// sixth of the time.
fn ledger() {
    let Diagnosis { serial_fraction, cause, cores_for_six } = learner::LEDGER;
    expect_fractions("LEDGER", serial_fraction, [80.0, 48.0, 24.0]);
    expect_cause("LEDGER", cause, CONSTANT);
    expect_never("LEDGER", cores_for_six, 0.2);
}

/// As fast as TILES on 2 cores and as slow as LEDGER on 8: the metric doubles
/// with the cores. What it is on 2 cores says nothing about 9.
fn index() {
    let Diagnosis { serial_fraction, cause, cores_for_six } = learner::INDEX;
    expect_fractions("INDEX", serial_fraction, [80.0, 42.0, 24.0]);
    expect_cause("INDEX", cause, GROWS);
    expect_never("INDEX", cores_for_six, 0.2);
}

/// Additions of the measured program, a tenth of them serial.
const ADDITIONS: u64 = 3_000_000;

/// After this time no further run is begun.
const ENOUGH: Duration = Duration::from_secs(2);

fn add(additions: u64) -> u64 {
    (0..additions).fold(0, |sum, number| black_box(sum ^ number))
}

/// Seconds of the program on so many threads.
fn seconds(threads: u64) -> f64 {
    let start = Instant::now();
    black_box(add(ADDITIONS / 10));
    let rest = ADDITIONS - ADDITIONS / 10;
    if threads == 1 {
        black_box(add(rest));
    } else {
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(move || black_box(add(rest / threads)));
            }
        });
    }
    start.elapsed().as_secs_f64()
}

/// A program that is a tenth serial, on one core and on up to four of this
/// machine's, the best of up to seven runs each. Whatever comes out is right.
fn this_machine() {
    let cpus = thread::available_parallelism().map_or(1, usize::from).min(4) as u64;
    if cpus < 2 {
        return note("a speedup takes two CPUs; usable here", 1.0, "CPU");
    }
    let (mut one, mut several) = (f64::MAX, f64::MAX);
    let (start, mut runs) = (Instant::now(), 0);
    while runs < 1 || runs < 7 && start.elapsed() < ENOUGH {
        one = one.min(seconds(1));
        several = several.min(seconds(cpus));
        runs += 1;
    }
    let speedup = one / several;
    if speedup <= 1.0 {
        return note("speedup, while other programs had the CPUs of this machine", speedup, "×");
    }
    let e = 100.0 * karp_flatt(speedup, cpus as f64);
    note(&format!("speedup of a program that is a tenth serial, on {cpus} CPUs"), speedup, "×");
    note("its serial fraction on this machine (Karp–Flatt)", e.max(0.0), "%");
}

harness::cases![
    report_on_eight_cores,
    report_on_any_number_of_cores,
    tiles,
    ledger,
    index,
    this_machine,
];
