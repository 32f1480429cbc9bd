//! Tables that are counted when they are dropped.

use harness::{deliberate_panic, expect_eq};
use learner::OnceInit;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};

/// Tables that were taken down.
static DROPPED: AtomicU32 = AtomicU32::new(0);

struct Table(u32);

impl Drop for Table {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, SeqCst);
    }
}

/// A place is dropped that nobody ever used: nothing is dropped with it.
fn nobody_asked() {
    drop(OnceInit::<Table>::new());
    expect_eq("tables dropped", DROPPED.load(SeqCst), 0);
}

/// A place is dropped after its value was made and read: the value is dropped
/// with it, and not before.
fn the_day_is_over() {
    let table = OnceInit::new();
    expect_eq("table", table.get_or_init(|| Table(42)).0, 42);
    expect_eq("table of the second ship", table.get_or_init(|| Table(43)).0, 42);
    expect_eq("tables dropped while the place is in use", DROPPED.load(SeqCst), 0);
    drop(table);
    expect_eq("tables dropped with the place", DROPPED.load(SeqCst), 1);
}

/// A place is dropped whose only `init` has panicked: there is no value to drop.
fn the_machine_jammed() {
    let table = OnceInit::<Table>::new();
    let jammed = catch_unwind(AssertUnwindSafe(|| {
        table.get_or_init(|| deliberate_panic());
    }));
    drop((jammed, table));
    expect_eq("tables dropped", DROPPED.load(SeqCst), 0);
}

/// A place that is there before `main`.
static TABLE: OnceInit<u32> = OnceInit::new();

fn shared<T: Sync>(_: &T) {}
fn sent<T: Send>(_: T) {}

/// A place can be a `static`, and be sent with a `Cell` in it.
fn what_may_be_shared() {
    shared(&TABLE);
    sent(OnceInit::<Cell<u32>>::new());
    expect_eq("table in the static", TABLE.get().copied(), None);
}

harness::cases![nobody_asked, the_day_is_over, the_machine_jammed, what_may_be_shared];
