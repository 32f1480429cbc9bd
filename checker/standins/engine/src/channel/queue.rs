//! Sending and receiving where the queue has room.

use super::{Channel, Message, Patience, Refusal, Slot};
use crate::action::Action;
use crate::object::{Access, Place};
use crate::turn::Turn;
use crate::value::Value;
use facts::Effect;

impl<T> Channel<T> {
    pub(super) fn has_room(&self) -> bool {
        self.capacity.is_none_or(|capacity| self.state.borrow().queue.len() < capacity)
    }

    pub(super) fn push(
        &self,
        op: &'static str,
        value: T,
        patience: Patience,
        place: Place,
    ) -> Result<(), (T, Refusal)> {
        let early = self.runs_out_early(op, patience, place);
        let ready = || early || self.has_room() || self.receivers.are_gone();
        let action = Action::new(op, Effect::Send, place).on(&self.object, self, Access::Write);
        let mut action = action.on(&self.receivers.object, self, Access::Write);
        if patience != Patience::Forever && self.capacity.is_some() {
            // Whether there was room makes a difference.
            action = action.on(&self.head, self, Access::Read);
        }
        if patience != Patience::None {
            action = action.when(&ready);
        }
        if patience == Patience::UntilTimePasses {
            action = action.or_time_passes();
        }
        action.take(|turn| {
            turn.argument(Value::of(&value));
            if self.receivers.are_gone() || !self.has_room() {
                return Err((value, self.refuse(turn, early, patience, &self.receivers)));
            }
            let mut slot = self.empty_slot(turn, place);
            slot.known = turn.know();
            self.state.borrow_mut().queue.push_back(Message::new(value, slot, None));
            Ok(())
        })
    }

    /// Sends without waiting; where there is no room, the message sent longest
    /// ago makes room, and is returned.
    pub fn push_out(&self, op: &'static str, value: T, place: Place) -> Option<T> {
        let action = Action::new(op, Effect::Send, place).on(&self.object, self, Access::Write).on(
            &self.head,
            self,
            Access::Write,
        );
        action.take(|turn| {
            turn.argument(Value::of(&value));
            let full = !self.has_room();
            turn.touch_afresh();
            turn.touch(&self.object, Access::Write);
            turn.touch(&self.head, if full { Access::Write } else { Access::Read });
            let pushed_out = if full { self.pop_front(turn) } else { None };
            let mut slot = self.reuse_slot(turn, place);
            turn.touch(&slot.object, Access::Wake);
            slot.known = turn.know();
            self.state.borrow_mut().queue.push_back(Message::new(value, slot, None));
            pushed_out
        })
    }

    /// The slot to put the next message into: the one freed longest ago, and
    /// whoever freed it comes before.
    fn empty_slot(&self, turn: &mut Turn<'_>, place: Place) -> Slot {
        let slot = self.reuse_slot(turn, place);
        turn.acted_beside([(&slot.object, Access::Wake), (&self.receivers.object, Access::Write)]);
        slot
    }

    pub(super) fn reuse_slot(&self, turn: &mut Turn<'_>, place: Place) -> Slot {
        let mut state = self.state.borrow_mut();
        let slot = match self.capacity {
            Some(capacity) if state.slots == capacity => state.free.pop_front(),
            _ => None,
        };
        let slot = slot.unwrap_or_else(|| {
            state.slots += 1;
            Slot::new(place)
        });
        turn.learn(&slot.known);
        slot
    }

    /// Whether a receiver can tell how things stand: a message, or none.
    pub(super) fn is_decided(&self) -> bool {
        self.state.borrow().queue.front().is_none_or(|message| message.content.is_here())
    }

    pub(super) fn has_message(&self) -> bool {
        self.state.borrow().queue.front().is_some_and(|message| message.content.is_here())
    }

    /// Whether nobody will ever send again.
    pub(super) fn has_ended(&self) -> bool {
        self.senders.are_gone() && self.state.borrow().queue.is_empty()
    }

    /// The message sent longest ago, out of its slot, which is free again.
    /// What that touches is added to what the turn touches.
    pub(super) fn pop_front(&self, turn: &mut Turn<'_>) -> Option<T> {
        let Message { content, mut slot, .. } = self.state.borrow_mut().queue.pop_front()?;
        turn.learn(&slot.known);
        turn.touch(&slot.object, Access::Wake);
        let value = content.take(turn);
        if self.capacity.is_some() {
            slot.known = turn.know();
            self.state.borrow_mut().free.push_back(slot);
        }
        Some(value)
    }

    pub(super) fn pop(
        &self,
        op: &'static str,
        patience: Patience,
        place: Place,
    ) -> Result<T, Refusal> {
        let early = self.runs_out_early(op, patience, place);
        let patient = patience != Patience::None;
        let ready = || match patient {
            true => early || self.has_message() || self.has_ended(),
            false => self.is_decided(),
        };
        let action = Action::new(op, Effect::Receive, place).when(&ready);
        let mut action = action.naming(&self.object, self).on(&self.head, self, Access::Write);
        if patience != Patience::Forever {
            // Whether there was a message makes a difference.
            action = action.on(&self.object, self, Access::Read).on(
                &self.senders.object,
                self,
                Access::Write,
            );
        }
        if patience == Patience::UntilTimePasses {
            action = action.or_time_passes();
        }
        action.take(|turn| {
            if !self.has_message() {
                return Err(self.refuse_receiver(turn, early, patience));
            }
            turn.touch_afresh();
            turn.touch(&self.head, Access::Write);
            let value = self.pop_front(turn).expect("there is a message");
            turn.result(Value::of(&value));
            Ok(value)
        })
    }
}
