//! Waiting for whichever of several operations is ready first, and doing it.
//!
//! Looking, choosing and doing are one step. Arms that were ready and were not
//! chosen make no difference to anybody; those that were not ready do.

use super::{Party, Patience};
use crate::action::Action;
use crate::object::{Access, Object, Place};
use crate::turn::Turn;
use facts::Effect;
use std::rc::Rc;

/// An operation on a channel that a `select` may choose.
pub trait Arm {
    /// Whether the operation would not wait. `me` does not deal with itself.
    fn is_ready(&self, me: &Rc<Party>) -> bool;
    /// Whether anybody can tell: a message whose place is taken may be in the
    /// making.
    fn is_decided(&self) -> bool {
        true
    }
    /// Whether time alone can make it ready: see [`Selection::as_time_passes`].
    fn is_timed(&self) -> bool {
        false
    }
    /// Whether all it can tell is that the other end is gone, for ever.
    fn is_spent(&self) -> bool {
        false
    }
    /// Whether it is ready again and again though nobody does anything, so that
    /// a loop around it gets nowhere.
    fn comes_by_itself(&self) -> bool {
        false
    }
    /// What the operation touches if it is done.
    fn touches(&self) -> Vec<(&Object, Access)>;
    /// What it was that was found not to be ready.
    fn misses(&self) -> Vec<(&Object, Access)>;
    /// Waits in the channel to be dealt with by others, as arm number `arm` of
    /// `me`, where others could not go on otherwise.
    fn enlist(&self, _turn: &mut Turn<'_>, _me: &Rc<Party>, _arm: usize, _place: Place) {}
    /// What `enlist` touches.
    fn enlists(&self) -> Option<(&Object, Access)> {
        None
    }
    /// What it takes to leave again.
    fn leaves(&self) -> Option<(&Object, Access)> {
        self.enlists()
    }
    /// Is not waiting any more.
    fn leave(&self, _me: &Rc<Party>) {}
    /// Does the operation, which is ready. Its result is kept for `me`.
    fn act(&self, turn: &mut Turn<'_>, me: &Rc<Party>, place: Place);
}

/// What a selection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    /// To do one of the operations.
    Operation,
    /// To know which one is ready.
    Readiness,
}

/// A selection to be made.
pub struct Selection<'a> {
    pub arms: &'a [&'a dyn Arm],
    pub patience: Patience,
    pub want: Want,
    /// Whether the first that is ready is the one, rather than any.
    pub biased: bool,
    /// What becomes ready when time passes, before the selection gives up.
    pub as_time_passes: &'a dyn Fn(),
    pub place: Place,
}

/// What a selection came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// The arm at this position.
    Arm(usize),
    /// None was ready, and there was no patience left.
    Nothing,
}

/// Makes the selection; what came of an operation is kept for `me`.
pub fn select(selection: &Selection<'_>, me: &Rc<Party>) -> Chosen {
    let Selection { arms, patience, .. } = *selection;
    let patient = patience != Patience::None;
    let timed =
        patience == Patience::UntilTimePasses || (patient && arms.iter().any(|arm| arm.is_timed()));
    let early = timed && selection.action().runs_out_early();
    if patient && selection.want == Want::Operation {
        selection.enlist(me);
    }
    let ready = || match patient {
        true => early || !me.is_free() || arms.iter().any(|arm| arm.is_ready(me)),
        false => arms.iter().all(|arm| arm.is_decided()),
    };
    let mut action = selection.action().when(&ready);
    for (object, access) in arms.iter().flat_map(|arm| arm.touches()) {
        action = action.on(object, object, access);
    }
    if timed {
        action = action.or_time_passes();
    }
    let chosen = action.take(|turn| {
        turn.touch_afresh();
        if early || turn.timed_out() {
            (selection.as_time_passes)();
        }
        selection.choose(turn, me, early)
    });
    for arm in arms {
        arm.leave(me);
    }
    if chosen == Chosen::Nothing && patience == Patience::Forever {
        // Time passed for what somebody else was faster to take.
        return select(selection, me);
    }
    chosen
}

impl<'a> Selection<'a> {
    fn action(&self) -> Action<'a> {
        let action = Action::new("select", Effect::Wait, self.place);
        match self.arms.iter().find_map(|arm| arm.touches().first().copied()) {
            Some((object, _)) => action.naming(object, object),
            None => action,
        }
    }

    fn enlist(&self, me: &Rc<Party>) {
        let mut action = self.action();
        let mut enlists = false;
        for (object, access) in self.arms.iter().filter_map(|arm| arm.enlists()) {
            action = action.on(object, object, access);
            enlists = true;
        }
        if !enlists {
            return;
        }
        action.take(|turn| {
            for (at, arm) in self.arms.iter().enumerate() {
                arm.enlist(turn, me, at, self.place);
                if let Some((object, access)) = arm.leaves() {
                    let index = turn.index(object);
                    me.leaves.borrow_mut().push((index, access));
                }
            }
            turn.made_way();
        });
    }

    fn choose(&self, turn: &mut Turn<'_>, me: &Rc<Party>, early: bool) -> Chosen {
        if let Some(arm) = me.chosen() {
            me.learn(turn);
            turn.call_it("wake", Effect::Wake);
            turn.made_progress();
            return Chosen::Arm(arm);
        }
        let ready: Vec<usize> =
            (0..self.arms.len()).filter(|&at| self.arms[at].is_ready(me)).collect();
        if ready.is_empty() {
            self.miss(turn, |_| true);
            me.leave(turn);
            turn.changed_nothing();
            turn.adversarial(early);
            let patient = self.patience != Patience::None;
            turn.says(if patient { "timeout" } else { "nothing is ready" });
            return Chosen::Nothing;
        }
        let at = self.pick(turn, &ready);
        if self.want == Want::Readiness {
            self.miss(turn, |other| other == at || !ready.contains(&other));
            turn.changed_nothing();
            return Chosen::Arm(at);
        }
        me.settle(at);
        let spent = self.arms[at].is_spent();
        self.arms[at].act(turn, me, self.place);
        if spent {
            turn.changed_nothing();
        } else if self.arms[at].comes_by_itself() {
            turn.kept_value();
        } else {
            turn.made_progress();
        }
        turn.adversarial(early && self.arms[at].is_timed());
        self.miss(turn, |other| !ready.contains(&other));
        me.leave(turn);
        Chosen::Arm(at)
    }

    /// One of those that are ready. In a loop an arm whose other end is gone
    /// does not come again and again while another is ready: in reality chance
    /// sees to that.
    fn pick(&self, turn: &mut Turn<'_>, ready: &[usize]) -> usize {
        if self.biased {
            return ready[0];
        }
        let lively = || ready.iter().copied().filter(|&at| !self.arms[at].is_spent());
        if turn.goes_round(self.place) && lively().next().is_some() {
            let lively: Vec<usize> = lively().collect();
            return lively[turn.choose(lively.len())];
        }
        ready[turn.choose(ready.len())]
    }

    /// That an arm was not ready may be different in another order.
    fn miss(&self, turn: &mut Turn<'_>, missed: impl Fn(usize) -> bool) {
        for (at, arm) in self.arms.iter().enumerate() {
            if missed(at) {
                for (object, access) in arm.misses() {
                    turn.touch(object, access);
                }
            }
        }
    }
}
