//! Shared objects: their identity within an execution, and who touched them.

use crate::cell::Cell;
use crate::clock::{Clock, Knowledge};
use crate::execution::{self, Execution};
use crate::foresight::Early;
use std::panic::Location;

/// Where something is written in the source.
pub type Place = &'static Location<'static>;

/// What an operation does to an object, as far as the order of two operations
/// on it can matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Leaves the object as it is, and is not blocked by it.
    Read,
    /// A SeqCst load: takes its place in the single total order. See
    /// [`Record::effective`] for what that conflicts with.
    OrderedRead,
    Write,
    /// Takes the object; cannot run before whoever has it gives it back.
    Acquire,
    /// Gives the object back.
    Release,
    /// Enters the object beside others who only entered.
    Enter,
    /// Leaves again; the last one to leave makes room for an [`Acquire`](Self::Acquire).
    Leave,
    /// Goes on after a wakeup that has already happened.
    Wake,
    /// One more owner. See [`Record::effective`].
    Increment,
    /// One owner less.
    Decrement,
}

impl Access {
    /// Whether taking `next` before `done`, by another thread, could make a
    /// difference and could be done at all.
    pub fn races(next: Self, done: Self) -> bool {
        use Access::{Acquire, Enter, Leave, Read, Release, Wake};
        !matches!(
            (next, done),
            (Wake, _)
                | (_, Wake)
                | (Read | Enter | Leave, Read | Enter | Leave)
                | (Acquire, Release | Leave)
                | (Enter, Release)
        )
    }

    /// Whether two such operations can be exchanged with no difference.
    pub fn commutes(self) -> bool {
        matches!(self, Self::Read | Self::Enter | Self::Leave)
    }

    pub fn is_read(self) -> bool {
        matches!(self, Self::Read | Self::OrderedRead)
    }
}

/// What one action does, to three objects; few touch more.
pub type Accesses = [Option<(usize, Access)>; 3];

/// The last access of one kind by one thread.
#[derive(Debug, Clone, Copy)]
pub struct Touch {
    pub thread: usize,
    pub access: Access,
    /// The thread's own time of the access.
    pub time: u32,
    /// Position among all steps of the execution.
    pub order: usize,
    /// The state the step was taken in, if others could have been taken there.
    pub state: Option<usize>,
}

/// One store to an atomic, in modification order.
#[derive(Debug, Clone)]
pub struct Store {
    pub bits: u64,
    /// What an acquire load that reads this store learns.
    pub message: Option<Box<Knowledge>>,
    /// Its position in modification order, with room in between: a store that
    /// is executed later may come before it.
    pub stamp: u32,
    /// What its thread had seen of others' stores, as steps, this one included.
    pub saw: Clock,
    /// Whether it is the write of a read-modify-write: nothing comes between
    /// it and the store before it.
    pub modifies: bool,
}

/// Room between two stamps.
const ROOM: u32 = 1 << 10;

/// The engine's side of an object.
#[derive(Debug)]
pub struct Record {
    pub kind: &'static str,
    pub created: Place,
    /// Order in which accesses must stay for the execution to be the same.
    pub after_writes: Clock,
    pub after_all: Clock,
    pub touches: Vec<Touch>,
    /// What a thread learns that takes the object: handed on by release.
    pub sync: Knowledge,
    /// Counts changes of the object's value.
    pub version: u64,
    /// Counts changes of what a lock protects.
    pub contents: u64,
    pub holders: Vec<(usize, Place)>,
    /// Modification order, for an atomic.
    pub stores: Vec<Store>,
    /// The last relaxed load of each thread.
    pub early: Vec<Early>,
    /// How many owners there are, for a count.
    pub count: u64,
    /// Whether a store weaker than SeqCst was made: only then can a SeqCst
    /// load return anything but the newest value.
    pub weak_stores: bool,
}

impl Record {
    /// Enters a store as the newest. Returns its stamp.
    pub fn append(&mut self, bits: u64, message: Option<Box<Knowledge>>, modifies: bool) -> u32 {
        let stamp = self.stores.last().map_or(0, |last| last.stamp + ROOM);
        self.stores.push(Store { bits, message, stamp, saw: Clock::default(), modifies });
        stamp
    }

    /// The newest store.
    ///
    /// # Panics
    ///
    /// For what is no atomic: one has its initial value from the beginning.
    pub fn newest(&self) -> &Store {
        self.stores.last().expect("an atomic has a first value")
    }

    /// The position of the oldest store not older than `stamp`.
    pub fn position(&self, stamp: u32) -> usize {
        self.stores.partition_point(|store| store.stamp < stamp)
    }

    /// Where a store may enter the modification order before the newest, if it
    /// must come after the one with `stamp`: the positions it would have.
    pub fn earlier_places(&self, stamp: u32) -> impl Iterator<Item = usize> + '_ {
        (self.position(stamp) + 1..self.stores.len()).filter(|&at| {
            let (before, after) = (&self.stores[at - 1], &self.stores[at]);
            !after.modifies && after.stamp - before.stamp > 1
        })
    }

    /// Enters a store at one of the [`earlier_places`](Self::earlier_places).
    pub fn insert(&mut self, at: usize, bits: u64, message: Option<Box<Knowledge>>) -> u32 {
        let (before, after) = (self.stores[at - 1].stamp, self.stores[at].stamp);
        let stamp = before + (after - before) / 2;
        let (saw, modifies) = (Clock::default(), false);
        self.stores.insert(at, Store { bits, message, stamp, saw, modifies });
        stamp
    }
}

/// Where a stand-in lies in memory.
#[derive(Debug, Clone, Copy)]
pub struct Bytes {
    pub at: *const u8,
    pub count: usize,
}

impl Bytes {
    pub fn of<T: ?Sized>(whole: &T) -> Self {
        Self { at: std::ptr::from_ref(whole).cast(), count: size_of_val(whole) }
    }
}

/// A stand-in's handle to its [`Record`], valid in one execution and renewed
/// in the next.
#[derive(Debug)]
pub struct Object {
    execution: Cell<u64>,
    index: Cell<u32>,
    kind: Cell<&'static str>,
    created: Cell<Place>,
}

impl Object {
    /// `kind` is the type as the learner writes it.
    #[must_use]
    pub const fn new(kind: &'static str, created: Place) -> Self {
        let (kind, created) = (Cell::new(kind), Cell::new(created));
        Self { execution: Cell::new(0), index: Cell::new(0), kind, created }
    }

    /// The place the object was created.
    pub fn created(&self) -> Place {
        self.created.get()
    }

    /// Says what the object is, where only what it is a part of knows.
    pub fn describe(&self, kind: &'static str, created: Place) {
        self.kind.set(kind);
        self.created.set(created);
    }

    /// The index of the object in this execution, and whether it is new to it.
    /// `whole` is the stand-in this object is part of: where that is a static,
    /// its bytes are put back before the next execution.
    pub(crate) fn enter<T: ?Sized>(&self, execution: &mut Execution, whole: &T) -> (usize, bool) {
        self.enter_in(execution, Bytes::of(whole))
    }

    /// As [`enter`](Self::enter), whatever the type of the stand-in.
    pub(crate) fn enter_in(&self, execution: &mut Execution, whole: Bytes) -> (usize, bool) {
        if self.execution.get() == execution.number {
            return (self.index.get() as usize, false);
        }
        crate::statics::keep(whole.at, whole.count);
        let index = execution.register(Record::new(self.kind.get(), self.created.get()));
        self.execution.set(execution.number);
        self.index.set(u32::try_from(index).expect("an execution has few objects"));
        (index, true)
    }

    /// Whether the object has been used in the execution at hand.
    #[must_use]
    pub fn is_registered(&self) -> bool {
        execution::current_number() == Some(self.execution.get())
    }

    /// Forgets what happened to the object, as exclusive access allows: the
    /// next use registers it afresh.
    pub fn renew(&mut self) {
        self.execution.set(0);
    }
}
