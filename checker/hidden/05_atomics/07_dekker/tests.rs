//! One driver after the other, and ends on other threads.

use harness::{deliberate_panic, expect, expect_eq};
use learner::Tunnel;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

/// While the north is inside the south is sent away, and the other way round.
/// Whoever comes to an empty tunnel enters, as often as it likes.
fn one_after_the_other() {
    let mut tunnel = Tunnel::new(0);
    let (mut north, mut south) = tunnel.ends();
    for round in 0..3 {
        let mut inside = north.try_enter();
        expect("north enters the empty tunnel", inside.is_some());
        expect("south is sent away", south.try_enter().is_none());
        if let Some(log) = inside.as_mut() {
            **log += 1;
        }
        drop(inside);
        let inside = south.try_enter();
        expect("south enters the empty tunnel", inside.is_some());
        expect("north is sent away", north.try_enter().is_none());
        expect_eq("entry that the south reads", inside.map(|log| *log), Some(round + 1));
    }
}

/// A driver who was sent away twice does not keep the other one out.
fn sent_away_and_dark() {
    let mut tunnel = Tunnel::new(());
    let (mut north, mut south) = tunnel.ends();
    let inside = north.try_enter();
    expect("south is sent away", south.try_enter().is_none());
    expect("south is sent away again", south.try_enter().is_none());
    drop(inside);
    expect("north enters after south was sent away", north.try_enter().is_some());
}

/// The driver in the tunnel panics: the tunnel is empty after that.
fn panic_in_the_tunnel() {
    let mut tunnel = Tunnel::new(0);
    let (mut north, mut south) = tunnel.ends();
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        let mut inside = north.try_enter().expect("the tunnel is empty");
        *inside = 5;
        deliberate_panic()
    }));
    expect("the driver panicked", panicked.is_err());
    let inside = south.try_enter();
    expect_eq("entry that the south reads", inside.map(|log| *log), Some(5));
}

/// The ends are used on other threads, one after the other; the log has
/// something that can be sent and not shared.
fn ends_on_other_threads() {
    let mut tunnel = Tunnel::new(std::cell::Cell::new(1));
    let (mut north, mut south) = tunnel.ends();
    thread::scope(|scope| {
        scope.spawn(move || {
            let inside = north.try_enter().expect("the tunnel is empty");
            inside.set(2);
        });
    });
    thread::scope(|scope| {
        scope.spawn(move || {
            let inside = south.try_enter();
            expect_eq("entry that the south reads", inside.map(|log| log.get()), Some(2));
        });
    });
}

harness::cases![
    one_after_the_other,
    sent_away_and_dark,
    panic_in_the_tunnel,
    ends_on_other_threads,
];
