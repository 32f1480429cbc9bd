//! Sending and receiving without capacity: hand to hand.
//!
//! A sender holds its message out and waits until it is taken. A receiver says
//! that it waits, for `try_send` to know. A `select` does both for all its
//! arms, and whoever deals with one of them takes the others back.

use super::{
    Channel, Content, Guest, Message, Offer, Party, Patience, Refusal, Slot, State, Taken,
};
use crate::action::Action;
use crate::object::{Access, Place};
use crate::turn::Turn;
use crate::value::Value;
use facts::Effect;
use std::rc::Rc;

/// Who is to have a message that is not going to wait.
pub(super) enum Taker {
    /// Any receiver that waits; it takes the message out of the queue.
    Receiver,
    /// A `select`, as this arm.
    Guest(Rc<Party>, usize),
}

impl<T> State<T> {
    /// How many receivers, and which `select`s other than `but`, wait for more
    /// messages than are held out to them.
    fn takers(&self, but: Option<&Rc<Party>>) -> (usize, Vec<&Guest>) {
        let is_other = |party: &Rc<Party>| but.is_none_or(|but| !Rc::ptr_eq(but, party));
        let foreign = |message: &&Message<T>| {
            message.stands() && message.by.as_ref().is_none_or(|(party, _)| is_other(party))
        };
        let held_out = self.queue.iter().filter(foreign).count();
        let guests = self.guests.iter().filter(|guest| guest.party.is_free());
        let mut guests: Vec<&Guest> = guests.filter(|guest| is_other(&guest.party)).collect();
        if self.waiting + guests.len() <= held_out {
            guests.clear();
        }
        (self.waiting.saturating_sub(held_out), guests)
    }

    pub(super) fn has_taker(&self, but: Option<&Rc<Party>>) -> bool {
        let (receivers, guests) = self.takers(but);
        receivers > 0 || !guests.is_empty()
    }

    /// The position of the message to take next, offered by others than `but`.
    pub(super) fn next_offer(&self, but: Option<&Rc<Party>>) -> Option<usize> {
        let is_own = |message: &Message<T>| match (&message.by, but) {
            (Some((party, _)), Some(but)) => Rc::ptr_eq(party, but),
            _ => false,
        };
        self.queue.iter().position(|message| message.stands() && !is_own(message))
    }
}

impl<T> Channel<T> {
    /// One of those who wait: whoever came first has no advantage.
    pub(super) fn choose_taker(
        &self,
        turn: &mut Turn<'_>,
        but: Option<&Rc<Party>>,
    ) -> Option<Taker> {
        let state = self.state.borrow();
        let (receivers, guests) = state.takers(but);
        let ways = usize::from(receivers > 0) + guests.len();
        if ways == 0 {
            return None;
        }
        turn.learn(&state.waiting_known);
        let way = turn.choose(ways);
        Some(match way.checked_sub(usize::from(receivers > 0)) {
            None => Taker::Receiver,
            Some(at) => Taker::Guest(Rc::clone(&guests[at].party), guests[at].arm),
        })
    }

    /// Hands `content` to who waits for it.
    pub(super) fn give(&self, turn: &mut Turn<'_>, to: Taker, content: Content<T>, place: Place) {
        match to {
            Taker::Receiver => {
                let mut slot = Slot::new(place);
                slot.known = turn.know();
                let offer = Some(Offer::new(place));
                self.state.borrow_mut().queue.push_back(Message { content, slot, offer, by: None });
            }
            Taker::Guest(party, arm) => {
                party.claim(turn, arm);
                let taken = match content {
                    Content::Here(value) => Taken::Value(value),
                    Content::Promised(promise) => Taken::Promised(promise),
                };
                let mut state = self.state.borrow_mut();
                state.guests.retain(|guest| !Rc::ptr_eq(&guest.party, &party));
                state.taken.push((party, taken));
            }
        }
    }

    /// Takes the message at `at`; the one who offers it is told.
    pub(super) fn take_offer(&self, turn: &mut Turn<'_>, at: usize) -> Content<T> {
        let message = self.state.borrow_mut().queue.remove(at).expect("it was just found");
        let Message { content, slot, offer, by } = message;
        turn.learn(&slot.known);
        if let Some(offer) = offer {
            *offer.known.borrow_mut() = turn.know();
            offer.taken.set(true);
            turn.touch(&offer.object, Access::Wake);
        }
        if let Some((party, arm)) = by {
            party.claim(turn, arm);
        }
        content
    }

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
        if patience == Patience::None {
            return action.take(|turn| {
                turn.argument(Value::of(&value));
                let gone = self.receivers.are_gone();
                let taker = if gone { None } else { self.choose_taker(turn, None) };
                let Some(taker) = taker else {
                    return Err((value, self.refuse(turn, false, patience, &self.receivers)));
                };
                self.give(turn, taker, Content::Here(value), place);
                Ok(())
            });
        }
        let offer = action.take(|turn| {
            turn.argument(Value::of(&value));
            if self.receivers.are_gone() {
                return Err((value, self.refuse(turn, false, patience, &self.receivers)));
            }
            let mut slot = Slot::new(place);
            slot.known = turn.know();
            let offer = Offer::new(place);
            let message = Message::new(value, slot, Some(Rc::clone(&offer)));
            self.state.borrow_mut().queue.push_back(message);
            Ok(offer)
        })?;
        self.await_taker(op, &offer, patience, early, place)
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
            let Message { content, .. } = state.queue.remove(at).expect("it was just found");
            drop(state);
            let value = content.into_value().expect("a message held out is there");
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
                let known = turn.know();
                let mut state = self.state.borrow_mut();
                state.waiting += 1;
                state.waiting_known.join(&known);
                turn.made_progress();
            });
        }
        let ready =
            || early || self.state.borrow().next_offer(None).is_some() || self.senders.are_gone();
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
        let content = action.take(|turn| {
            let mut state = self.state.borrow_mut();
            state.waiting -= usize::from(patience != Patience::None);
            let next = state.next_offer(None);
            drop(state);
            let Some(next) = next else {
                let refusal = self.refuse_receiver(turn, early, patience);
                turn.set_access(Access::Write);
                return Err(refusal);
            };
            turn.touch_afresh();
            turn.touch(&self.object, Access::Write);
            let content = self.take_offer(turn, next);
            if let Content::Here(value) = &content {
                turn.result(Value::of(value));
            }
            Ok(content)
        })?;
        Ok(match content {
            Content::Here(value) => value,
            Content::Promised(promise) => self.await_promise(promise, place),
        })
    }
}
