//! Writes executions down: every step with its values and places.

use crate::action::Action;
use crate::clock::{Clock, Knowledge};
use crate::execution::Execution;
use crate::object::{Access, Place, Record, Touch};
use crate::thread::{Pending, Thread};
use crate::value::Value;
use facts::{Blocked, Effect, Held, Object, Trace};
use std::panic::Location;

/// A step as it is written down, cheap enough to be written always.
#[derive(Debug, Clone)]
pub struct Step {
    pub thread: usize,
    pub op: &'static str,
    pub object: Option<usize>,
    pub target: Option<usize>,
    pub argument: Value,
    pub result: Value,
    pub ordering: Option<&'static str>,
    pub effect: Effect,
    /// The newest value, where an older one was read.
    pub newest: Option<Value>,
    pub adversarial: bool,
    pub place: Place,
    /// Text in place of a value: what a panic said.
    pub text: Option<Box<str>>,
    /// The place, where it is known only from a backtrace.
    pub source: Option<Box<facts::Place>>,
}

impl Step {
    pub(crate) fn of(action: &Action<'_>, thread: usize) -> Self {
        Self {
            thread,
            op: action.op,
            object: action.object,
            target: action.target,
            argument: Value::NONE,
            result: Value::NONE,
            ordering: None,
            effect: action.effect,
            newest: None,
            adversarial: false,
            place: action.place,
            text: None,
            source: None,
        }
    }

    fn fact(&self) -> facts::Step {
        facts::Step {
            thread: self.thread,
            op: self.op.to_owned(),
            object: self.object,
            target: self.target,
            argument: self.argument.shown(),
            result: self.text.as_deref().map(str::to_owned).or_else(|| self.result.shown()),
            ordering: self.ordering.map(str::to_owned),
            effect: self.effect,
            newest: self.newest.map(|value| value.shown().unwrap_or_default()),
            adversarial: self.adversarial,
            place: self.source.as_deref().cloned().unwrap_or_else(|| place(self.place)),
        }
    }
}

/// A place as facts tell it.
pub fn place(place: &Location<'_>) -> facts::Place {
    facts::Place { file: place.file().to_owned(), line: place.line(), column: place.column() }
}

impl Record {
    /// A record of the engine's own, which no learner created.
    #[track_caller]
    pub fn anonymous(kind: &'static str) -> Self {
        Self::new(kind, Location::caller())
    }

    pub fn new(kind: &'static str, created: Place) -> Self {
        Self {
            kind,
            created,
            after_writes: Clock::default(),
            after_all: Clock::default(),
            touches: Vec::new(),
            sync: Knowledge::default(),
            version: 0,
            contents: 0,
            holders: Vec::new(),
            stores: Vec::new(),
            early: Vec::new(),
            count: 0,
            weak_stores: false,
        }
    }

    /// Where every store is SeqCst, a SeqCst load is like any other: it
    /// returns the newest value whatever was loaded before. Elsewhere it keeps
    /// later ones from older values, and that conflicts with any access.
    ///
    /// The owner who is the last to leave notices that the others have left;
    /// all before it can come and go in any order.
    pub fn effective(&self, access: Access) -> Access {
        match access {
            Access::OrderedRead if self.weak_stores => Access::Write,
            Access::OrderedRead => Access::Read,
            Access::Increment => Access::Enter,
            Access::Decrement if self.count == 1 => Access::Write,
            Access::Decrement => Access::Leave,
            access => access,
        }
    }

    pub fn touch(&mut self, touch: Touch) {
        let same =
            |known: &&mut Touch| known.thread == touch.thread && known.access == touch.access;
        match self.touches.iter_mut().find(same) {
            Some(known) => *known = touch,
            None => self.touches.push(touch),
        }
    }
}

/// The execution as a trace.
pub fn trace(execution: &Execution) -> Trace {
    let object = |record: &Record| Object {
        kind: record.kind.to_owned(),
        created: Some(place(record.created)),
    };
    let thread = |(name, spawned): &(Option<String>, Option<Place>)| facts::Thread {
        name: name.clone(),
        spawned: spawned.map(place),
    };
    Trace {
        threads: execution.roster.iter().map(thread).collect(),
        objects: execution.records.iter().map(object).collect(),
        steps: execution.steps.iter().map(Step::fact).collect(),
    }
}

/// Why `thread` cannot go on.
pub fn blocked(execution: &Execution, thread: &Thread, pending: &Pending) -> Blocked {
    let holders = pending.object.map(|object| &execution.records[object].holders);
    Blocked {
        thread: thread.serial,
        op: pending.op.to_owned(),
        object: pending.object,
        target: pending.target,
        holders: holders.into_iter().flatten().map(|(serial, _)| *serial).collect(),
        holds: thread.holds.iter().map(|&(object, at)| Held { object, place: place(at) }).collect(),
        place: place(pending.place),
    }
}
