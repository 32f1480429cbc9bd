//@ caught-by: test
//@ because: one thread at drill
//! A second worker at the machine in the middle, to go faster.

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
        scope.spawn(move || {
            parts
                .into_iter()
                .enumerate()
                .for_each(|(i, p)| to_drill.send((i, machines.cut(p))).unwrap())
        });
        for _ in 0..2 {
            let (cut, to_paint) = (cut.clone(), to_paint.clone());
            scope.spawn(move || {
                cut.iter().for_each(|(i, p)| to_paint.send((i, machines.drill(p))).unwrap())
            });
        }
        drop((cut, to_paint));
        let mut finished: Vec<_> = drilled.iter().map(|(i, p)| (i, machines.paint(p))).collect();
        finished.sort();
        finished.into_iter().map(|(_, part)| part).collect()
    })
}
