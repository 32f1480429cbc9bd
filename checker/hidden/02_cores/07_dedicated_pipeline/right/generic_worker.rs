//! One function for a worker, used three times.

use crossbeam::channel::{self, Receiver};
use std::thread::{self, Scope};

pub trait Machines: Sync {
    fn cut(&self, part: u32) -> u32;
    fn drill(&self, part: u32) -> u32;
    fn paint(&self, part: u32) -> u32;
}

fn worker<'scope>(
    scope: &'scope Scope<'scope, '_>,
    belt: usize,
    parts: impl Iterator<Item = u32> + Send + 'scope,
    work: impl Fn(u32) -> u32 + Send + 'scope,
) -> Receiver<u32> {
    let (sender, receiver) = channel::bounded(belt);
    scope.spawn(move || parts.map(work).try_for_each(|part| sender.send(part)));
    receiver
}

pub fn run(machines: &impl Machines, parts: Vec<u32>, belt: usize) -> Vec<u32> {
    thread::scope(|scope| {
        let cut = worker(scope, belt, parts.into_iter(), |part| machines.cut(part));
        let drilled = worker(scope, belt, cut.into_iter(), |part| machines.drill(part));
        drilled.into_iter().map(|part| machines.paint(part)).collect()
    })
}
