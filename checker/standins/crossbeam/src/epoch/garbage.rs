//! Who is pinned, and what waits for them.

use engine::cell::RefCell;
use engine::{Access, Action, Knowledge, Object, Place, Turn};
use facts::Effect;
use std::mem;
use std::rc::Rc;

/// One thread being pinned, from its first guard to its last.
pub(super) struct Pin {
    object: Object,
    place: Place,
}

/// Something to be done when nobody is left who was pinned at the time.
struct Garbage {
    object: Object,
    holders: Vec<Rc<Pin>>,
    /// What those knew as they left.
    known: Knowledge,
    run: Box<dyn FnOnce()>,
}

/// A collector's state.
pub(super) struct Global {
    /// Where pinning meets deferring: only who is pinned before holds it up.
    object: Object,
    pins: RefCell<Vec<Rc<Pin>>>,
    /// How far those who deferred had seen: who is pinned later sees no less,
    /// so cannot find what was unlinked.
    seen: RefCell<Knowledge>,
    held: RefCell<Vec<Garbage>>,
    /// What those knew who are not pinned any more: all they did comes before
    /// anything that runs from now on.
    left: RefCell<Knowledge>,
    /// What could have run and has not.
    late: RefCell<Vec<Garbage>>,
}

/// What is to run now, outside of any step.
#[must_use]
pub(super) struct Ready(Vec<Garbage>);

impl Ready {
    pub fn run(self) {
        for garbage in self.0 {
            (garbage.run)();
        }
    }
}

impl Global {
    pub fn new(place: Place) -> Rc<Self> {
        engine::cell::rc(Self {
            object: Object::new("Collector", place),
            pins: RefCell::default(),
            seen: RefCell::default(),
            held: RefCell::default(),
            left: RefCell::default(),
            late: RefCell::default(),
        })
    }

    pub fn pin(&self, place: Place) -> Rc<Pin> {
        let pin = engine::cell::rc(Pin { object: Object::new("Guard", place), place });
        Action::new("pin", Effect::Other, place).on(&self.object, self, Access::Read).take(
            |turn| {
                turn.changed_nothing();
                turn.learn(&self.seen.borrow());
                self.pins.borrow_mut().push(Rc::clone(&pin));
            },
        );
        pin
    }

    pub fn unpin(&self, pin: &Rc<Pin>) -> Ready {
        let held = self.held.borrow();
        let mut action = Action::new("unpin", Effect::Other, pin.place)
            .naming(&self.object, self)
            .on(&pin.object, &**pin, Access::Write);
        for garbage in held.iter().filter(|garbage| garbage.is_held_by(pin)) {
            action = action.on(&garbage.object, garbage, Access::Write);
        }
        drop(held);
        action.take(|turn| {
            turn.touch_afresh();
            turn.touch(&pin.object, Access::Write);
            self.pins.borrow_mut().retain(|other| !Rc::ptr_eq(other, pin));
            self.left.borrow_mut().join(&turn.know());
            let mut late = mem::take(&mut *self.late.borrow_mut());
            let freed = self.let_go(turn, pin);
            if freed.is_empty() && late.is_empty() {
                turn.kept_value();
            } else if !freed.is_empty() && turn.adversary(2) == 1 {
                self.late.borrow_mut().extend(freed);
            } else {
                late.extend(freed);
            }
            self.ready(turn, late)
        })
    }

    /// What `pin` was the last to hold.
    fn let_go(&self, turn: &mut Turn<'_>, pin: &Rc<Pin>) -> Vec<Garbage> {
        let known = turn.know();
        let mut held = self.held.borrow_mut();
        for garbage in held.iter_mut().filter(|garbage| garbage.is_held_by(pin)) {
            turn.touch(&garbage.object, Access::Write);
            garbage.holders.retain(|holder| !Rc::ptr_eq(holder, pin));
            garbage.known.join(&known);
        }
        let (freed, kept) = mem::take(&mut *held).into_iter().partition(|g| g.holders.is_empty());
        *held = kept;
        freed
    }

    pub fn defer(&self, op: &'static str, run: Box<dyn FnOnce()>, place: Place) {
        let mut action =
            Action::new(op, Effect::Other, place).on(&self.object, self, Access::Write);
        for pin in &*self.pins.borrow() {
            action = action.on(&pin.object, &**pin, Access::Write);
        }
        action.take(|turn| {
            let object = Object::new("garbage", place);
            let holders = self.pins.borrow().clone();
            turn.touch_afresh();
            turn.touch(&self.object, Access::Write);
            turn.touch(&object, Access::Write);
            for pin in &holders {
                turn.touch(&pin.object, Access::Write);
            }
            let known = turn.know();
            self.seen.borrow_mut().join(&known.view_only());
            self.held.borrow_mut().push(Garbage { object, holders, known, run });
        });
    }

    /// What could have run and has not runs now.
    pub fn flush(&self, place: Place) -> Ready {
        if self.late.borrow().is_empty() {
            return Ready(Vec::new());
        }
        let action = Action::new("flush", Effect::Other, place);
        action.on(&self.object, self, Access::Write).take(|turn| {
            let late = mem::take(&mut *self.late.borrow_mut());
            self.ready(turn, late)
        })
    }

    fn ready(&self, turn: &mut Turn<'_>, garbage: Vec<Garbage>) -> Ready {
        for garbage in &garbage {
            turn.touch(&garbage.object, Access::Write);
            turn.learn(&garbage.known);
            turn.learn(&self.left.borrow());
        }
        Ready(garbage)
    }

    /// Forgets what an execution that is over has left.
    pub fn abandon(&self) {
        mem::forget(mem::take(&mut *self.held.borrow_mut()));
        mem::forget(mem::take(&mut *self.late.borrow_mut()));
    }
}

impl Garbage {
    fn is_held_by(&self, pin: &Rc<Pin>) -> bool {
        self.holders.iter().any(|holder| Rc::ptr_eq(holder, pin))
    }
}

/// A collector that nobody uses any more does all that is left to do.
impl Drop for Global {
    fn drop(&mut self) {
        if !engine::is_active() {
            return self.abandon();
        }
        let mut left = mem::take(self.late.get_mut());
        left.append(self.held.get_mut());
        Ready(left).run();
    }
}
