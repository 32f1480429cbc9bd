//@ caught-by: test
//@ because: blocked
//! The worker gets a clone; the original stays in the calling thread.

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
        let sender = to_drill.clone();
        scope.spawn(move || parts.into_iter().for_each(|p| sender.send(machines.cut(p)).unwrap()));
        scope.spawn(move || cut.iter().for_each(|p| to_paint.send(machines.drill(p)).unwrap()));
        drilled.iter().map(|part| machines.paint(part)).collect()
    })
}
