//! Stand-in for `std::sync::Barrier`. The leader is the last to arrive.

use ::std::fmt;
use ::std::panic::{Location, RefUnwindSafe, UnwindSafe};
use ::std::rc::Rc;
use engine::cell::{Cell, RefCell};
use engine::{Access, Action, Knowledge, Object, Place};
use facts::Effect;

pub struct Barrier {
    object: Object,
    size: usize,
    arrived: Cell<usize>,
    /// The gate that those wait at who have arrived.
    gate: RefCell<Option<Rc<Gate>>>,
}

/// One round: opens when all have arrived, and stays open. Going through it is
/// no step on the barrier: it does not matter who has arrived for a later round
/// by then.
struct Gate {
    object: Object,
    open: Cell<bool>,
    /// What everyone knew on arriving.
    known: RefCell<Knowledge>,
}

// SAFETY: a model runs on one operating-system thread.
unsafe impl Send for Barrier {}
// SAFETY: as above.
unsafe impl Sync for Barrier {}
impl UnwindSafe for Barrier {}
impl RefUnwindSafe for Barrier {}

pub struct BarrierWaitResult(bool);

impl Barrier {
    #[must_use]
    #[track_caller]
    pub const fn new(size: usize) -> Self {
        let object = Object::new("Barrier", Location::caller());
        Self { object, size, arrived: Cell::new(0), gate: RefCell::new(None) }
    }

    #[track_caller]
    pub fn wait(&self) -> BarrierWaitResult {
        let place = Location::caller();
        let gate = self.arrive(place);
        if gate.open.get() {
            return BarrierWaitResult(true);
        }
        Action::new("wait", Effect::Wake, place)
            .on(&gate.object, &*gate, Access::Read)
            .naming(&self.object, self)
            .when(&|| gate.open.get())
            .take(|turn| {
                turn.call_it("wake", Effect::Wake);
                turn.learn(&gate.known.borrow());
            });
        BarrierWaitResult(false)
    }

    /// The gate to wait at, which the last to arrive opens.
    fn arrive(&self, place: Place) -> Rc<Gate> {
        Action::new("wait", Effect::Wait, place).on(&self.object, self, Access::Write).take(
            |turn| {
                let mut round = self.gate.borrow_mut();
                let gate = Rc::clone(round.get_or_insert_with(|| Gate::new(self.object.created())));
                gate.known.borrow_mut().join(&turn.know());
                self.arrived.set(self.arrived.get() + 1);
                if self.arrived.get() >= self.size {
                    turn.call_it("wait", Effect::Notify);
                    turn.learn(&gate.known.borrow());
                    gate.open.set(true);
                    self.arrived.set(0);
                    *round = None;
                }
                gate
            },
        )
    }
}

impl Gate {
    fn new(created: Place) -> Rc<Self> {
        let object = Object::new("Barrier", created);
        engine::cell::rc(Self { object, open: Cell::new(false), known: RefCell::default() })
    }
}

impl BarrierWaitResult {
    #[must_use]
    pub fn is_leader(&self) -> bool {
        self.0
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Barrier").finish_non_exhaustive()
    }
}

impl fmt::Debug for BarrierWaitResult {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BarrierWaitResult").field("is_leader", &self.is_leader()).finish()
    }
}
