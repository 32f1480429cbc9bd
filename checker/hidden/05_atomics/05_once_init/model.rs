//! Ships that need the tide table.

use harness::{deliberate_panic, expect, expect_eq};
use learner::OnceInit;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Two ships ask for the table at the same time: it is computed once, and both
/// read it.
fn two_ships() {
    let table = OnceInit::new();
    let computed = AtomicU32::new(0);
    let compute = || {
        computed.fetch_add(1, Relaxed);
        vec![42, 7]
    };
    let (mut ferry, mut tug) = (0, 0);
    harness::roles! {
        "ferry" => ferry = table.get_or_init(compute)[0],
        "tug" => tug = table.get_or_init(compute)[0]
    }
    expect_eq("tables computed", computed.load(Relaxed), 1);
    expect_eq("tides that ferry and tug read", [ferry, tug], [42, 42]);
}

/// A pilot looks at the board while a ship has the table computed: there is no
/// table yet, or the whole of it.
fn pilot_looks_at_the_board() {
    let table = OnceInit::new();
    let mut seen = None;
    harness::roles! {
        "ferry" => table.get_or_init(|| 42),
        "pilot" => seen = table.get().copied()
    }
    expect_eq("table that the pilot reads", seen.unwrap_or(42), 42);
    expect_eq("table on the board", table.get(), Some(&42));
}

/// The clerk looks at the board while his machine is running: there is no
/// table, and he does not wait for himself.
fn clerk_looks_while_the_machine_runs() {
    let table = OnceInit::new();
    let mut was_empty = true;
    let read = table.get_or_init(|| {
        was_empty = table.get().is_none();
        vec![42, 7]
    });
    expect("empty board while the machine runs", was_empty);
    expect_eq("first tide of the table", read[0], 42);
}

/// The machine jams for the ferry, if she is the one to start it. The tug has a
/// table all the same, computed by her own attempt.
fn machine_jams() {
    let table = OnceInit::new();
    let mut tug = 0;
    harness::roles! {
        "ferry" => {
            let jammed = catch_unwind(AssertUnwindSafe(|| {
                table.get_or_init(|| deliberate_panic());
            }));
            drop(jammed);
        },
        "tug" => tug = *table.get_or_init(|| 42)
    }
    expect_eq("table that the tug reads", tug, 42);
    expect_eq("table on the board", table.get(), Some(&42));
}

/// The machine jams at its only start: the board is as empty as before, and the
/// next ship has the table computed.
fn machine_jams_once() {
    let table = OnceInit::new();
    let jammed = catch_unwind(AssertUnwindSafe(|| {
        table.get_or_init(|| deliberate_panic());
    }));
    expect("panic that goes on to who started the machine", jammed.is_err());
    expect_eq("table on the board after that", table.get(), None);
    expect_eq("table of the next ship", *table.get_or_init(|| 42), 42);
}

harness::models![
    two_ships,
    pilot_looks_at_the_board,
    clerk_looks_while_the_machine_runs,
    machine_jams,
    machine_jams_once
];
