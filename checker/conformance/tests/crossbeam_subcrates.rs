//! The crates below `crossbeam`, by their own names.

use crossbeam_utils::sync::WaitGroup;
use std::thread;

#[test]
fn a_type_is_the_same_by_either_name() {
    let (sender, receiver): (crossbeam_channel::Sender<u32>, _) = crossbeam::channel::bounded(1);
    sender.send(1).unwrap();
    let receiver: crossbeam_channel::Receiver<u32> = receiver;
    assert_eq!(receiver.recv(), Ok(1));
    let queue: crossbeam_queue::SegQueue<u32> = crossbeam::queue::SegQueue::new();
    queue.push(2);
    assert_eq!(queue.pop(), Some(2));
    let worker: crossbeam_deque::Worker<u32> = crossbeam::deque::Worker::new_fifo();
    worker.push(3);
    assert_eq!(worker.stealer().steal(), crossbeam::deque::Steal::Success(3));
    let atomic: crossbeam_epoch::Atomic<u32> = crossbeam::epoch::Atomic::null();
    assert!(atomic.load(std::sync::atomic::Ordering::Relaxed, &crossbeam_epoch::pin()).is_null());
}

#[test]
fn macros_work_through_either_name() {
    let (sender, receiver) = crossbeam_channel::unbounded();
    sender.send(1).unwrap();
    sender.send(2).unwrap();
    sender.send(3).unwrap();
    let by_channel = crossbeam_channel::select! { recv(receiver) -> msg => msg.unwrap() };
    let by_crossbeam = crossbeam::select! { recv(receiver) -> msg => msg.unwrap() };
    let biased = crossbeam_channel::select_biased! { recv(receiver) -> msg => msg.unwrap() };
    assert_eq!((by_channel, by_crossbeam, biased), (1, 2, 3));
}

#[test]
fn all_of_them_in_one_program() {
    let queue = crossbeam_queue::ArrayQueue::new(1);
    let cell = crossbeam_utils::atomic::AtomicCell::new(0);
    let group = WaitGroup::new();
    crossbeam_utils::thread::scope(|scope| {
        let member = group.clone();
        let (queue, cell) = (&queue, &cell);
        scope.spawn(move |_| {
            queue.push(7).unwrap();
            cell.store(7);
            drop(member);
        });
        group.wait();
        assert_eq!((queue.pop(), cell.load()), (Some(7), 7));
    })
    .unwrap();
    assert!(thread::spawn(|| crossbeam_utils::Backoff::new().snooze()).join().is_ok());
    assert_eq!(*crossbeam_utils::CachePadded::new(1), 1);
}
