//! Crossbeam threads; the calling thread cuts; ends dropped by hand.

use crossbeam::channel;
use crossbeam::thread;

pub trait Machines: Sync {
    fn cut(&self, part: u32) -> u32;
    fn drill(&self, part: u32) -> u32;
    fn paint(&self, part: u32) -> u32;
}

pub fn run(machines: &impl Machines, parts: Vec<u32>, belt: usize) -> Vec<u32> {
    let (to_drill, cut) = channel::bounded(belt);
    let (to_paint, drilled) = channel::bounded(belt);
    thread::scope(|scope| {
        scope.spawn({
            let (cut, to_paint) = (cut, to_paint);
            move |_| {
                cut.iter().for_each(|part| to_paint.send(machines.drill(part)).unwrap());
                drop(to_paint);
            }
        });
        let painter =
            scope.spawn(|_| drilled.iter().map(|part| machines.paint(part)).collect::<Vec<_>>());
        for part in parts {
            to_drill.send(machines.cut(part)).unwrap();
        }
        drop(to_drill);
        painter.join().unwrap()
    })
    .unwrap()
}
