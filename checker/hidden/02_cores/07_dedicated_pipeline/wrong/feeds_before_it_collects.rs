//@ caught-by: test
//@ because: blocked
//! Puts all parts on a bounded belt before it takes the first one off.

use crossbeam::channel;
use std::thread;

pub trait Machines: Sync {
    fn cut(&self, part: u32) -> u32;
    fn drill(&self, part: u32) -> u32;
    fn paint(&self, part: u32) -> u32;
}

pub fn run(machines: &impl Machines, parts: Vec<u32>, belt: usize) -> Vec<u32> {
    let (start, waiting) = channel::bounded(belt);
    let (to_drill, cut) = channel::bounded(belt);
    let (to_paint, drilled) = channel::bounded(belt);
    let (finish, finished) = channel::bounded(belt);
    thread::scope(|scope| {
        scope.spawn(move || waiting.iter().for_each(|p| to_drill.send(machines.cut(p)).unwrap()));
        scope.spawn(move || cut.iter().for_each(|p| to_paint.send(machines.drill(p)).unwrap()));
        scope.spawn(move || drilled.iter().for_each(|p| finish.send(machines.paint(p)).unwrap()));
        for part in parts {
            start.send(part).unwrap();
        }
        drop(start);
        finished.iter().collect()
    })
}
