//! What must not compile.

use learner::{Consumer, Producer, Ring};
use std::rc::Rc;

fn sent<T: Send>(_: T) {}

fn cloned<T: Clone>(end: &T) -> T {
    end.clone()
}

/// Items go to another thread: an `Rc` cannot, it counts without atomics.
// error: E0277
fn producer_of_rcs_is_sent(producer: Producer<'_, Rc<u32>, 2>) {
    sent(producer);
}

/// Items come from another thread, as above.
// error: E0277
fn consumer_of_rcs_is_sent(consumer: Consumer<'_, Rc<u32>, 2>) {
    sent(consumer);
}

/// One producer is one: a second pair of ends while the first is in use.
// error: E0499, E0502
fn split_twice(mut ring: Ring<u32, 2>) {
    let (mut first, _) = ring.split();
    let (mut second, _) = ring.split();
    let _ = (first.push(1), second.push(2));
}

/// Two threads with the same end would write the same slot.
// error: E0596
fn pushed_through_a_shared_reference(producer: &Producer<'_, u32, 2>) {
    let _ = producer.push(1);
}

/// Two threads with the same end would read the same item.
// error: E0596
fn popped_through_a_shared_reference(consumer: &Consumer<'_, u32, 2>) {
    let _ = consumer.pop();
}

/// A clone would be a second producer.
// error: E0277
fn producer_is_cloned<'a>(producer: Producer<'a, u32, 2>) -> [Producer<'a, u32, 2>; 2] {
    [cloned(&producer), producer]
}

/// The slots are in the ring: without it, an end has nothing to pop from.
// error: E0505
fn ring_dropped_under_its_consumer(mut ring: Ring<u32, 2>) -> Option<u32> {
    let (_, mut consumer) = ring.split();
    drop(ring);
    consumer.pop()
}
