//! An assembly line: three machines joined by two belts.

use crossbeam::channel;
use std::thread;

/// The machines. Each turns a part into a part that is a bit more finished.
pub trait Machines: Sync {
    fn cut(&self, part: u32) -> u32;
    fn drill(&self, part: u32) -> u32;
    fn paint(&self, part: u32) -> u32;
}

/// Sends all parts through cut, drill and paint, one thread for each machine.
/// Each of the two belts has room for `belt` parts.
pub fn run(machines: &impl Machines, parts: Vec<u32>, belt: usize) -> Vec<u32> {
    // Bounded, not unbounded: a queue without a bound only moves the waiting
    // into memory. If paint is the slowest machine, it would hold all parts.
    let (to_drill, cut) = channel::bounded(belt);
    let (to_paint, drilled) = channel::bounded(belt);
    thread::scope(|scope| {
        // Each closure *moves* its ends of the belts in. When the first worker
        // is done, its only sender is dropped, the second worker's loop ends,
        // its sender is dropped, and so on: the end of the parts travels down
        // the line by itself. A sender that is only borrowed lives until the
        // scope ends, the scope ends when the workers do, and they wait for
        // that sender to go: nobody ever returns.
        scope.spawn(move || {
            for part in parts {
                // Fails only if the next worker is gone. Then nobody wants the
                // rest, and its panic is what the scope reports.
                if to_drill.send(machines.cut(part)).is_err() {
                    break;
                }
            }
        });
        scope.spawn(move || {
            for part in cut {
                if to_paint.send(machines.drill(part)).is_err() {
                    break;
                }
            }
        });
        // The third worker is this thread: it has to wait for the result
        // anyway. No `Mutex<Vec>` for the results: one thread makes them, and
        // since each worker keeps the order, they come out in order. Several
        // workers at one machine would be faster and would lose both.
        drilled.iter().map(|part| machines.paint(part)).collect()
    })
}
