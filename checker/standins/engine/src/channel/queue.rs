//! Sending and receiving where the queue has room.

use super::{Channel, Message, Patience, Refusal, Slot};
use crate::action::{Action, Turn};
use crate::object::{Access, Place};
use crate::value::Value;
use facts::Effect;

impl<T> Channel<T> {
    fn has_room(&self) -> bool {
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
            self.state.borrow_mut().queue.push_back(Message { value, slot, offer: None });
            Ok(())
        })
    }

    /// The slot to put the next message into: the one freed longest ago, and
    /// whoever freed it comes before.
    fn empty_slot(&self, turn: &mut Turn<'_>, place: Place) -> Slot {
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
        turn.acted_beside([(&slot.object, Access::Wake), (&self.receivers.object, Access::Write)]);
        slot
    }

    pub(super) fn pop(
        &self,
        op: &'static str,
        patience: Patience,
        place: Place,
    ) -> Result<T, Refusal> {
        let early = self.runs_out_early(op, patience, place);
        let ready = || early || !self.state.borrow().queue.is_empty() || self.senders.are_gone();
        let action = Action::new(op, Effect::Receive, place);
        let mut action = action.naming(&self.object, self).on(&self.head, self, Access::Write);
        if patience != Patience::Forever {
            // Whether there was a message makes a difference.
            action = action.on(&self.object, self, Access::Read).on(
                &self.senders.object,
                self,
                Access::Write,
            );
        }
        if patience != Patience::None {
            action = action.when(&ready);
        }
        if patience == Patience::UntilTimePasses {
            action = action.or_time_passes();
        }
        action.take(|turn| {
            let message = self.state.borrow_mut().queue.pop_front();
            let Some(Message { value, mut slot, .. }) = message else {
                return Err(self.refuse_receiver(turn, early, patience));
            };
            turn.result(Value::of(&value));
            turn.learn(&slot.known);
            turn.acted_beside([(&slot.object, Access::Wake)]);
            if self.capacity.is_some() {
                slot.known = turn.know();
                self.state.borrow_mut().free.push_back(slot);
            }
            Ok(value)
        })
    }
}
