//@ caught-by: test
//@ because: parts on the line
//! Belts that never end: parts pile up before the slowest machine.

use crossbeam::channel;
use std::thread;

pub trait Machines: Sync {
    fn cut(&self, part: u32) -> u32;
    fn drill(&self, part: u32) -> u32;
    fn paint(&self, part: u32) -> u32;
}

pub fn run(machines: &impl Machines, parts: Vec<u32>, belt: usize) -> Vec<u32> {
    let _ = belt;
    let (to_drill, cut) = channel::unbounded();
    let (to_paint, drilled) = channel::unbounded();
    thread::scope(|scope| {
        scope.spawn(move || {
            for part in parts {
                to_drill.send(machines.cut(part)).unwrap();
            }
        });
        scope.spawn(move || {
            for part in cut {
                to_paint.send(machines.drill(part)).unwrap();
            }
        });
        drilled.iter().map(|part| machines.paint(part)).collect()
    })
}
