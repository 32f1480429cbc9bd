//! Three spawned threads; the last hands the result back by `join`.

use crossbeam::channel;
use std::thread;

pub trait Machines: Sync {
    fn cut(&self, part: u32) -> u32;
    fn drill(&self, part: u32) -> u32;
    fn paint(&self, part: u32) -> u32;
}

pub fn run(machines: &impl Machines, parts: Vec<u32>, belt: usize) -> Vec<u32> {
    let (first_in, first_out) = channel::bounded(belt);
    let (second_in, second_out) = channel::bounded(belt);
    thread::scope(|scope| {
        scope
            .spawn(move || parts.into_iter().for_each(|p| first_in.send(machines.cut(p)).unwrap()));
        scope.spawn(move || {
            while let Ok(part) = first_out.recv() {
                second_in.send(machines.drill(part)).unwrap();
            }
        });
        let painter = scope.spawn(move || {
            let mut finished = vec![];
            while let Ok(part) = second_out.recv() {
                finished.push(machines.paint(part));
            }
            finished
        });
        painter.join().unwrap()
    })
}
