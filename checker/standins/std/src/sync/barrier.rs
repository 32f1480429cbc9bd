//! Stand-in for `std::sync::Barrier`.

use ::std::cell::Cell;
use ::std::fmt;
use ::std::panic::{Location, RefUnwindSafe, UnwindSafe};
use engine::{Access, Action, Object, Shape, Value};
use facts::Effect;

pub struct Barrier {
    object: Object,
    size: usize,
    /// How many wait for the generation at hand.
    waiting: Cell<usize>,
    generation: Cell<usize>,
}

// SAFETY: a model runs on one operating-system thread.
unsafe impl Send for Barrier {}
// SAFETY: as above.
unsafe impl Sync for Barrier {}
impl UnwindSafe for Barrier {}
impl RefUnwindSafe for Barrier {}

/// Who the leader is: the last to arrive, as in std.
pub struct BarrierWaitResult(bool);

impl BarrierWaitResult {
    #[must_use]
    pub fn is_leader(&self) -> bool {
        self.0
    }
}

impl fmt::Debug for BarrierWaitResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BarrierWaitResult").field("is_leader", &self.0).finish()
    }
}

impl Barrier {
    #[must_use]
    #[track_caller]
    pub const fn new(n: usize) -> Self {
        let object = Object::new("Barrier", Location::caller());
        Self { object, size: n, waiting: Cell::new(0), generation: Cell::new(0) }
    }

    #[track_caller]
    pub fn wait(&self) -> BarrierWaitResult {
        let place = Location::caller();
        let arrived = Action::new("wait", Effect::Wait, place)
            .on(&self.object, self, Access::Write)
            .take(|turn| {
                turn.release();
                self.waiting.set(self.waiting.get() + 1);
                turn.result(Value::new(self.waiting.get() as u64, Shape::Unsigned));
                if self.waiting.get() < self.size {
                    return Some(self.generation.get());
                }
                turn.acquire();
                self.waiting.set(0);
                self.generation.set(self.generation.get().wrapping_add(1));
                None
            });
        let Some(generation) = arrived else { return BarrierWaitResult(true) };
        Action::new("wait", Effect::Wake, place)
            .on(&self.object, self, Access::Wake)
            .when(&|| self.generation.get() != generation)
            .take(|turn| {
                turn.call_it("wake", Effect::Wake);
                turn.acquire();
            });
        BarrierWaitResult(false)
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Barrier").finish_non_exhaustive()
    }
}
