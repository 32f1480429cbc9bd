//! The condition variable that std and `parking_lot` share.
//!
//! Adversaries: a wait may end spuriously where the stand-in says so,
//! `notify_one` may wake any waiter, and a timeout may come at any time.

use crate::action::Action;
use crate::cell::{Cell, RefCell};
use crate::lock::Exclusive;
use crate::object::{Access, Object, Place};
use crate::turn::Baton;
use crate::value::{Shape, Value};
use facts::Effect;
use std::rc::Rc;

/// Threads that wait to be notified.
#[derive(Debug)]
pub struct Condvar {
    object: Object,
    waiters: RefCell<Vec<Waiter>>,
}

type Waiter = Rc<Waiting>;

/// One wait. Its end depends on the notify that caused it and on no other
/// operation on the condition variable, which a [`Baton`] says exactly.
#[derive(Debug)]
struct Waiting {
    wakeup: Cell<Wakeup>,
    notified: RefCell<Option<Baton>>,
}

/// Why a waiter goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wakeup {
    NotYet,
    Notified,
    Spurious,
    EarlyTimeout,
}

/// A wait: what it is called, and how it can end without being notified.
#[derive(Debug, Clone, Copy)]
pub struct Wait {
    pub op: &'static str,
    /// Whether it ends when time passes.
    pub timed: bool,
    /// Whether it may end for no reason.
    pub spurious: bool,
    pub place: Place,
}

impl Condvar {
    #[must_use]
    pub const fn new(created: Place) -> Self {
        Self { object: Object::new("Condvar", created), waiters: RefCell::new(Vec::new()) }
    }

    pub const fn object(&self) -> &Object {
        &self.object
    }

    /// Whether some thread waits.
    pub fn has_waiters(&self) -> bool {
        !self.waiters.borrow().is_empty()
    }

    /// Wakes one waiter, or `all`. Returns how many.
    pub fn notify<T: ?Sized>(&self, whole: &T, all: bool, place: Place) -> usize {
        let op = if all { "notify_all" } else { "notify_one" };
        Action::new(op, Effect::Notify, place).on(&self.object, whole, Access::Write).take(|turn| {
            let mut waiters = self.waiters.borrow_mut();
            let woken: Vec<Waiter> = if all || waiters.is_empty() {
                waiters.drain(..).collect()
            } else {
                let one = turn.adversary(waiters.len());
                vec![waiters.remove(one)]
            };
            if woken.is_empty() {
                turn.changed_nothing();
            }
            turn.result(Value::new(woken.len() as u64, Shape::Unsigned));
            let baton = turn.hand_on();
            for waiter in &woken {
                waiter.wakeup.set(Wakeup::Notified);
                waiter.notified.replace(Some(Baton::clone(&baton)));
            }
            woken.len()
        })
    }

    /// Gives `lock` back and waits, in one step. The lock is not taken again.
    /// Whether the wait ended because time passed.
    pub fn wait<T: ?Sized, M: ?Sized>(
        &self,
        whole: &T,
        lock: &Exclusive,
        mutex: &M,
        wait: Wait,
    ) -> bool {
        let waiter = self.begin(whole, lock, mutex, wait);
        self.end(whole, &waiter, wait)
    }

    fn begin<T: ?Sized, M: ?Sized>(
        &self,
        whole: &T,
        lock: &Exclusive,
        mutex: &M,
        wait: Wait,
    ) -> Waiter {
        Action::new(wait.op, Effect::Wait, wait.place)
            .on(&self.object, whole, Access::Write)
            .on(lock.object(), mutex, Access::Release)
            .take(|turn| {
                turn.give_back(lock, mutex);
                let ends = [
                    (true, Wakeup::NotYet),
                    (wait.spurious, Wakeup::Spurious),
                    (wait.timed, Wakeup::EarlyTimeout),
                ];
                let mut ends =
                    ends.into_iter().filter_map(|(possible, end)| possible.then_some(end));
                let end = turn.adversary(ends.clone().count());
                turn.adversarial(false);
                let wakeup = ends.nth(end).expect("the choice is among them");
                let waiter =
                    Rc::new(Waiting { wakeup: Cell::new(wakeup), notified: RefCell::default() });
                if wakeup == Wakeup::NotYet {
                    self.waiters.borrow_mut().push(Rc::clone(&waiter));
                }
                waiter
            })
    }

    fn end<T: ?Sized>(&self, whole: &T, waiter: &Waiter, wait: Wait) -> bool {
        let ready = || waiter.wakeup.get() != Wakeup::NotYet;
        let action =
            Action::new(wait.op, Effect::Wake, wait.place).naming(&self.object, whole).when(&ready);
        let action = if wait.timed { action.or_time_passes() } else { action };
        action.take(|turn| {
            turn.call_it("wake", Effect::Wake);
            turn.adversarial(matches!(
                waiter.wakeup.get(),
                Wakeup::Spurious | Wakeup::EarlyTimeout
            ));
            if let Some(baton) = &*waiter.notified.borrow() {
                turn.take_over(baton);
            }
            self.waiters.borrow_mut().retain(|other| !Rc::ptr_eq(other, waiter));
            turn.timed_out() || waiter.wakeup.get() == Wakeup::EarlyTimeout
        })
    }
}
