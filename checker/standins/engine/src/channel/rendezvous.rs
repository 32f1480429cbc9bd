//! Sending and receiving without capacity: hand to hand.
//!
//! A sender holds its message out and waits until it is taken. A receiver says
//! that it waits, for `try_send` to know.

use super::{Channel, Message, Offer, Patience, Refusal, Slot};
use crate::action::Action;
use crate::object::{Access, Place};
use crate::value::Value;
use facts::Effect;
use std::rc::Rc;

impl<T> Channel<T> {
    pub(super) fn hand_over(
        &self,
        op: &'static str,
        value: T,
        patience: Patience,
        place: Place,
    ) -> Result<(), (T, Refusal)> {
        let early = self.runs_out_early(op, patience, place);
        let action = Action::new(op, Effect::Send, place).on(&self.object, self, Access::Write);
        let mut action = action.on(&self.receivers.object, self, Access::Write);
        if patience == Patience::None {
            action = action.on(&self.head, self, Access::Write);
        }
        let offer = action.take(|turn| {
            turn.argument(Value::of(&value));
            let mut state = self.state.borrow_mut();
            let unwanted = patience == Patience::None && state.waiting <= state.queue.len();
            if unwanted || self.receivers.are_gone() {
                drop(state);
                return Err((value, self.refuse(turn, false, patience, &self.receivers)));
            }
            let mut slot = Slot::new(place);
            slot.known = turn.know();
            let offer = Offer::new(place);
            state.queue.push_back(Message { value, slot, offer: Some(Rc::clone(&offer)) });
            Ok(offer)
        })?;
        match patience {
            Patience::None => Ok(()),
            _ => self.await_taker(op, &offer, patience, early, place),
        }
    }

    /// Waits until the offer is taken, or takes it back.
    fn await_taker(
        &self,
        op: &'static str,
        offer: &Rc<Offer>,
        patience: Patience,
        early: bool,
        place: Place,
    ) -> Result<(), (T, Refusal)> {
        let ready = || early || offer.taken.get() || self.receivers.are_gone();
        let mut action = Action::new(op, Effect::Send, place)
            .naming(&self.object, self)
            .on(&offer.object, &**offer, Access::Wake)
            .when(&ready);
        if patience == Patience::UntilTimePasses {
            // Whether it was taken by then makes a difference.
            action = action.on(&self.object, self, Access::Write).or_time_passes();
        }
        action.take(|turn| {
            if offer.taken.get() {
                turn.call_it("wake", Effect::Wake);
                turn.acted_beside([]);
                turn.learn(&offer.known.borrow());
                return Ok(());
            }
            turn.acted_beside([
                (&self.object, Access::Write),
                (&self.receivers.object, Access::Write),
            ]);
            let mut state = self.state.borrow_mut();
            let mine = |message: &Message<T>| {
                message.offer.as_ref().is_some_and(|other| Rc::ptr_eq(other, offer))
            };
            let at = state.queue.iter().position(mine).expect("it was not taken");
            let Message { value, .. } = state.queue.remove(at).expect("it was just found");
            drop(state);
            Err((value, self.refuse(turn, early, patience, &self.receivers)))
        })
    }

    pub(super) fn take_over(
        &self,
        op: &'static str,
        patience: Patience,
        place: Place,
    ) -> Result<T, Refusal> {
        let early = self.runs_out_early(op, patience, place);
        if patience != Patience::None {
            let action = Action::new(op, Effect::Wait, place).naming(&self.object, self);
            action.on(&self.head, self, Access::Read).take(|turn| {
                self.state.borrow_mut().waiting += 1;
                turn.made_progress();
            });
        }
        let ready = || early || !self.state.borrow().queue.is_empty() || self.senders.are_gone();
        let mut action =
            Action::new(op, Effect::Receive, place).on(&self.object, self, Access::Write);
        if patience != Patience::None {
            action = action.when(&ready);
        }
        if patience != Patience::Forever {
            action = action.on(&self.senders.object, self, Access::Write);
        }
        if patience == Patience::UntilTimePasses {
            action = action.or_time_passes();
        }
        action.take(|turn| {
            let mut state = self.state.borrow_mut();
            state.waiting -= usize::from(patience != Patience::None);
            let message = state.queue.pop_front();
            drop(state);
            let Some(Message { value, slot, offer }) = message else {
                let refusal = self.refuse_receiver(turn, early, patience);
                turn.set_access(Access::Write);
                return Err(refusal);
            };
            turn.result(Value::of(&value));
            turn.learn(&slot.known);
            let offer = offer.expect("without capacity every message is held out");
            *offer.known.borrow_mut() = turn.know();
            offer.taken.set(true);
            turn.acted_beside([(&offer.object, Access::Wake)]);
            Ok(value)
        })
    }
}
