//! How a parallel program scales: what its structure allows, what was measured,
//! and what limits it.

use facts::speedup::{Graph, Lock};
use serde::Serialize;

/// The factor of the span in the lower estimate: what a work-stealing scheduler
/// takes beyond a perfect one. Cilkview's; its printed estimates are
/// T₁/P + (1 − 1/P)·1.7·T∞.
pub const SPAN_FACTOR: f64 = 1.7;

/// The machine that a program's structure is held against, whatever machine it
/// runs on: the verdict is then the same everywhere.
pub const REFERENCE_CORES: usize = 8;

/// Everything found out about one program.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scaling {
    /// None where the program cannot be run on one core, task after task.
    pub graph: Option<Graph>,
    pub baseline: Baseline,
    /// By number of cores, from 1 on.
    pub points: Vec<Point>,
    /// How much longer the serial program takes while each other core runs a
    /// copy of it: 1.0 is no longer.
    pub beside_copies: Option<f64>,
    pub diagnosis: Diagnosis,
}

/// What the parallel program is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Baseline {
    /// The serial program, which pays nothing for being parallel.
    Serial,
    /// Itself on one core: what it pays for being parallel does not show.
    OneCore,
}

/// The speedup on so many cores; quartiles over paired runs.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Point {
    pub cores: usize,
    pub low: f64,
    pub speedup: f64,
    pub high: f64,
    /// The parallel program, in seconds of wall time.
    pub seconds: f64,
    /// Its CPU time, as a multiple of what the baseline needs.
    pub effort: f64,
    /// The share of the cores' time in which the program used none of them.
    pub idle: f64,
    /// How often its threads had to wait, in one run.
    pub waits: Option<u64>,
}

/// What limits a program.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "what")]
pub enum Diagnosis {
    /// Nothing that shows.
    Scales,
    /// One long serial part, as a share of the work.
    SerialPart { share: f64 },
    /// Too few strands can run at the same time, most of the time.
    LittleParallelism,
    /// So much is forked that moving it costs more than doing it.
    SmallGrain { forks: u64, nanoseconds_each: u64 },
    /// Everybody wants this lock.
    Lock { lock: Lock, share_held: f64 },
    /// On one core already it takes so many times the serial program's CPU time.
    Overhead { effort: f64 },
    /// Threads wait for one another, most likely for a lock.
    Waiting { waits: u64 },
    /// Threads write to the same cache line.
    CacheLine,
    /// All cores together are slowed down by the road to memory.
    Memory,
    /// Cores have nothing to do: some get more of the work than others.
    Uneven,
    /// It leaves this share of its only core unused.
    Sleeps { idle: f64 },
    /// It is slower than its structure says, and nothing says why.
    Unexplained,
    /// The measurements differ too much from one another.
    Noisy { spread: f64 },
    /// Cores are idle, but copies of the serial program do not get them either.
    Crowded,
    /// The program is not let run: others take this share of its cores.
    Busy { taken: f64 },
    /// There is one core to measure with; nothing in the structure limits it.
    NotMeasured,
}

impl Point {
    /// The cores' time between two waits of its threads, in nanoseconds.
    pub fn between_waits(&self) -> f64 {
        self.seconds * self.cores as f64 * 1e9 / self.waits.unwrap_or(0).max(1) as f64
    }
}

impl Scaling {
    /// Point of the largest number of cores.
    pub fn last(&self) -> Option<&Point> {
        self.points.last()
    }
}

/// Work, span and serial part, by counted operations where there are any and
/// otherwise by CPU time.
pub fn costs(graph: &Graph) -> facts::speedup::Costs {
    graph.operations.unwrap_or(graph.nanoseconds)
}

/// T₁/T∞: the largest speedup that any number of cores could give.
pub fn parallelism(graph: &Graph) -> f64 {
    let costs = costs(graph);
    ratio(costs.work, costs.span)
}

/// The speedup that a work-stealing scheduler reaches at least: T₁ divided by
/// T₁/P + (1 − 1/P)·k·T∞. By time the span is burdened; a count has no burden.
/// Where nothing is forked there is nothing to schedule.
pub fn lower_estimate(graph: &Graph, cores: usize) -> f64 {
    if graph.forks() == 0 {
        return 1.0;
    }
    let span = match graph.operations {
        Some(operations) => operations.span,
        None => graph.burdened_span,
    };
    estimate(ratio(costs(graph).work, span), cores)
}

/// The same without what it costs to move tasks.
pub fn unburdened_estimate(graph: &Graph, cores: usize) -> f64 {
    estimate(parallelism(graph), cores)
}

/// No program is faster than this on so many cores.
pub fn upper_bound(graph: &Graph, cores: usize) -> f64 {
    parallelism(graph).min(cores as f64)
}

fn estimate(parallelism: f64, cores: usize) -> f64 {
    let cores = cores as f64;
    1.0 / (1.0 / cores + (1.0 - 1.0 / cores) * SPAN_FACTOR / parallelism)
}

/// The serial fraction that explains a speedup by Amdahl's law (Karp and Flatt
/// 1990); `None` on one core.
pub fn karp_flatt(speedup: f64, cores: usize) -> Option<f64> {
    let cores = cores as f64;
    (cores > 1.0).then(|| (1.0 / speedup - 1.0 / cores) / (1.0 - 1.0 / cores))
}

fn ratio(work: u64, span: u64) -> f64 {
    work as f64 / span.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::speedup::Costs;

    fn graph(work: u64, span: u64) -> Graph {
        Graph {
            nanoseconds: Costs { work, span, serial: 0 },
            burdened_span: span,
            operations: None,
            tasks: 1,
            threads: 0,
            cores: 64,
            locks: Vec::new(),
        }
    }

    /// The program of which Cilkview's documentation prints the estimates: work
    /// 307 502 918, burdened span 29 393 897, and 1.72, 2.69, 3.74, 4.65.
    #[test]
    fn the_lower_estimate_is_cilkviews() {
        let mut graph = graph(307_502_918, 5_866_402);
        graph.burdened_span = 29_393_897;
        for (cores, printed) in [(2, 1.72), (4, 2.69), (8, 3.74), (16, 4.65)] {
            let estimate = lower_estimate(&graph, cores);
            assert!((estimate - printed).abs() < 0.006, "{cores}: {estimate}");
        }
        assert!((upper_bound(&graph, 64) - 52.42).abs() < 0.005);
    }

    #[test]
    fn what_forks_nothing_is_as_fast_on_any_number_of_cores() {
        let serial = Graph { tasks: 0, ..graph(1_000, 1_000) };
        assert!((lower_estimate(&serial, 8) - 1.0).abs() < 1e-12);
        assert!((upper_bound(&serial, 8) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn karp_and_flatt_find_amdahls_fraction_again() {
        let amdahl = |fraction: f64, cores: f64| 1.0 / (fraction + (1.0 - fraction) / cores);
        let found = karp_flatt(amdahl(0.1, 4.0), 4).unwrap();
        assert!((found - 0.1).abs() < 1e-12);
        assert_eq!(karp_flatt(1.0, 1), None);
    }
}
