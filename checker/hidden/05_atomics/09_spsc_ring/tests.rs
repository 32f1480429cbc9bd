//! One thread at both ends, and items that count their drops.

use harness::{expect_eq, note};
use learner::Ring;
use std::cell::Cell;
use std::rc::Rc;
use std::thread;

/// An item that counts its drops. It can neither be cloned nor compared.
struct Packet {
    number: u32,
    drops: Rc<Cell<u32>>,
}

impl Drop for Packet {
    fn drop(&mut self) {
        self.drops.set(self.drops.get() + 1);
    }
}

/// Fills a ring of `N` slots and empties it, five times over: `N` items go in,
/// one more comes back, `N` come out in order, and then there is none.
fn fill_and_empty<const N: usize>() {
    let mut ring = Ring::<u32, N>::new();
    let (mut producer, mut consumer) = ring.split();
    let room = u32::try_from(N).expect("rings are small");
    for round in 0..5 {
        let first = round * 10;
        for number in 0..room {
            expect_eq("push into a ring with room", producer.push(first + number), Ok(()));
        }
        expect_eq("push into a full ring", producer.push(99), Err(99));
        for number in 0..room {
            expect_eq("pop from a ring with items", consumer.pop(), Some(first + number));
        }
        expect_eq("pop from an empty ring", consumer.pop(), None);
    }
}

/// Rings of 1, 2, 3 and 8 slots hold as many items, again and again.
fn rings_of_all_sizes() {
    fill_and_empty::<1>();
    fill_and_empty::<2>();
    fill_and_empty::<3>();
    fill_and_empty::<8>();
}

/// Items go in and out by turns, so that the ends go around the ring of three
/// slots many times with one or two items in it.
fn around_and_around() {
    let mut ring = Ring::<u32, 3>::default();
    let (mut producer, mut consumer) = ring.split();
    expect_eq("push into a ring with room", producer.push(0), Ok(()));
    for number in 1..100 {
        expect_eq("push into a ring with room", producer.push(number), Ok(()));
        expect_eq("pop from a ring with items", consumer.pop(), Some(number - 1));
    }
}

/// A ring of four slots is dropped with two items in it, after others went
/// through it: each item is dropped once.
fn left_over_items_are_dropped() {
    let drops = Rc::new(Cell::new(0));
    let packet = |number| Packet { number, drops: Rc::clone(&drops) };
    let mut ring = Ring::<Packet, 4>::new();
    let (mut producer, mut consumer) = ring.split();
    for number in 0..3 {
        let is_in = producer.push(packet(number)).is_ok();
        expect_eq("whether the item went in", is_in, true);
    }
    for number in 0..2 {
        let popped = consumer.pop();
        expect_eq("drops while the item is held", drops.get(), number);
        expect_eq("number of the item", popped.map(|packet| packet.number), Some(number));
    }
    let is_in = producer.push(packet(3)).is_ok();
    expect_eq("whether the item went in", is_in, true);
    expect_eq("drops while two items are in the ring", drops.get(), 2);
    drop(ring);
    expect_eq("drops after the ring is gone", drops.get(), 4);
}

/// An item that does not go in comes back, and is not dropped.
fn refused_items_come_back() {
    let drops = Rc::new(Cell::new(0));
    let packet = |number| Packet { number, drops: Rc::clone(&drops) };
    let mut ring = Ring::<Packet, 1>::new();
    let (mut producer, _consumer) = ring.split();
    expect_eq("whether the first item went in", producer.push(packet(1)).is_ok(), true);
    let back = producer.push(packet(2));
    expect_eq("drops while the refused item is held", drops.get(), 0);
    expect_eq("item that came back", back.err().map(|packet| packet.number), Some(2));
    expect_eq("drops after the refused item is gone", drops.get(), 1);
    drop(ring);
    expect_eq("drops after the ring is gone", drops.get(), 2);
}

/// The ring is split, and split again: what is in it stays in it, and the ends
/// can be on other threads.
fn split_again() {
    let mut ring = Ring::<String, 2>::new();
    thread::scope(|scope| {
        let (mut producer, _) = ring.split();
        scope.spawn(move || producer.push("first".to_owned()));
    });
    let mut moved = ring;
    thread::scope(|scope| {
        let (mut producer, mut consumer) = moved.split();
        expect_eq("push after the first split", producer.push("second".to_owned()), Ok(()));
        expect_eq("push into a full ring", producer.push("third".to_owned()).is_err(), true);
        scope.spawn(move || {
            expect_eq("item from before", consumer.pop().as_deref(), Some("first"));
            expect_eq("item from now", consumer.pop().as_deref(), Some("second"));
            expect_eq("pop from an empty ring", consumer.pop(), None);
        });
    });
}

/// How large a ring is: a note, no verdict.
fn size_of_a_ring() {
    let bytes = u32::try_from(size_of::<Ring<u8, 2>>()).expect("rings are small");
    note("size of a Ring<u8, 2>", f64::from(bytes), "bytes");
}

harness::cases![
    rings_of_all_sizes,
    around_and_around,
    left_over_items_are_dropped,
    refused_items_come_back,
    split_again,
    size_of_a_ring,
];
