//@ caught-by: test
//@ because: at work at the same time
//! Cuts everything, then drills everything, then paints everything.

use std::thread;

pub trait Machines: Sync {
    fn cut(&self, part: u32) -> u32;
    fn drill(&self, part: u32) -> u32;
    fn paint(&self, part: u32) -> u32;
}

pub fn run(machines: &impl Machines, parts: Vec<u32>, belt: usize) -> Vec<u32> {
    let _ = belt;
    let cut: Vec<u32> = thread::scope(|scope| {
        scope.spawn(|| parts.iter().map(|&part| machines.cut(part)).collect()).join().unwrap()
    });
    let drilled: Vec<u32> = thread::scope(|scope| {
        scope.spawn(|| cut.iter().map(|&part| machines.drill(part)).collect()).join().unwrap()
    });
    thread::scope(|scope| {
        scope.spawn(|| drilled.iter().map(|&part| machines.paint(part)).collect()).join().unwrap()
    })
}
