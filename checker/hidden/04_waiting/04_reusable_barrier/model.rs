//! Hikers on their way from hut to hut.

use harness::{expect_at_least, expect_eq};
use learner::Barrier;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Two hikers, two huts: whoever sets out from a hut finds that the other has
/// arrived there.
fn two_hikers_two_huts() {
    let barrier = Barrier::new(2);
    let (a, b) = (AtomicU32::new(0), AtomicU32::new(0));
    harness::roles! {
        "A" => for hut in 1..=2 {
            a.store(hut, Relaxed);
            barrier.wait();
            expect_at_least("hut that B has reached when A sets out", b.load(Relaxed), hut);
        },
        "B" => for hut in 1..=2 {
            b.store(hut, Relaxed);
            barrier.wait();
            expect_at_least("hut that A has reached when B sets out", a.load(Relaxed), hut);
        }
    }
}

/// Three hikers, one hut. A and B set out when C has arrived, and know what it
/// did on its way.
fn three_hikers_one_hut() {
    let barrier = Barrier::new(3);
    let flowers = AtomicU32::new(0);
    let hike = || {
        barrier.wait();
        expect_eq("flowers that C has picked when one sets out", flowers.load(Relaxed), 5);
    };
    harness::roles! {
        "A" => hike(),
        "B" => hike(),
        "C" => { flowers.store(5, Relaxed); barrier.wait() }
    }
}

/// Two hikers. B goes home from the first hut: A does not wait for her at the
/// second, and knows what she did before she left.
fn goes_home_from_the_first_hut() {
    let barrier = Barrier::new(2);
    let postcards = AtomicU32::new(0);
    let mut seen = 0;
    harness::roles! {
        "A" => {
            barrier.wait();
            barrier.wait();
            seen = postcards.load(Relaxed)
        },
        "B" => {
            barrier.wait();
            postcards.store(3, Relaxed);
            barrier.leave()
        }
    }
    expect_eq("postcards that A knows of", seen, 3);
}

/// Two hikers. B goes home before the first hut: A waits for nobody, neither
/// there nor at the second.
fn goes_home_at_once() {
    let barrier = Barrier::new(2);
    harness::roles! {
        "A" => { barrier.wait(); barrier.wait() },
        "B" => barrier.leave()
    }
}

/// Three hikers. C goes home while the others may be waiting for it alone: they
/// set out, and know what C did before it left.
fn the_third_goes_home() {
    let barrier = Barrier::new(3);
    let postcards = AtomicU32::new(0);
    let hike = || {
        barrier.wait();
        expect_eq("postcards known to a hiker that sets out", postcards.load(Relaxed), 3);
    };
    harness::roles! {
        "A" => hike(),
        "B" => hike(),
        "C" => { postcards.store(3, Relaxed); barrier.leave() }
    }
}

/// Three hikers. C goes home at once, and the others go on to the second hut
/// without it.
fn two_go_on() {
    let barrier = Barrier::new(3);
    harness::roles! {
        "A" => { barrier.wait(); barrier.wait() },
        "B" => { barrier.wait(); barrier.wait() },
        "C" => barrier.leave()
    }
}

/// Three hikers, two of whom go home from where they stand: the last one waits
/// for nobody, at any hut.
fn one_is_left() {
    let barrier = Barrier::new(3);
    let mut huts = 0;
    harness::roles! {
        "A" => for _ in 0..3 {
            barrier.wait();
            huts += 1;
        },
        "B and C" => { barrier.leave(); barrier.leave() }
    }
    expect_eq("huts that A has reached", huts, 3);
}

harness::models![
    two_hikers_two_huts,
    three_hikers_one_hut,
    goes_home_from_the_first_hut,
    goes_home_at_once,
    the_third_goes_home,
    two_go_on,
    one_is_left,
];
