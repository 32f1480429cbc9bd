//! What was measured, a row for each number of cores.

use super::percent;
use crate::explain::paint;
use crate::explain::prose::{hanging, thousands};
use crate::scaling::{
    Baseline, Diagnosis, Point, Scaling, karp_flatt, lower_estimate, upper_bound,
};

/// Who leaves more than this of an only core unused was kept from computing.
const DISTURBED: f64 = 0.2;

pub fn told(scaling: &Scaling) -> String {
    let heading = format!(
        "   {:>5}  {:>8} {:>13}  {:>11}  {:>9}  {:>5}  {:>5}",
        "cores", "speedup", "(quartiles)", "predicted", "CPU time", "idle", "waits"
    );
    let mut lines = vec![paint::bold(&heading)];
    lines.extend(scaling.points.iter().map(|point| row(scaling, point)));
    lines.push(hanging(3, 3, &below(scaling)));
    lines.join("\n")
}

fn row(scaling: &Scaling, point: &Point) -> String {
    let predicted = scaling.graph.as_ref().map_or(String::new(), |graph| {
        let least = lower_estimate(graph, point.cores);
        format!("{least:.2}–{:.2}", upper_bound(graph, point.cores))
    });
    format!(
        "   {:>5}  {:>7.2}× {:>13}  {predicted:>11}  {:>8.2}×  {:>5}  {:>5}",
        point.cores,
        point.speedup,
        format!("({:.2}–{:.2})", point.low, point.high),
        point.effort,
        percent(point.idle),
        point.waits.map_or_else(String::new, thousands),
    )
}

fn below(scaling: &Scaling) -> String {
    let mut said = match scaling.baseline {
        Baseline::Serial => {
            "Speedup and CPU time are multiples of the serial program's, in paired runs.".to_owned()
        }
        Baseline::OneCore => "There is no serial program to compare with, so speedup and CPU time \
                              are multiples of its own on one core; what it pays for being \
                              parallel does not show."
            .to_owned(),
    };
    // What others took from it, or its sleep, is no serial part of the program.
    let disturbed = matches!(scaling.diagnosis, Diagnosis::Noisy { .. })
        || scaling.points.first().is_some_and(|one| one.idle > DISTURBED);
    let last = scaling.last().filter(|_| !disturbed);
    // Outside of this range it is no fraction.
    let explained = last.filter(|point| (1.0..=point.cores as f64).contains(&point.speedup));
    let serial = explained.and_then(|point| Some((point, karp_flatt(point.speedup, point.cores)?)));
    if let Some((point, serial)) = serial {
        said.push_str(&format!(
            " By Amdahl's law the speedup on {} cores is that of a program with a serial part of \
             {} (Karp and Flatt).",
            point.cores,
            percent(serial)
        ));
    }
    if scaling.graph.is_some() {
        said.push_str(
            " Predicted at least: T₁/(T₁/P+(1−1/P)·k·T∞) with k = 1.7 as in Cilkview; \
             at most: P, and T₁/T∞.",
        );
    }
    said
}
