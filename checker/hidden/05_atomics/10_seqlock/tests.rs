//! Positions that are written and read one after the other.

use harness::expect_eq;
use learner::Position;
use std::sync::Arc;
use std::thread;

/// What is known from the beginning can be read, as often as one likes.
fn known_from_the_beginning() {
    let position = Position::new(-3, 7);
    for _ in 0..3 {
        expect_eq("position", position.try_read(), Some((-3, 7)));
    }
}

/// A thousand writes: after each the position is the one written last, the
/// largest and the smallest numbers among them.
fn many_writes() {
    let position = Position::new(0, 0);
    for number in 0..1000 {
        position.write(number, -number);
        expect_eq("position", position.try_read(), Some((number, -number)));
    }
    for extreme in [(i64::MIN, i64::MAX), (i64::MAX, i64::MIN), (-1, -1), (0, 0)] {
        position.write(extreme.0, extreme.1);
        expect_eq("position", position.try_read(), Some(extreme));
    }
}

/// The position is written on one thread, then on another, and read on a third.
fn threads_take_turns() {
    let position = Arc::new(Position::new(0, 0));
    for number in 1..4 {
        let theirs = Arc::clone(&position);
        let writer = thread::spawn(move || theirs.write(number, 10 * number));
        writer.join().expect("a write does not panic");
        let theirs = Arc::clone(&position);
        let read = thread::spawn(move || theirs.try_read()).join();
        let read = read.expect("an attempt does not panic");
        expect_eq("position", read, Some((number, 10 * number)));
    }
}

harness::cases![known_from_the_beginning, many_writes, threads_take_turns];
