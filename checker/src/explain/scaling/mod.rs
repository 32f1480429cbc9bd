//! How a parallel program scales: its work and span, a plot, the measurements,
//! and what limits it.

mod chart;
mod structure;
mod table;
mod terminal;
mod words;

use super::prose::plain;
use crate::scaling::Scaling;

/// As a person reads it, within 80 columns.
pub fn told(scaling: &Scaling) -> String {
    let mut parts = vec![structure::told(scaling), chart::drawn(scaling), table::told(scaling)];
    parts.push(words::told(scaling));
    parts.retain(|part| !part.is_empty());
    plain(&parts.join("\n\n"))
}

/// The plot as a picture of its own.
pub fn svg(file: &str, scaling: &Scaling) -> String {
    chart::svg(file, scaling)
}

/// A number of nanoseconds with three digits or so.
fn time(nanoseconds: f64) -> String {
    let (value, unit) = match nanoseconds {
        small if small < 1e3 => (small, "ns"),
        small if small < 1e6 => (small / 1e3, "µs"),
        middle if middle < 1e9 => (middle / 1e6, "ms"),
        large => (large / 1e9, "s"),
    };
    let digits = if value < 10.0 { 2 } else { usize::from(value < 100.0) };
    format!("{value:.digits$} {unit}")
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}
