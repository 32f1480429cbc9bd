//! Searches the same programs with our engine and with loom, in one run.
//!
//! Loom is an oracle as well: both must come to the same outcomes.

mod programs;

use engine::{Bounds, Searcher};
use facts::Search;
use programs::{NAMES, on_engine, on_loom};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

/// Enough for every program here; a search that needs longer is a bug.
const SECONDS: f64 = 120.0;

/// What one search came to.
struct Searched {
    executions: u64,
    seconds: f64,
    outcomes: BTreeSet<u64>,
}

impl Searched {
    fn per_second(&self) -> f64 {
        self.executions as f64 / self.seconds
    }
}

fn main() {
    println!("                           executions          a second      ours beside loom");
    println!("program    preemptions    loom     ours     loom     ours      fewer   faster");
    for (index, name) in NAMES.iter().enumerate() {
        for bound in [Some(2), None] {
            let theirs = with_loom(on_loom()[index], bound);
            let ours = with_engine(on_engine()[index], bound);
            tell(name, bound, &theirs, &ours);
        }
    }
}

fn tell(name: &str, bound: Option<usize>, theirs: &Searched, ours: &Searched) {
    let bound = bound.map_or("any".to_owned(), |bound| format!("at most {bound}"));
    println!(
        "{name:<10} {bound:<11} {:>7} {:>8} {:>8.0} {:>8.0} {:>9.1}x {:>7.1}x",
        theirs.executions,
        ours.executions,
        theirs.per_second(),
        ours.per_second(),
        theirs.executions as f64 / ours.executions as f64,
        ours.per_second() / theirs.per_second(),
    );
    if ours.outcomes != theirs.outcomes {
        println!(
            "           outcomes differ: loom {:?}, ours {:?}",
            theirs.outcomes, ours.outcomes
        );
    }
}

/// Counts executions and gathers outcomes, the same way for both.
#[derive(Clone, Default)]
struct Tally {
    executions: Arc<AtomicU64>,
    outcomes: Arc<Mutex<BTreeSet<u64>>>,
}

impl Tally {
    fn model(&self, program: fn() -> u64) -> impl Fn() + Send + Sync + 'static {
        let tally = self.clone();
        move || {
            tally.executions.fetch_add(1, Ordering::Relaxed);
            let outcome = program();
            tally.outcomes.lock().expect("nothing panics under it").insert(outcome);
        }
    }

    fn outcomes(&self) -> BTreeSet<u64> {
        self.outcomes.lock().expect("nothing panics under it").clone()
    }
}

fn with_loom(program: fn() -> u64, bound: Option<usize>) -> Searched {
    let tally = Tally::default();
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = bound;
    builder.max_branches = 10_000;
    let start = Instant::now();
    builder.check(tally.model(program));
    let seconds = start.elapsed().as_secs_f64();
    let executions = tally.executions.load(Ordering::Relaxed);
    Searched { executions, seconds, outcomes: tally.outcomes() }
}

/// Executions that the engine gives up as redundant are not counted as
/// executions, and their time is.
fn with_engine(program: fn() -> u64, bound: Option<usize>) -> Searched {
    let tally = Tally::default();
    let search = Search { seconds: SECONDS, steps: 5_000, bound: None };
    let mut searcher = Searcher::new(search, tally.model(program));
    let start = Instant::now();
    searcher.pass(Bounds { preemptions: bound, reduce: true }, false, None);
    let seconds = start.elapsed().as_secs_f64();
    let result = searcher.result();
    assert!(result.limit.is_none() && result.failure.is_none(), "a search came to its end");
    Searched { executions: result.passes[0].executions, seconds, outcomes: tally.outcomes() }
}
