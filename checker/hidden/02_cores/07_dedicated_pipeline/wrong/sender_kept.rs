//@ caught-by: test
//@ because: blocked
//! The senders are borrowed, so the belts never end.

use crossbeam::channel;
use std::thread;

pub trait Machines: Sync {
    fn cut(&self, part: u32) -> u32;
    fn drill(&self, part: u32) -> u32;
    fn paint(&self, part: u32) -> u32;
}

pub fn run(machines: &impl Machines, parts: Vec<u32>, belt: usize) -> Vec<u32> {
    let (to_drill, cut) = channel::bounded(belt);
    let (to_paint, drilled) = channel::bounded(belt);
    thread::scope(|scope| {
        scope.spawn(|| {
            for part in parts {
                to_drill.send(machines.cut(part)).unwrap();
            }
        });
        scope.spawn(|| {
            for part in &cut {
                to_paint.send(machines.drill(part)).unwrap();
            }
        });
        drilled.iter().map(|part| machines.paint(part)).collect()
    })
}
