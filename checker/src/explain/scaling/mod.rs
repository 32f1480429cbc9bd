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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::prose::width;
    use crate::scaling::{Baseline, Diagnosis, Point};
    use facts::Place;
    use facts::speedup::{Costs, Graph, Lock};

    fn scaling(diagnosis: Diagnosis) -> Scaling {
        let point = |cores: usize, speedup: f64| Point {
            cores,
            low: speedup - 0.02,
            speedup,
            high: speedup + 0.03,
            seconds: 0.0123,
            effort: 1.04,
            idle: 0.04,
            waits: Some(12_345),
        };
        Scaling {
            graph: Some(Graph {
                nanoseconds: Costs { work: 64_000_000, span: 8_000_000, serial: 3_000_000 },
                burdened_span: 8_100_000,
                operations: None,
                tasks: 1_234_567,
                threads: 3,
                cores: 64,
                locks: Vec::new(),
            }),
            baseline: Baseline::Serial,
            points: vec![point(1, 0.97), point(2, 1.74)],
            beside_copies: Some(1.31),
            diagnosis,
        }
    }

    fn diagnoses() -> Vec<Diagnosis> {
        let place = Place { file: "crates/some/long/path/lib.rs".into(), line: 140, column: 9 };
        let lock = Lock { kind: "Mutex".into(), place, taken: 1_000_000, held: 32_000_000 };
        vec![
            Diagnosis::Scales,
            Diagnosis::SerialPart { share: 0.047 },
            Diagnosis::LittleParallelism,
            Diagnosis::SmallGrain { forks: 1_234_570, nanoseconds_each: 51 },
            Diagnosis::Lock { lock, share_held: 0.5 },
            Diagnosis::Waiting { waits: 12_345 },
            Diagnosis::CacheLine,
            Diagnosis::Memory,
            Diagnosis::Uneven,
            Diagnosis::Crowded,
            Diagnosis::Overhead { effort: 17.4 },
            Diagnosis::Sleeps { idle: 0.98 },
            Diagnosis::Unexplained,
            Diagnosis::Noisy { spread: 0.41 },
            Diagnosis::Busy { taken: 0.7 },
            Diagnosis::NotMeasured,
        ]
    }

    #[test]
    fn everything_fits_80_columns_without_colour() {
        for diagnosis in diagnoses() {
            let mut scaling = scaling(diagnosis);
            for graph in [scaling.graph.take(), None] {
                scaling.graph = graph;
                let told = anstream::adapter::strip_str(&told(&scaling)).to_string();
                let wide = told.lines().find(|line| width(line) > 80);
                assert_eq!(wide, None, "{told}");
            }
        }
    }

    #[test]
    fn each_diagnosis_says_something_else() {
        let told: std::collections::BTreeSet<_> =
            diagnoses().into_iter().map(|diagnosis| words::told(&scaling(diagnosis))).collect();
        assert_eq!(told.len(), diagnoses().len());
    }

    #[test]
    fn the_plot_has_its_lines_dots_and_numbers() {
        let told = chart::drawn(&scaling(Diagnosis::LittleParallelism));
        let told = anstream::adapter::strip_str(&told).to_string();
        let plot = [
            "  speedup (upwards) on so many cores (to the right)",
            "",
            "      │",
            "    8 │                                                           =.",
        ];
        assert_eq!(told.lines().take(4).collect::<Vec<_>>(), plot, "{told}");
        assert_eq!(told.matches('●').count(), 3, "{told}");
        let axis = "       0      1       2      3       4       5      6       7      8";
        assert!(told.contains(axis), "{told}");
    }

    #[test]
    fn the_picture_names_its_lines() {
        let svg = svg("a < b.rs", &scaling(Diagnosis::Scales));
        for name in ["perfect", "at most", "at least", "a &lt; b.rs", "cores"] {
            assert!(svg.contains(name), "{name}: {svg}");
        }
        assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
    }

    #[test]
    fn times_have_three_digits_or_so() {
        assert_eq!([0.5, 51.0, 1234.0].map(time), ["0.50 ns", "51.0 ns", "1.23 µs"]);
        assert_eq!([999_000.0, 16.2e6, 2.5e9].map(time), ["999 µs", "16.2 ms", "2.50 s"]);
    }
}
