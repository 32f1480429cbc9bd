//! The channel that std and `crossbeam` share: a queue with two ends.
//!
//! What conflicts, for the search: sends with sends and receives with receives,
//! which take place on the two objects of the channel; a send with a receive
//! only through the slot that both use. Ends that are dropped commute.

mod arm;
mod promise;
mod queue;
mod rendezvous;
mod select;

pub use arm::{ReceiveArm, SendArm};
pub use promise::Party;
pub use select::{Arm, Chosen, Selection, Want, select};

use promise::{Content, Guest, Promise, Taken};

use crate::action::Action;
use crate::cell::{Cell, RefCell};
use crate::clock::Knowledge;
use crate::object::{Access, Object, Place};
use crate::turn::Turn;
use crate::value::{Shape, Value};
use facts::Effect;
use std::collections::VecDeque;
use std::rc::Rc;

/// How long an operation waits for its chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// Now or not at all.
    None,
    /// Until nothing else can happen.
    UntilTimePasses,
    Forever,
}

/// Why an operation was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Full, or empty, and there was no patience.
    NotNow,
    TimeOver,
    /// Nobody is at the other end.
    Disconnected,
}

/// A queue with two ends.
pub struct Channel<T> {
    /// The channel in traces; where sends take place.
    object: Object,
    /// Where receives take place.
    head: Object,
    capacity: Option<usize>,
    senders: Ends,
    receivers: Ends,
    state: RefCell<State<T>>,
}

struct State<T> {
    queue: VecDeque<Message<T>>,
    /// Slots that a receiver has emptied.
    free: VecDeque<Slot>,
    /// How many slots there are.
    slots: usize,
    /// Receivers that wait to be handed a message, without capacity.
    waiting: usize,
    /// What they and those of `select`s knew as they began to wait.
    waiting_known: Knowledge,
    /// `select`s that wait for a message, without capacity.
    guests: Vec<Guest>,
    /// Messages that a `select` has found a place for and has yet to make.
    promises: Vec<Rc<Promise<T>>>,
    /// What a `select` has received and has yet to hand out.
    taken: Vec<(Rc<Party>, Taken<T>)>,
}

struct Message<T> {
    content: Content<T>,
    slot: Slot,
    /// Whom to tell that the message was taken, without capacity.
    offer: Option<Rc<Offer>>,
    /// The `select` that offers it among other things, and as which arm.
    by: Option<(Rc<Party>, usize)>,
}

impl<T> Message<T> {
    fn new(value: T, slot: Slot, offer: Option<Rc<Offer>>) -> Self {
        Self { content: Content::Here(value), slot, offer, by: None }
    }

    /// Whether nothing else became of the `select` that offers it.
    fn stands(&self) -> bool {
        self.by.as_ref().is_none_or(|(party, _)| party.is_free())
    }
}

/// The ends of one kind: how many are left, and where they are dropped.
struct Ends {
    object: Object,
    left: Cell<usize>,
    /// What those that were dropped knew.
    known: RefCell<Knowledge>,
}

impl Ends {
    const fn new(created: Place) -> Self {
        Self {
            object: Object::new("channel end", created),
            left: Cell::new(1),
            known: RefCell::new(Knowledge::new()),
        }
    }

    fn add(&self) {
        self.left.set(self.left.get() + 1);
    }

    fn are_gone(&self) -> bool {
        self.left.get() == 0
    }
}

/// A place in the queue, with what is known to whoever uses it next.
struct Slot {
    object: Object,
    known: Knowledge,
}

impl Slot {
    fn new(created: Place) -> Self {
        Self { object: Object::new("slot", created), known: Knowledge::default() }
    }
}

/// A message held out by a sender that waits.
struct Offer {
    object: Object,
    taken: Cell<bool>,
    known: RefCell<Knowledge>,
}

impl Offer {
    fn new(created: Place) -> Rc<Self> {
        let object = Object::new("offer", created);
        crate::cell::rc(Self { object, taken: Cell::new(false), known: RefCell::default() })
    }
}

impl<T> Channel<T> {
    /// A channel with one end of each kind.
    #[must_use]
    pub const fn new(capacity: Option<usize>, created: Place) -> Self {
        Self::named("channel", capacity, created)
    }

    /// As [`new`](Self::new), for what is a channel by another name.
    #[must_use]
    pub const fn named(kind: &'static str, capacity: Option<usize>, created: Place) -> Self {
        let state = State {
            queue: VecDeque::new(),
            free: VecDeque::new(),
            slots: 0,
            waiting: 0,
            waiting_known: Knowledge::new(),
            guests: Vec::new(),
            promises: Vec::new(),
            taken: Vec::new(),
        };
        Self {
            object: Object::new(kind, created),
            head: Object::new("channel head", created),
            capacity,
            senders: Ends::new(created),
            receivers: Ends::new(created),
            state: RefCell::new(state),
        }
    }

    /// Messages that there is room for; `None` for any number.
    pub fn capacity(&self) -> Option<usize> {
        self.capacity
    }

    /// Where the channel was made.
    pub fn created(&self) -> Place {
        self.object.created()
    }

    /// # Errors
    ///
    /// The message, and why it was not sent.
    pub fn send(
        &self,
        op: &'static str,
        value: T,
        patience: Patience,
        place: Place,
    ) -> Result<(), (T, Refusal)> {
        match self.capacity {
            Some(0) => self.hand_over(op, value, patience, place),
            _ => self.push(op, value, patience, place),
        }
    }

    /// # Errors
    ///
    /// Why there is no message.
    pub fn receive(
        &self,
        op: &'static str,
        patience: Patience,
        place: Place,
    ) -> Result<T, Refusal> {
        match self.capacity {
            Some(0) => self.take_over(op, patience, place),
            _ => self.pop(op, patience, place),
        }
    }

    /// How many messages are in the queue.
    pub fn len(&self, op: &'static str, place: Place) -> usize {
        Action::new(op, Effect::Read, place)
            .on(&self.object, self, Access::Read)
            .on(&self.head, self, Access::Read)
            .take(|turn| {
                let length = self.state.borrow().queue.len();
                let length = if self.capacity == Some(0) { 0 } else { length };
                turn.changed_nothing();
                turn.result(Value::new(length as u64, Shape::Unsigned));
                length
            })
    }

    /// Another sender is there.
    pub fn add_sender(&self) {
        self.senders.add();
    }

    /// Another receiver is there.
    pub fn add_receiver(&self) {
        self.receivers.add();
    }

    /// A sender is gone; the last one disconnects the channel.
    pub fn drop_sender(&self) {
        self.drop_end(&self.senders);
    }

    /// Returns what nobody will receive any more, for the caller to drop.
    #[must_use = "the messages are to be dropped outside of the engine"]
    pub fn drop_receiver(&self) -> Vec<T> {
        self.drop_end(&self.receivers);
        if !self.receivers.are_gone() {
            return Vec::new();
        }
        // What a sender still holds out is taken back by that sender.
        let mut state = self.state.borrow_mut();
        let held_out = self.capacity == Some(0);
        let rest = if held_out { VecDeque::new() } else { std::mem::take(&mut state.queue) };
        rest.into_iter().filter_map(|message| message.content.into_value()).collect()
    }

    fn drop_end(&self, ends: &Ends) {
        let action = Action::new("drop", Effect::Other, self.object.created());
        action.naming(&self.object, self).on(&ends.object, self, Access::Read).take(|turn| {
            ends.left.set(ends.left.get() - 1);
            let known = turn.know();
            ends.known.borrow_mut().join(&known);
            turn.made_progress();
        });
    }

    /// Whether time runs out before anything happens: an adversary's choice.
    /// What has happened by the time it counts is not refused.
    fn runs_out_early(&self, op: &'static str, patience: Patience, place: Place) -> bool {
        let action = Action::new(op, Effect::Wait, place).naming(&self.object, self);
        patience == Patience::UntilTimePasses && action.runs_out_early()
    }

    /// Why a receiver that found nothing gets nothing.
    fn refuse_receiver(&self, turn: &mut Turn<'_>, early: bool, patience: Patience) -> Refusal {
        turn.acted_beside([(&self.object, Access::Read), (&self.senders.object, Access::Write)]);
        self.refuse(turn, early, patience, &self.senders)
    }

    fn refuse(
        &self,
        turn: &mut Turn<'_>,
        early: bool,
        patience: Patience,
        others: &Ends,
    ) -> Refusal {
        turn.changed_nothing();
        let (refusal, text) = if others.are_gone() {
            turn.learn(&others.known.borrow());
            (Refusal::Disconnected, "disconnected")
        } else if patience == Patience::None {
            (Refusal::NotNow, if turn.step.effect == Effect::Send { "full" } else { "empty" })
        } else {
            turn.adversarial(early);
            (Refusal::TimeOver, "timeout")
        };
        turn.step.text = Some(text.into());
        refusal
    }
}
