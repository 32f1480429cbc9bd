//! Waiting for whichever of several channels is ready first.

use super::{Channel, Patience};
use crate::action::{Action, Turn};
use crate::object::{Access, Place};
use crate::value::Value;
use facts::Effect;

/// An end of a channel, whatever it carries.
pub trait Candidate {
    /// Whether an operation at this end would not wait.
    fn is_ready(&self) -> bool;
    fn name<'a>(&self, action: Action<'a>) -> Action<'a>;
    /// Looks, as a step of its own: what is ready depends on other threads.
    /// `then` runs within the step.
    fn look(&self, place: Place, then: &mut dyn FnMut(&mut Turn<'_>));
}

/// The receiving end (`false`) or the sending end (`true`) of a channel.
impl<T> Candidate for (&Channel<T>, bool) {
    fn is_ready(&self) -> bool {
        let (channel, sends) = *self;
        let queued = channel.state.borrow().queue.len();
        if sends {
            channel.receivers.are_gone()
                || channel.capacity.is_none_or(|capacity| queued < capacity)
        } else {
            channel.senders.are_gone() || queued > 0
        }
    }

    fn name<'a>(&self, action: Action<'a>) -> Action<'a> {
        action.naming(&self.0.object, self.0)
    }

    fn look(&self, place: Place, then: &mut dyn FnMut(&mut Turn<'_>)) {
        let (channel, sends) = *self;
        let (queue, ends) = if sends {
            (&channel.head, &channel.receivers.object)
        } else {
            (&channel.object, &channel.senders.object)
        };
        self.name(Action::new("select", Effect::Other, place))
            .on(queue, channel, Access::Read)
            .on(ends, channel, Access::Write)
            .take(|turn| {
                turn.changed_nothing();
                turn.result(Value::bool(self.is_ready()));
                then(turn);
            });
    }
}

/// The position of a candidate that is ready: each in turn, where there are
/// several. `None` where none is, once there is no patience left.
///
/// By the time it is used the candidate may be ready no more.
pub fn select(candidates: &[&dyn Candidate], patience: Patience, place: Place) -> Option<usize> {
    let ready = || candidates.iter().any(|candidate| candidate.is_ready());
    if patience != Patience::None {
        let action = Action::new("select", Effect::Wait, place).when(&ready);
        let action = match candidates.first() {
            Some(first) => first.name(action),
            None => action,
        };
        let action = if patience == Patience::Forever { action } else { action.or_time_passes() };
        action.take(|_| ());
    }
    let mut chosen = None;
    for (at, candidate) in candidates.iter().enumerate() {
        let is_last = at + 1 == candidates.len();
        candidate.look(place, &mut |turn| {
            if is_last {
                let ready: Vec<usize> =
                    (0..candidates.len()).filter(|&at| candidates[at].is_ready()).collect();
                chosen = (!ready.is_empty()).then(|| ready[turn.choose(ready.len())]);
            }
        });
    }
    chosen
}
