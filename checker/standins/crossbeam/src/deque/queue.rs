//! The queue behind a worker, its stealers, and an injector.

use super::Steal;
use engine::cell::{Cell, RefCell};
use engine::{Access, Action, Knowledge, Object, Place, Turn, Value};
use facts::Effect;
use std::collections::VecDeque;

/// From which end the owner pops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Fifo,
    Lifo,
}

/// Tasks in the order they were pushed. Pushes take place at the back, steals at
/// the front, and they meet where there is one task or none.
pub(super) struct Queue<T> {
    back: Object,
    front: Object,
    tasks: RefCell<VecDeque<Task<T>>>,
    /// The last time somebody took something: what was known then.
    taken: RefCell<Knowledge>,
    /// The number of the thread that took it.
    taker: Cell<Option<usize>>,
}

struct Task<T> {
    value: T,
    /// Where the one who takes it meets the one who pushed it.
    object: Object,
    known: Knowledge,
}

impl<T> Queue<T> {
    pub fn new(kind: &'static str, place: Place) -> Self {
        Self {
            back: Object::new(kind, place),
            front: Object::new("front", place),
            tasks: RefCell::default(),
            taken: RefCell::default(),
            taker: Cell::new(None),
        }
    }

    pub fn push(&self, value: T, place: Place) {
        let action = Action::new("push", Effect::Send, place);
        action.on(&self.back, self, Access::Write).take(|turn| {
            turn.argument(Value::of(&value));
            self.add(turn, value, place);
        });
    }

    fn add(&self, turn: &mut Turn<'_>, value: T, place: Place) {
        let (object, known) = (Object::new("task", place), turn.know());
        turn.touch(&object, Access::Wake);
        self.tasks.borrow_mut().push_back(Task { value, object, known });
    }

    /// The owner pops.
    pub fn pop(&self, order: Order, place: Place) -> Option<T> {
        let action = Action::new("pop", Effect::Receive, place)
            .on(&self.back, self, Access::Write)
            .on(&self.front, self, Access::Write);
        action.take(|turn| {
            let left = self.tasks.borrow().len();
            turn.touch_afresh();
            match order {
                // A thief meets the owner at the last task only.
                Order::Lifo => {
                    turn.touch(&self.back, Access::Write);
                    let meets = if left > 1 { Access::Read } else { Access::Write };
                    turn.touch(&self.front, meets);
                }
                Order::Fifo => turn.touch(&self.front, Access::Write),
            }
            if left == 0 {
                turn.touch(&self.back, Access::Read);
                turn.changed_nothing();
                turn.says("empty");
                return None;
            }
            let value = self.take(turn, order)?;
            turn.result(Value::of(&value));
            Some(value)
        })
    }

    fn take(&self, turn: &mut Turn<'_>, order: Order) -> Option<T> {
        let mut tasks = self.tasks.borrow_mut();
        let task = match order {
            Order::Fifo => tasks.pop_front()?,
            Order::Lifo => tasks.pop_back()?,
        };
        drop(tasks);
        turn.learn(&task.known);
        turn.touch(&task.object, Access::Wake);
        *self.taken.borrow_mut() = turn.know();
        self.taker.set(Some(turn.serial()));
        Some(task.value)
    }

    /// Steals the first task, and more into `dest` where it is asked for.
    pub fn steal(&self, op: &'static str, place: Place) -> Steal<T> {
        self.thieve(op, place, |turn| {
            let value = self.take(turn, Order::Fifo).expect("there is a task");
            turn.result(Value::of(&value));
            value
        })
    }

    /// Steals half of the tasks, `limit` at most, into `dest`, and pops the
    /// first one there if `pops`. The destination hands out what was stolen in
    /// the order in which `from` would have.
    pub fn steal_batch(
        &self,
        op: &'static str,
        from: Order,
        dest: (&Self, Order),
        (limit, pops): (usize, bool),
        place: Place,
    ) -> Steal<Option<T>> {
        let (dest, to) = dest;
        self.thieve(op, place, |turn| {
            let half = self.tasks.borrow().len().div_ceil(2).min(limit);
            let mut stolen: VecDeque<T> =
                (0..half).filter_map(|_| self.take(turn, Order::Fifo)).collect();
            if from == Order::Lifo {
                stolen.make_contiguous().reverse();
            }
            let popped = if pops { stolen.pop_front() } else { None };
            if let Some(value) = &popped {
                turn.result(Value::of(value));
            }
            if to == Order::Lifo {
                stolen.make_contiguous().reverse();
            }
            if !stolen.is_empty() {
                turn.touch(&dest.back, Access::Write);
            }
            for value in stolen {
                dest.add(turn, value, place);
            }
            popped
        })
    }

    fn thieve<R>(
        &self,
        op: &'static str,
        place: Place,
        take: impl FnOnce(&mut Turn<'_>) -> R,
    ) -> Steal<R> {
        let action = Action::new(op, Effect::Receive, place)
            .naming(&self.back, self)
            .on(&self.front, self, Access::Write)
            .on(&self.back, self, Access::Read);
        action.take(|turn| {
            if self.is_disturbed(turn) && turn.adversary(2) == 1 {
                turn.changed_nothing();
                turn.says("retry");
                return Steal::Retry;
            }
            turn.touch_afresh();
            turn.touch(&self.front, Access::Write);
            if self.tasks.borrow().is_empty() {
                turn.touch(&self.back, Access::Read);
                turn.changed_nothing();
                turn.says("empty");
                return Steal::Empty;
            }
            Steal::Success(take(turn))
        })
    }

    /// Whether the last take, by another thread, could have overlapped.
    fn is_disturbed(&self, turn: &Turn<'_>) -> bool {
        let by_other = self.taker.get().is_some_and(|taker| taker != turn.serial());
        by_other && !turn.knows(&self.taken.borrow())
    }

    /// How many tasks there are.
    pub fn len(&self, op: &'static str, place: Place) -> usize {
        let action = Action::new(op, Effect::Read, place).on(&self.back, self, Access::Read).on(
            &self.front,
            self,
            Access::Read,
        );
        action.take(|turn| {
            let length = self.tasks.borrow().len();
            turn.changed_nothing();
            turn.result(Value::of(&length));
            length
        })
    }
}
