//! What `speedup` asks of a program: its graph, and how fast it is.
//!
//! A program is a [`Parts`]. A hidden speed file has one, and so has any Rust
//! file with a few lines behind it that the checker adds.

use crate::case::{no_such_case, ordered};
use crate::clock::cpu_and_wall;
use crate::{allocator, channel, panics, threads};
use facts::Fact;
use facts::speedup::{Copies, Effort, Pair};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Barrier;
use std::time::Instant;

/// Counts elementary operations of the calling thread, for the work and the span
/// of a program to be counts. Everywhere else it is nothing.
#[inline(always)]
pub fn operations(count: u64) {
    #[cfg(feature = "span")]
    strands::operations(count);
    let _ = count;
}

/// What can be asked.
pub(crate) const GRAPH: &str = "graph";
pub(crate) const PAIRS: &str = "pairs";
pub(crate) const SINGLE: &str = "single";
pub(crate) const COPIES: &str = "copies";

/// Pairs that count; before them goes one to warm up pools, caches and pages.
const MANY: usize = 7;

/// Makes an input and hands what is to be measured to its argument, which calls
/// it once.
pub type Part<'a> = &'a (dyn Fn(&mut dyn FnMut(&mut dyn FnMut())) + Sync);

/// The parallel program, and the serial one it is compared with, if any.
#[derive(Clone, Copy)]
pub struct Parts<'a> {
    pub parallel: Part<'a>,
    pub serial: Option<Part<'a>>,
}

/// What `main` does in a program that is a file with lines added.
pub fn speedup_main(parts: Parts<'_>) -> ! {
    let names = [GRAPH, PAIRS, SINGLE, COPIES];
    let name = ordered(|| names.map(str::to_owned).to_vec());
    parts.obey(&name)
}

impl Parts<'_> {
    /// Does what it is asked to by this name.
    pub(crate) fn obey(self, name: &str) -> ! {
        let asked = AssertUnwindSafe(|| match name {
            GRAPH => self.graph(),
            PAIRS => Fact::Pairs(self.pairs(MANY)),
            SINGLE => Fact::Pairs(vec![self.pair()]),
            COPIES => Fact::Copies(self.copies()),
            _ => no_such_case(name),
        });
        match catch_unwind(asked) {
            Ok(fact) => {
                allocator::lift_limit();
                channel::send(fact);
                channel::finish(Fact::Completed)
            }
            Err(payload) => channel::finish(Fact::Panicked(panics::caught(payload))),
        }
    }

    #[cfg(feature = "span")]
    fn graph(self) -> Fact {
        let graph = Cell::new(None);
        (self.parallel)(&mut |program| graph.set(Some(crate::span::graph(program))));
        match graph.into_inner() {
            Some(graph) => Fact::Graph(Box::new(graph)),
            None => Fact::Unsupported("the program did not run".to_owned()),
        }
    }

    #[cfg(not(feature = "span"))]
    fn graph(self) -> Fact {
        Fact::Unsupported("a graph needs the stand-ins that tell of forks".to_owned())
    }

    fn pairs(self, count: usize) -> Vec<Pair> {
        let _warm = self.pair();
        (0..count).map(|_| self.pair()).collect()
    }

    fn pair(self) -> Pair {
        Pair { serial: self.serial.map(effort), parallel: effort(self.parallel) }
    }

    /// As many copies of the serial program as there are cores.
    fn copies(self) -> Vec<Copies> {
        let Some(serial) = self.serial else { return Vec::new() };
        let copies = std::thread::available_parallelism().map_or(1, usize::from);
        let trial = |_| {
            let alone = effort(serial).wall;
            let start = Barrier::new(copies);
            let together = std::thread::scope(|scope| {
                let copy = || {
                    let wall = Cell::new(0.0);
                    serial(&mut |program| {
                        start.wait();
                        let began = Instant::now();
                        program();
                        wall.set(began.elapsed().as_secs_f64());
                    });
                    wall.get()
                };
                let threads: Vec<_> = (0..copies).map(|_| scope.spawn(copy)).collect();
                let walls = threads.into_iter().map(|thread| thread.join().unwrap_or_default());
                walls.fold(0.0, f64::max)
            });
            Copies { copies, alone, together }
        };
        (0..MANY).map(trial).collect()
    }
}

fn effort(part: Part<'_>) -> Effort {
    let effort = Cell::new(Effort::default());
    part(&mut |program| {
        let before = threads::switches_of_all();
        let (cpu, wall) = cpu_and_wall(program);
        let waits = threads::switches_of_all().zip(before);
        effort.set(Effort {
            wall: wall.as_secs_f64(),
            cpu: cpu.as_secs_f64(),
            waits: waits.map(|(after, before)| after.saturating_sub(before)),
        });
    });
    effort.get()
}
