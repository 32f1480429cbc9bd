//! Minutes and seconds, not yet divided.

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

pub const REPORT_ON_8: f64 = 100.0 / (10.0 + 90.0 / 8.0);

pub const REPORT_ON_ANY: f64 = 100.0 / 10.0;

pub const TILES: Diagnosis = Diagnosis {
    serial_fraction: [(42.0 / 80.0 - 0.5) / 0.5, (13.5 / 80.0 - 0.125) / 0.875],
    cause: Cause::SerialCode,
    cores_for_six: Some(9),
};

pub const LEDGER: Diagnosis =
    Diagnosis { serial_fraction: [1.0 / 5.0; 2], cause: Cause::SerialCode, cores_for_six: None };

pub const INDEX: Diagnosis = Diagnosis {
    serial_fraction: [2.0 / 40.0, 14.0 / 70.0],
    cause: Cause::Overhead,
    cores_for_six: None,
};
