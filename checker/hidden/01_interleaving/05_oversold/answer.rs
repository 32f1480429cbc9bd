//! Two sellers who serve one customer each, stepped by schedules.

use learner::Label;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::SeqCst};

/// The best seat that is free, and the tickets sold for two seats.
struct Hall {
    best: AtomicUsize,
    seat_7: AtomicU32,
    seat_8: AtomicU32,
}

fn serve(hall: &Hall) {
    let seat = hall.best.load(SeqCst);
    hall.best.store(seat + 1, SeqCst);
    let tickets = if seat == 7 { &hall.seat_7 } else { &hall.seat_8 };
    tickets.fetch_add(1, SeqCst);
}

/// How often seat 7 was sold.
fn seat_7(hall: Hall) -> &'static str {
    match hall.seat_7.into_inner() {
        0 => "seat 7 not sold",
        1 => "seat 7 sold once",
        _ => "seat 7 sold twice",
    }
}

/// What came of the evening.
fn verdict(hall: Hall) -> &'static str {
    let oversold = hall.seat_7.into_inner() > 1 || hall.seat_8.into_inner() > 1;
    if oversold { "Unsafe" } else { "Safe" }
}

/// The learner's label, as text.
fn said(label: Label) -> &'static str {
    if matches!(label, Label::Safe) { "Safe" } else { "Unsafe" }
}

/// Each seller serves one customer; seat 7 is the best that is free.
fn oversold() -> &'static str {
    let hall = Hall {
        best: AtomicUsize::new(7),
        seat_7: AtomicU32::new(0), // tickets
        seat_8: AtomicU32::new(0),
    };
    harness::roles! { "A" => serve(&hall), "B" => serve(&hall) }
    seat_7(hall)
}

/// One core. B finds a seat and is switched out; A serves a customer from
/// beginning to end; B goes on.
fn one_core_switch_after_find() -> &'static str {
    let hall = Hall {
        best: AtomicUsize::new(7),
        seat_7: AtomicU32::new(0), // tickets
        seat_8: AtomicU32::new(0),
    };
    harness::roles! { "A" => serve(&hall), "B" => serve(&hall) }
    verdict(hall)
}

/// One core. A finds and marks and is switched out; B serves a customer from
/// beginning to end; A charges.
fn one_core_switch_after_mark() -> &'static str {
    let hall = Hall {
        best: AtomicUsize::new(7),
        seat_7: AtomicU32::new(0), // tickets
        seat_8: AtomicU32::new(0),
    };
    harness::roles! { "A" => serve(&hall), "B" => serve(&hall) }
    verdict(hall)
}

/// One core, and a switch after every step.
fn one_core_turns() -> &'static str {
    let hall = Hall {
        best: AtomicUsize::new(7),
        seat_7: AtomicU32::new(0), // tickets
        seat_8: AtomicU32::new(0),
    };
    harness::roles! { "A" => serve(&hall), "B" => serve(&hall) }
    verdict(hall)
}

/// Two cores. B works one step behind A: it finds at the instant at which A
/// marks, and the memory takes B's load first.
fn two_cores_load_first() -> &'static str {
    let hall = Hall {
        best: AtomicUsize::new(7),
        seat_7: AtomicU32::new(0), // tickets
        seat_8: AtomicU32::new(0),
    };
    harness::roles! { "A" => serve(&hall), "B" => serve(&hall) }
    verdict(hall)
}

/// Two cores. B works one step behind A: it finds at the instant at which A
/// marks, and the memory takes A's store first.
fn two_cores_store_first() -> &'static str {
    let hall = Hall {
        best: AtomicUsize::new(7),
        seat_7: AtomicU32::new(0), // tickets
        seat_8: AtomicU32::new(0),
    };
    harness::roles! { "A" => serve(&hall), "B" => serve(&hall) }
    verdict(hall)
}

/// Two cores. B finds and marks, then A does, and then both charge at the same
/// instant; the memory takes A's `fetch_add` first.
fn two_cores_charge_together() -> &'static str {
    let hall = Hall {
        best: AtomicUsize::new(7),
        seat_7: AtomicU32::new(0), // tickets
        seat_8: AtomicU32::new(0),
    };
    harness::roles! { "A" => serve(&hall), "B" => serve(&hall) }
    verdict(hall)
}

harness::answers! {
    schedule(oversold, ends: "seat 7 sold twice") => learner::SEAT_7_TWICE;
    result(one_core_switch_after_find, under: "B A A A B B")
        => said(learner::ONE_CORE_SWITCH_AFTER_FIND);
    result(one_core_switch_after_mark, under: "A A B B B A")
        => said(learner::ONE_CORE_SWITCH_AFTER_MARK);
    result(one_core_turns, under: "A B A B A B") => said(learner::ONE_CORE_TURNS);
    result(two_cores_load_first, under: "A B A A B B") => said(learner::TWO_CORES_LOAD_FIRST);
    result(two_cores_store_first, under: "A A B A B B") => said(learner::TWO_CORES_STORE_FIRST);
    result(two_cores_charge_together, under: "B B A A A B")
        => said(learner::TWO_CORES_CHARGE_TOGETHER);
}
