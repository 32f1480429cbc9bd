//! The real atomics of std's generic code: the counts of `Arc` and `Weak`.
//!
//! `Arc` is std's own, and what it counts is shared: whether `try_unwrap`
//! succeeds, and which thread runs a destructor, depends on whose turn comes.
//! So these operations take turns as a stand-in's do, but are not shown.
//!
//! Counting up and down is what every program with an `Arc` does all the time,
//! and nearly always the order makes no difference: two counts that do not
//! reach zero can be exchanged. That keeps a search as small as if `Arc` were
//! not seen at all, until somebody asks how many there are or is the last.

use super::{Quiet, is_watching};
use crate::action::Action;
use crate::atomic::{acquires, releases};
use crate::execution::{self, with};
use crate::object::Access;
use crate::turn::Turn;
use facts::Effect;
use std::ffi::c_int;
use std::panic::Location;
use std::sync::atomic::Ordering;

/// What an operation does, as far as its order with others can matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// One more owner.
    Up,
    /// One owner less: the last one is special.
    Down,
    /// Anything else.
    Other,
}

impl Count {
    /// `method` by `value`, at the place of a count: `Arc` keeps two, at the
    /// beginning of its block.
    pub fn of(method: &str, at: *const u8, value: u64) -> Self {
        if value != 1 || !is_watching() || !super::heap::has_count_at(at) {
            return Self::Other;
        }
        match method {
            "fetch_add" => Self::Up,
            "fetch_sub" => Self::Down,
            _ => Self::Other,
        }
    }

    fn access(self) -> Access {
        match self {
            Self::Up => Access::Increment,
            Self::Down => Access::Decrement,
            Self::Other => Access::Write,
        }
    }
}

/// LLVM's numbers for orderings; 1 is C's `consume`.
fn ordering(number: c_int) -> Ordering {
    match number {
        0 => Ordering::Relaxed,
        1 | 2 => Ordering::Acquire,
        3 => Ordering::Release,
        4 => Ordering::AcqRel,
        _ => Ordering::SeqCst,
    }
}

/// Does `f`, an operation on the atomic at `at`. It says whether it changed
/// the value, which `now` reads.
pub fn act(
    at: *const u8,
    order: c_int,
    count: Count,
    now: impl Fn() -> u64,
    f: impl FnOnce() -> bool,
) {
    if !is_watching() {
        f();
        return;
    }
    let _quiet = Quiet::new();
    if !execution::is_active() || !super::is_learners(at) {
        f();
        return;
    }
    let order = ordering(order);
    let index = with(|execution| {
        let index = execution.count_at(at.addr());
        execution.records[index].count = now();
        index
    });
    let accesses = [Some((index, count.access())), None, None];
    let action = Action::new(Action::UNSEEN, Effect::Other, Location::caller());
    action.with_accesses(accesses).at(at, size_of::<usize>()).take(|turn| {
        let is_last = now() == 1;
        let changed = f();
        turn.execution.records[index].count = now();
        match count {
            Count::Up => turn.counted(Access::Enter),
            Count::Down if !is_last => turn.counted(Access::Leave),
            Count::Down => turn.set_access(Access::Write),
            Count::Other if !changed => turn.only_looked_inside(),
            Count::Other => {}
        }
        synchronise(turn, index, order);
    });
}

/// Every value of a count is part of one release sequence: nothing but
/// read-modify-writes changes it while it is shared.
fn synchronise(turn: &mut Turn<'_>, index: usize, order: Ordering) {
    let sync = turn.execution.records[index].sync.clone();
    let thread = turn.execution.thread_mut();
    if acquires(order) {
        thread.known.join(&sync);
    } else {
        thread.fence_acquires.join(&sync);
    }
    if releases(order) {
        turn.release();
    } else if let Some(known) = thread.fence_releases.clone() {
        turn.execution.records[index].sync.join(&known);
    }
}

/// A fence of std's own code.
pub fn fence(order: c_int) {
    if is_watching() {
        let _quiet = Quiet::new();
        if execution::is_active() {
            with(|execution| crate::atomic::fence_unseen(execution, ordering(order)));
        }
    }
}
