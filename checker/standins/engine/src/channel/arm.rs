//! The two ends of a channel as arms of a `select`.

use super::select::Arm;
use super::{Channel, Content, Guest, Message, Party, Promise, Slot, Taken};
use crate::object::{Access, Object, Place};
use crate::turn::Turn;
use crate::value::Value;
use facts::Effect;
use std::rc::Rc;

/// A receive. [`Channel::collect`] hands out what was received.
pub struct ReceiveArm<'a, T>(pub &'a Channel<T>);

/// A send. [`Channel::keep_promise`] says what was sent.
pub struct SendArm<'a, T>(pub &'a Channel<T>);

impl<T> Arm for ReceiveArm<'_, T> {
    fn is_ready(&self, me: &Rc<Party>) -> bool {
        let channel = self.0;
        match channel.capacity {
            Some(0) => {
                channel.senders.are_gone() || channel.state.borrow().next_offer(Some(me)).is_some()
            }
            _ => channel.has_message() || channel.has_ended(),
        }
    }

    fn is_decided(&self) -> bool {
        self.0.capacity == Some(0) || self.0.is_decided()
    }

    fn is_spent(&self) -> bool {
        self.0.has_ended()
    }

    fn touches(&self) -> Vec<(&Object, Access)> {
        let Channel { object, head, senders, .. } = self.0;
        let queue = if self.0.capacity == Some(0) { Access::Write } else { Access::Read };
        vec![(object, queue), (head, Access::Write), (&senders.object, Access::Write)]
    }

    fn misses(&self) -> Vec<(&Object, Access)> {
        let Channel { object, head, senders, .. } = self.0;
        vec![(object, Access::Read), (head, Access::Read), (&senders.object, Access::Write)]
    }

    fn enlists(&self) -> Option<(&Object, Access)> {
        (self.0.capacity == Some(0)).then_some((&self.0.head, Access::Read))
    }

    fn enlist(&self, turn: &mut Turn<'_>, me: &Rc<Party>, arm: usize, _: Place) {
        if self.0.capacity == Some(0) {
            let known = turn.know();
            let mut state = self.0.state.borrow_mut();
            state.guests.push(Guest { party: Rc::clone(me), arm });
            state.waiting_known.join(&known);
        }
    }

    fn leave(&self, me: &Rc<Party>) {
        let mut state = self.0.state.borrow_mut();
        state.guests.retain(|guest| !Rc::ptr_eq(&guest.party, me));
    }

    fn act(&self, turn: &mut Turn<'_>, me: &Rc<Party>, _: Place) {
        let channel = self.0;
        turn.name(&channel.object);
        turn.call_it("select", Effect::Receive);
        let content = match channel.capacity {
            Some(0) => {
                turn.touch(&channel.object, Access::Write);
                let next = channel.state.borrow().next_offer(Some(me));
                next.map(|next| channel.take_offer(turn, next))
            }
            _ if channel.has_message() => {
                turn.touch(&channel.head, Access::Write);
                channel.pop_front(turn).map(Content::Here)
            }
            _ => None,
        };
        let taken = match content {
            Some(Content::Here(value)) => {
                turn.result(Value::of(&value));
                Taken::Value(value)
            }
            Some(Content::Promised(promise)) => Taken::Promised(promise),
            None => {
                for (object, access) in self.misses() {
                    turn.touch(object, access);
                }
                turn.learn(&channel.senders.known.borrow());
                turn.says("disconnected");
                Taken::Disconnected
            }
        };
        channel.state.borrow_mut().taken.push((Rc::clone(me), taken));
    }
}

impl<T> Arm for SendArm<'_, T> {
    fn is_ready(&self, me: &Rc<Party>) -> bool {
        let channel = self.0;
        channel.receivers.are_gone()
            || match channel.capacity {
                Some(0) => channel.state.borrow().has_taker(Some(me)),
                _ => channel.has_room(),
            }
    }

    fn is_spent(&self) -> bool {
        self.0.receivers.are_gone()
    }

    fn touches(&self) -> Vec<(&Object, Access)> {
        let Channel { object, head, receivers, .. } = self.0;
        let head_access = if self.0.capacity == Some(0) { Access::Write } else { Access::Read };
        vec![(object, Access::Write), (head, head_access), (&receivers.object, Access::Write)]
    }

    fn misses(&self) -> Vec<(&Object, Access)> {
        let Channel { object, head, receivers, .. } = self.0;
        let head_access = if self.0.capacity == Some(0) { Access::Write } else { Access::Read };
        vec![(object, Access::Read), (head, head_access), (&receivers.object, Access::Write)]
    }

    fn enlists(&self) -> Option<(&Object, Access)> {
        (self.0.capacity == Some(0)).then_some((&self.0.object, Access::Write))
    }

    fn enlist(&self, turn: &mut Turn<'_>, me: &Rc<Party>, arm: usize, place: Place) {
        if self.0.capacity == Some(0) {
            let mut slot = Slot::new(place);
            slot.known = turn.know();
            let promise = Promise::new(me, place);
            let (content, by) =
                (Content::Promised(Rc::clone(&promise)), Some((Rc::clone(me), arm)));
            let mut state = self.0.state.borrow_mut();
            state.queue.push_back(Message { content, slot, offer: None, by });
            state.promises.push(promise);
        }
    }

    /// Only a promise that counts is left.
    fn leave(&self, me: &Rc<Party>) {
        if self.0.capacity != Some(0) {
            return;
        }
        let is_mine = |message: &Message<T>| {
            message.by.as_ref().is_some_and(|(party, _)| Rc::ptr_eq(party, me))
        };
        let mut state = self.0.state.borrow_mut();
        while let Some(at) = state.queue.iter().position(is_mine) {
            let Some(Message { content: Content::Promised(unused), .. }) = state.queue.remove(at)
            else {
                continue;
            };
            state.promises.retain(|promise| !Rc::ptr_eq(promise, &unused));
        }
    }

    fn act(&self, turn: &mut Turn<'_>, me: &Rc<Party>, place: Place) {
        let channel = self.0;
        turn.name(&channel.object);
        turn.call_it("select", Effect::Other);
        if channel.receivers.are_gone() {
            for (object, access) in self.misses() {
                turn.touch(object, access);
            }
            turn.learn(&channel.receivers.known.borrow());
            turn.says("disconnected");
            return;
        }
        turn.touch(&channel.object, Access::Write);
        turn.touch(&channel.receivers.object, Access::Write);
        let promise = Promise::new(me, place);
        let content = Content::Promised(Rc::clone(&promise));
        if channel.capacity == Some(0) {
            turn.touch(&channel.head, Access::Write);
            let taker = channel.choose_taker(turn, Some(me)).expect("somebody waits");
            channel.give(turn, taker, content, place);
        } else {
            let mut slot = channel.reuse_slot(turn, place);
            turn.touch(&slot.object, Access::Wake);
            slot.known = turn.know();
            let message = Message { content, slot, offer: None, by: None };
            channel.state.borrow_mut().queue.push_back(message);
        }
        channel.state.borrow_mut().promises.push(promise);
    }
}
