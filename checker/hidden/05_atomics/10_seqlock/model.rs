//! A receiver that writes positions, and an autopilot that reads them. Each
//! longitude is ten times the latitude that it was set with.

use harness::{expect, expect_eq};
use learner::Position;

/// What the autopilot read, if it got something.
fn expect_set_together(read: Option<(i64, i64)>) {
    if let Some((latitude, longitude)) = read {
        expect_eq("longitude that was read with the latitude", longitude, 10 * latitude);
    }
}

/// One write, one attempt to read.
fn one_write() {
    let position = Position::new(1, 10);
    let mut read = None;
    harness::roles! {
        "receiver" => position.write(2, 20),
        "autopilot" => read = position.try_read()
    }
    expect_set_together(read);
    expect_eq("position after everybody left", position.try_read(), Some((2, 20)));
}

/// Two writes, one attempt to read.
fn two_writes() {
    let position = Position::new(1, 10);
    let mut read = None;
    harness::roles! {
        "receiver" => {
            position.write(2, 20);
            position.write(3, 30)
        },
        "autopilot" => read = position.try_read()
    }
    expect_set_together(read);
    expect_eq("position after everybody left", position.try_read(), Some((3, 30)));
}

/// One write, two attempts to read: the second gives nothing older than the
/// first.
fn never_back() {
    let position = Position::new(1, 10);
    let (mut first, mut second) = (None, None);
    harness::roles! {
        "receiver" => position.write(2, 20),
        "autopilot" => {
            first = position.try_read();
            second = position.try_read()
        }
    }
    expect_set_together(first);
    expect_set_together(second);
    if let (Some((first, _)), Some((second, _))) = (first, second) {
        expect("second latitude no older than the first", second >= first);
    }
}

/// Nobody writes, two read: both get the position.
fn two_readers() {
    let position = Position::new(1, 10);
    position.write(2, 20);
    let (mut autopilot, mut chart) = (None, None);
    harness::roles! {
        "autopilot" => autopilot = position.try_read(),
        "chart" => chart = position.try_read()
    }
    expect_eq("position on the autopilot", autopilot, Some((2, 20)));
    expect_eq("position on the chart", chart, Some((2, 20)));
}

harness::models![one_write, never_back, two_readers, two_writes];
