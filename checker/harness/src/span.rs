//! Work and span of a program that runs on the stand-ins that tell of forks.

use facts::Place;
use facts::speedup::{Costs, Graph, Lock};
use strands::{Cost, LockUse};

/// Runs the program once.
pub fn graph(program: &mut dyn FnMut()) -> Graph {
    let ((), graph) = strands::watched(program);
    let strands::Graph { work, span, serial, tasks, threads, locks } = graph;
    let by = |of: fn(&Cost) -> u64| Costs { work: of(&work), span: of(&span), serial: of(&serial) };
    let operations = by(|cost| cost.operations);
    Graph {
        nanoseconds: by(|cost| cost.nanoseconds),
        burdened_span: span.burdened,
        operations: (operations.work > 0).then_some(operations),
        tasks,
        threads,
        cores: strands::MADE_UP_CORES,
        locks: locks.into_iter().map(lock).collect(),
    }
}

fn lock(LockUse { kind, place, taken, held }: LockUse) -> Lock {
    let place = Place { file: place.file().to_owned(), line: place.line(), column: place.column() };
    Lock { kind: kind.to_owned(), place, taken, held }
}
