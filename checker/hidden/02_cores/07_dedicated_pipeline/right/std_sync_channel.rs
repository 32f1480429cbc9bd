//! std's bounded channel; results through a third, unbounded one.

use std::sync::mpsc::{channel, sync_channel};
use std::thread;

pub trait Machines: Sync {
    fn cut(&self, part: u32) -> u32;
    fn drill(&self, part: u32) -> u32;
    fn paint(&self, part: u32) -> u32;
}

pub fn run(machines: &impl Machines, parts: Vec<u32>, belt: usize) -> Vec<u32> {
    let (to_drill, cut) = sync_channel(belt);
    let (to_paint, drilled) = sync_channel(belt);
    let (finish, finished) = channel();
    thread::scope(|scope| {
        scope.spawn(move || {
            for part in parts {
                to_drill.send(machines.cut(part)).expect("drill is there");
            }
        });
        scope.spawn(move || {
            for part in cut {
                to_paint.send(machines.drill(part)).expect("paint is there");
            }
        });
        scope.spawn(move || {
            for part in drilled {
                finish.send(machines.paint(part)).expect("the list is there");
            }
        });
        finished.into_iter().collect()
    })
}
