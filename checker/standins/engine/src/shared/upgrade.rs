//! From one way of being inside to another.

use super::{Mode, Shared};
use crate::action::Action;
use crate::object::{Access, Place};
use crate::turn::Turn;
use crate::value::Value;
use facts::Effect;

impl Shared {
    /// One who is inside becomes something less, with nobody in between.
    pub fn downgrade<T: ?Sized>(&self, whole: &T, from: Mode, to: Mode, place: Place) {
        Action::new("downgrade", Effect::Release, place)
            .on(&self.object, whole, from.leaves())
            .take(|turn| {
                turn.release();
                let thread = turn.serial();
                self.leave(from, thread);
                self.enter(to, thread);
            });
    }

    /// The upgradable reader becomes the writer when all others have left.
    pub fn upgrade<T: ?Sized>(&self, whole: &T, place: Place) {
        let bars = self.bars(whole, "upgrade", place);
        self.expect_writer(Mode::Write, 1);
        Action::new("upgrade", Effect::Acquire, place)
            .on(&self.object, whole, Access::Acquire)
            .when(&|| self.readers.borrow().is_empty())
            .take(|turn| {
                self.expect_writer(Mode::Write, -1);
                self.no_longer_bars(bars);
                self.become_writer(whole, turn);
            });
    }

    /// As [`upgrade`](Self::upgrade), at once or not at all.
    pub fn try_upgrade<T: ?Sized>(&self, whole: &T, place: Place) -> bool {
        Action::new("try_upgrade", Effect::Acquire, place)
            .on(&self.object, whole, Access::Write)
            .take(|turn| self.become_writer_if_alone(whole, turn))
    }

    /// As [`upgrade`](Self::upgrade), giving up when time passes. Whether the
    /// reader is the writer now.
    pub fn upgrade_or_time_passes<T: ?Sized>(
        &self,
        whole: &T,
        op: &'static str,
        place: Place,
    ) -> bool {
        let early =
            Action::new(op, Effect::Wait, place).naming(&self.object, whole).runs_out_early();
        self.expect_writer(Mode::Write, 1);
        Action::new(op, Effect::Acquire, place)
            .on(&self.object, whole, Access::Write)
            .when(&|| early || self.readers.borrow().is_empty())
            .or_time_passes()
            .take(|turn| {
                self.expect_writer(Mode::Write, -1);
                let alone = self.become_writer_if_alone(whole, turn);
                turn.adversarial(early && !alone);
                alone
            })
    }

    fn become_writer_if_alone<T: ?Sized>(&self, whole: &T, turn: &mut Turn<'_>) -> bool {
        let alone = self.readers.borrow().is_empty();
        if alone {
            self.become_writer(whole, turn);
        } else {
            turn.only_looked_inside();
        }
        turn.result(Value::bool(alone));
        alone
    }

    fn become_writer<T: ?Sized>(&self, whole: &T, turn: &mut Turn<'_>) {
        self.contents.enter(whole, turn);
        self.upgradable.set(false);
        self.writer.set(true);
        self.learn(turn, Mode::Write);
    }
}
