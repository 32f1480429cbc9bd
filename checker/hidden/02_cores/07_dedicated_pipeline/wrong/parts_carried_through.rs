//@ caught-by: test
//@ because: always the same
//! Three workers, each carries a part through all machines.

use crossbeam::channel;
use std::thread;

pub trait Machines: Sync {
    fn cut(&self, part: u32) -> u32;
    fn drill(&self, part: u32) -> u32;
    fn paint(&self, part: u32) -> u32;
}

pub fn run(machines: &impl Machines, parts: Vec<u32>, belt: usize) -> Vec<u32> {
    let (sender, waiting) = channel::bounded(belt);
    let (finish, finished) = channel::unbounded();
    thread::scope(|scope| {
        for _ in 0..3 {
            let (waiting, finish) = (waiting.clone(), finish.clone());
            scope.spawn(move || {
                for (position, part) in waiting {
                    let part = machines.paint(machines.drill(machines.cut(part)));
                    finish.send((position, part)).unwrap();
                }
            });
        }
        drop((waiting, finish));
        for part in parts.into_iter().enumerate() {
            sender.send(part).unwrap();
        }
        drop(sender);
        let mut finished: Vec<_> = finished.iter().collect();
        finished.sort_by_key(|(position, _)| *position);
        finished.into_iter().map(|(_, part)| part).collect()
    })
}
