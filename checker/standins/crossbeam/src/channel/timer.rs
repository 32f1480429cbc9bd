//! What `after`, `at` and `tick` receive from.
//!
//! Time is the receiving thread's own clock, as everywhere in a model.

use engine::cell::{Cell, RefCell};
use engine::channel::{Arm, Party};
use engine::{Access, Action, Object, Place, Turn};
use facts::Effect;
use standin_std::time::{Duration, Instant};
use std::rc::Rc;

/// Delivers a message when its time has come: once, or again and again.
pub(super) struct Timer<T> {
    object: Object,
    /// When the next message is due, if there is to be one.
    due: Cell<Option<Instant>>,
    period: Option<Duration>,
    message: fn(Instant) -> T,
    taken: RefCell<Vec<(Rc<Party>, Instant)>>,
}

/// A receive from a timer, as seen by a thread whose clock showed `now`.
pub(super) struct TimerArm<'a, T> {
    timer: &'a Timer<T>,
    now: Cell<Instant>,
}

/// An arm that time makes ready.
pub(super) trait Timed {
    fn due(&self) -> Option<Instant>;
    /// Sees what is due at `now`.
    fn see(&self, now: Instant);
}

impl<T> Timer<T> {
    /// `message` is made of the time at which it was due.
    pub fn new(
        when: Instant,
        period: Option<Duration>,
        message: fn(Instant) -> T,
        place: Place,
    ) -> Self {
        let (object, due) = (Object::new("timer", place), Cell::new(Some(when)));
        Self { object, due, period, message, taken: RefCell::default() }
    }

    pub fn arm(&self, now: Instant) -> TimerArm<'_, T> {
        TimerArm { timer: self, now: Cell::new(now) }
    }

    /// How many messages are there: one or none.
    pub fn len(&self, op: &'static str, place: Place) -> usize {
        let now = Instant::now();
        Action::new(op, Effect::Read, place)
            .on(&self.object, self, Access::Read)
            .take(|_| usize::from(self.due.get().is_some_and(|due| due <= now)))
    }

    /// Hands out what `party` received.
    pub fn collect(&self, party: &Rc<Party>) -> Option<T> {
        let mut taken = self.taken.borrow_mut();
        let at = taken.iter().position(|(by, _)| Rc::ptr_eq(by, party))?;
        let (_, when) = taken.swap_remove(at);
        let now = Instant::now();
        if now < when {
            standin_std::time::pass(when - now);
        }
        Some((self.message)(when))
    }
}

impl<T> Timed for TimerArm<'_, T> {
    fn due(&self) -> Option<Instant> {
        self.timer.due.get()
    }

    fn see(&self, now: Instant) {
        self.now.set(self.now.get().max(now));
    }
}

impl<T> Arm for TimerArm<'_, T> {
    fn is_ready(&self, _: &Rc<Party>) -> bool {
        self.due().is_some_and(|due| due <= self.now.get())
    }

    fn is_timed(&self) -> bool {
        self.due().is_some()
    }

    fn comes_by_itself(&self) -> bool {
        self.timer.period.is_some()
    }

    fn touches(&self) -> Vec<(&Object, Access)> {
        vec![(&self.timer.object, Access::Write)]
    }

    fn misses(&self) -> Vec<(&Object, Access)> {
        vec![(&self.timer.object, Access::Read)]
    }

    fn act(&self, turn: &mut Turn<'_>, me: &Rc<Party>, _: Place) {
        let due = self.due().expect("an arm that is ready is due");
        turn.name(&self.timer.object);
        turn.call_it("select", Effect::Receive);
        turn.touch(&self.timer.object, Access::Write);
        let now = self.now.get().max(due);
        self.timer.due.set(self.timer.period.and_then(|period| now.checked_add(period)));
        self.timer.taken.borrow_mut().push((Rc::clone(me), due));
    }
}
