//@ caught-by: test
//@ because: goes up and down by chance
//! Takes a metric that doubles with the cores for chance.

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

pub const REPORT_ON_8: f64 = 4.71;

pub const REPORT_ON_ANY: f64 = 10.0;

pub const TILES: Diagnosis =
    Diagnosis { serial_fraction: [0.05, 0.05], cause: Cause::SerialCode, cores_for_six: Some(9) };

pub const LEDGER: Diagnosis =
    Diagnosis { serial_fraction: [0.2, 0.2], cause: Cause::SerialCode, cores_for_six: None };

pub const INDEX: Diagnosis =
    Diagnosis { serial_fraction: [0.05, 0.2], cause: Cause::Noise, cores_for_six: None };
