//! Everything is computed, down to the causes.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    SerialCode,
    Overhead,
    Noise,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Diagnosis {
    pub serial_fraction: [f64; 2],
    pub cause: Cause,
    pub cores_for_six: Option<u32>,
}

const fn amdahl(f: f64, n: f64) -> f64 {
    1.0 / (f + (1.0 - f) / n)
}

const fn karp_flatt(n: f64, seconds: f64) -> f64 {
    (seconds / 80.0 - 1.0 / n) / (1.0 - 1.0 / n)
}

const fn diagnosis(on_two: f64, on_eight: f64) -> Diagnosis {
    let (first, last) = (karp_flatt(2.0, on_two), karp_flatt(8.0, on_eight));
    let cause = if last > 1.1 * first { Cause::Overhead } else { Cause::SerialCode };
    let (mut cores_for_six, mut n) = (None, 1000);
    while n > 0 {
        if amdahl(last, n as f64) >= 6.0 {
            cores_for_six = Some(n);
        }
        n -= 1;
    }
    Diagnosis { serial_fraction: [first, last], cause, cores_for_six }
}

pub static REPORT_ON_8: f64 = amdahl(0.1, 8.0);
pub static REPORT_ON_ANY: f64 = 1.0 / 0.1;
pub static TILES: Diagnosis = diagnosis(42.0, 13.5);
pub static LEDGER: Diagnosis = diagnosis(48.0, 24.0);
pub static INDEX: Diagnosis = diagnosis(42.0, 24.0);
