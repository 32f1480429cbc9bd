//@ verdict: solved
//! crossbeam's parker keeps one token; the queue says what there is to do.

use crossbeam::queue::SegQueue;
use crossbeam::sync::Parker;
use std::thread;

fn main() {
    let queue = SegQueue::new();
    let parker = Parker::new();
    let unparker = parker.unparker().clone();
    thread::scope(|s| {
        let queue = &queue;
        s.spawn(move || {
            for i in 0..2 {
                queue.push(i);
                unparker.unpark();
            }
        });
        let mut got = Vec::new();
        while got.len() < 2 {
            match queue.pop() {
                Some(i) => got.push(i),
                None => parker.park(),
            }
        }
        assert_eq!(got, [0, 1]);
    });
}
