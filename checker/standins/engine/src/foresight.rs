//! Load buffering: a relaxed load that returns a store executed after it.
//!
//! The engine executes stores before the loads that return them. C++20 allows
//! a cycle as well, in which each of two threads loads what the other stores
//! after its own load, and processors do it. So in a pass of its own a relaxed
//! load may *foresee* one of the values that were stored to the atomic in other
//! executions. The execution counts only if another thread then does store it,
//! with nothing that orders the load before the store; a store that came about
//! only because of the load's value is no such thing, and does not occur by
//! itself in any other execution. At most one load of an execution foresees.
//!
//! Stronger than C++20, as processors are: no acquire load and no
//! read-modify-write foresees, and none that a fence or a release store follows.
//! An address is not foreseen: what it was in another execution is not yet, or
//! no longer, the memory that it would be followed to.

use crate::execution::Execution;
use crate::numbered::Numbered;
use crate::object::{Place, Record};
use crate::turn::Turn;
use std::ptr;

/// What was stored to the atomics created at each place.
pub type Stored = Numbered<Vec<u64>>;

/// Values kept for each place.
const MOST: usize = 8;

/// A load that foresaw, and what must come true.
#[derive(Debug)]
pub struct Foresight {
    object: usize,
    bits: u64,
    reader: usize,
    /// The reader's own time of the load.
    time: u32,
    state: State,
}

#[derive(Debug, PartialEq, Eq)]
enum State {
    Open,
    ComeTrue,
    /// It cannot come true any more.
    Spoilt,
}

/// A relaxed load that might have foreseen a later store.
#[derive(Debug, Clone, Copy)]
pub struct Early {
    reader: usize,
    time: u32,
    order: u32,
}

fn key(created: Place) -> usize {
    ptr::from_ref(created).addr()
}

impl Execution {
    /// Whether what was foreseen, if anything was, came true.
    pub(crate) fn came_true(&self) -> bool {
        self.foresight.as_ref().is_none_or(|f| f.state == State::ComeTrue)
    }

    /// The current thread does something after which nothing can come true that
    /// it foresaw: a fence, a release, or another look at the object.
    pub(crate) fn spoil(&mut self, object: Option<usize>) {
        let slot = self.slot();
        if let Some(foresight) = &mut self.foresight
            && foresight.reader == slot
            && foresight.state == State::Open
            && object.is_none_or(|object| object == foresight.object)
        {
            foresight.state = State::Spoilt;
        }
    }

    fn time_now(&self) -> u32 {
        u32::try_from(self.steps.len()).expect("an execution has few steps")
    }
}

/// A relaxed load is about to be made: the value it foresees, if it does.
pub fn foresee(turn: &mut Turn<'_>, object: usize) -> Option<u64> {
    let execution = &mut *turn.execution;
    let (reader, order) = (execution.slot(), execution.time_now());
    let time = execution.thread().known.clock.get(reader) + 1;
    let record = &mut execution.records[object];
    record.early.retain(|early| early.reader != reader);
    record.early.push(Early { reader, time, order });
    if !execution.foresees || execution.foresight.is_some() {
        return None;
    }
    let values = open_values(&execution.stored, &execution.records[object]);
    let nth = turn.choose_rarely(values.len() + 1).checked_sub(1)?;
    let bits = values[nth];
    turn.execution.foresight = Some(Foresight { object, bits, reader, time, state: State::Open });
    turn.execution.adversarial += 1;
    turn.step.adversarial = true;
    Some(bits)
}

/// Values stored in other executions and not in this one so far.
fn open_values(stored: &Stored, record: &Record) -> Vec<u64> {
    let known = stored.get(&key(record.created)).into_iter().flatten().copied();
    known.filter(|bits| record.stores.iter().all(|store| store.bits != *bits)).collect()
}

/// Whether it is an address of a process of 64 bits, with a tag above it or not.
fn may_be_address(bits: u64) -> bool {
    (1 << 32..1 << 47).contains(&(bits & ((1 << 48) - 1)))
}

/// The current thread stored `bits` under `stamp`.
pub fn stored(execution: &mut Execution, object: usize, bits: u64, stamp: u32) {
    execution.spoil(Some(object));
    let (writer, order) = (execution.slot(), execution.time_now());
    let known = execution.thread().known.clock;
    let saw = execution.thread().saw;
    execution.thread_mut().saw.reach(writer, order);
    if !execution.foresees {
        // While loads foresee, the same load must have the same choices.
        let created = execution.records[object].created;
        let values = execution.stored.entry(key(created)).or_default();
        if !values.contains(&bits) && values.len() < MOST && !may_be_address(bits) {
            values.push(bits);
        }
    }
    // A cycle is possible where the writer has seen what the reader stored
    // after its load, and yet does not come after the load.
    let in_cycle = |early: &Early| {
        early.reader != writer
            && saw.get(early.reader) > early.order
            && known.get(early.reader) < early.time
    };
    let useful = execution.records[object].early.iter().any(in_cycle);
    execution.foresight_useful |= useful;
    let Some(foresight) = &mut execution.foresight else { return };
    let comes_true = foresight.state == State::Open
        && (foresight.object, foresight.bits) == (object, bits)
        && foresight.reader != writer
        && known.get(foresight.reader) < foresight.time;
    if comes_true {
        foresight.state = State::ComeTrue;
        let reader = foresight.reader;
        execution.thread_at(reader).known.view.raise(object, stamp);
    }
}
