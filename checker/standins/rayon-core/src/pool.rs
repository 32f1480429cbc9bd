//! A pool: its workers, their deques, and the actions on them.
//!
//! Pushing to one's own deque and popping from it commute with other workers'
//! pushes and pops: they *enter* the pool. Whatever looks at another's deque, or
//! makes a worker idle or busy, *writes* to the pool. A worker is idle only
//! when every deque is empty, so a push that finds an idle worker, and is a
//! write after all, is never mistaken for one that commutes.

use crate::handlers::Handlers;
use crate::job::{Job, Latch};
use crate::state::{Errand, State};
use engine::cell::{Cell, RefCell};
use engine::{Access, Action, Object, Place, Turn};
use facts::Effect;
use std::rc::Rc;

pub struct Pool {
    object: Object,
    pub place: Place,
    pub handlers: Handlers,
    size: usize,
    /// The execution that `state` belongs to: a pool in a static outlives it.
    execution: Cell<u64>,
    state: RefCell<State>,
}

/// What a worker does next.
pub enum Next {
    Run(Job),
    /// What it waited for has happened.
    GoOn,
    /// There is no task.
    Rest,
}

/// Whoever lets go of the pool last comes after all its workers: the original
/// counts with an `Arc`, which orders that.
impl Drop for Pool {
    fn drop(&mut self) {
        let handlers = std::mem::take(&mut self.handlers);
        engine::memory::quiet(|| drop(handlers));
    }
}

impl Pool {
    pub fn new(size: usize, handlers: Handlers, place: Place) -> Rc<Self> {
        engine::cell::rc(Self {
            object: Object::new("ThreadPool", place),
            place,
            handlers,
            size,
            execution: Cell::new(0),
            state: RefCell::default(),
        })
    }

    /// Whether the pool has been used in the execution at hand.
    pub fn is_in_use(&self) -> bool {
        self.execution.get() == engine::execution_number()
    }

    pub fn size(&self) -> usize {
        self.size
    }

    pub fn with<R>(&self, f: impl FnOnce(&mut State) -> R) -> R {
        let mut state = self.state.borrow_mut();
        let number = engine::execution_number();
        if self.execution.replace(number) != number {
            *state = State::new(self.size);
        }
        f(&mut state)
    }

    fn action<'a>(self: &Rc<Self>, op: &'static str, access: Access, place: Place) -> Action<'a> {
        Action::new(op, Effect::Other, place).on(&self.object, &**self, access)
    }

    /// Sends `job` off, to worker `to` where that is given. `me` is the worker
    /// that made it. Whether it went to a worker at once.
    pub fn submit(
        self: &Rc<Self>,
        op: &'static str,
        mut job: Job,
        me: Option<usize>,
        to: Option<usize>,
        place: Place,
    ) -> bool {
        let commutes = me.is_some() && to.is_none();
        let access = if commutes { Access::Enter } else { Access::Write };
        let worker = self.action(op, access, place).take(|turn| {
            job.sent(me, turn);
            self.with(|state| {
                let Some(worker) = state.idle(to) else {
                    state.push(job, me, to);
                    return None;
                };
                turn.set_access(Access::Write);
                let first = commutes && !std::mem::replace(&mut state.first_is_awake, true);
                let late = first && turn.adversary(2) == 1;
                turn.adversarial(false);
                let errand = if late {
                    // The worker that wakes may find the task gone: its maker
                    // came to it sooner.
                    state.push(job, me, to);
                    Errand::Look
                } else {
                    Errand::Run(job)
                };
                state.workers[worker].hand(errand, turn.hand_on());
                Some((worker, !late))
            })
        });
        let Some((worker, handed_over)) = worker else { return false };
        self.start(worker, place);
        handed_over
    }

    /// Takes back the task made last, if it is the one for `latch`.
    pub fn take_back(self: &Rc<Self>, me: usize, latch: &Rc<Latch>, place: Place) -> Option<Job> {
        self.action("join", Access::Enter, place).take(|_| {
            self.with(|state| {
                let deque = &mut state.workers[me].deque;
                deque.back().is_some_and(|job| job.is_for(latch)).then(|| deque.pop_back())?
            })
        })
    }

    /// Tells `done`, then waits for `latch` to open; worker `me` takes tasks
    /// meanwhile.
    pub fn next(
        self: &Rc<Self>,
        me: Option<usize>,
        done: Option<Rc<Latch>>,
        latch: &Latch,
        place: Place,
    ) -> Next {
        let has_task = |me| self.with(|state| state.has_task(me));
        let ready = || done.is_some() || latch.is_open() || me.is_some_and(has_task);
        self.action("join", Access::Write, place).when(&ready).take(|turn| {
            tell(done.as_ref(), turn);
            if latch.is_open() {
                latch.pass(turn);
                return Next::GoOn;
            }
            me.map_or(Next::Rest, |me| self.find(me, turn))
        })
    }

    /// Tells `done` and takes the next task; without one, worker `me` is idle.
    pub fn next_or_idle(self: &Rc<Self>, me: usize, done: Option<Rc<Latch>>) -> Option<Job> {
        self.action("finish", Access::Write, self.place).take(|turn| {
            tell(done.as_ref(), turn);
            match self.find(me, turn) {
                Next::Run(job) => Some(job),
                _ => {
                    self.with(|state| state.workers[me].busy = false);
                    None
                }
            }
        })
    }

    /// Takes a task if there is one; `local` leaves other workers' alone.
    pub fn look(self: &Rc<Self>, me: usize, local: bool, place: Place) -> Option<Job> {
        self.action("yield_now", Access::Write, place).take(|turn| {
            let found = self.with(|state| if local { state.own(me) } else { state.find(me) });
            match &found {
                Some(job) => job.received(turn),
                None => turn.changed_nothing(),
            }
            found
        })
    }

    /// Tells `done` that one of its jobs is.
    pub fn tell(self: &Rc<Self>, done: &Latch, place: Place) {
        self.action("finish", Access::Write, place).take(|turn| done.one_is_done(turn));
    }

    fn find(&self, me: usize, turn: &mut Turn<'_>) -> Next {
        let Some(job) = self.with(|state| state.find(me)) else { return Next::Rest };
        job.received(turn);
        Next::Run(job)
    }

    /// Whether worker `me` has tasks that it made and nobody took.
    pub fn has_pending(self: &Rc<Self>, me: usize, place: Place) -> bool {
        let look = || self.with(|state| !state.workers[me].deque.is_empty());
        self.action("current_thread_has_pending_tasks", Access::Read, place).take(|_| look())
    }

    /// Waits for a task to be handed to idle worker `me`; `None` when it is time
    /// to end: the pool is gone, or rests and `start` will see to its next task.
    pub fn receive(self: &Rc<Self>, me: usize) -> Option<Job> {
        let ready = || {
            self.with(|state| {
                let worker = &state.workers[me];
                worker.mailbox.is_some() || (!worker.busy && state.lets_go())
            })
        };
        // It depends on the step that filled the mailbox and on no other; that a
        // worker ends which nobody needs makes no difference to anybody.
        let action = Action::new("wait for a task", Effect::Other, self.place);
        let errand = action.naming(&self.object, &**self).when(&ready).take(|turn| {
            let Some((errand, by)) = self.with(|state| state.workers[me].mailbox.take()) else {
                self.with(|state| state.workers[me].started = false);
                return None;
            };
            turn.take_over(&by);
            if let Errand::Run(job) = &errand {
                job.received(turn);
            }
            Some(errand)
        });
        match errand? {
            Errand::Run(job) => Some(job),
            Errand::Look => self.next_or_idle(me, None).or_else(|| self.receive(me)),
        }
    }

    /// Waits for an idle worker and takes its place.
    pub fn enter(self: &Rc<Self>, op: &'static str, place: Place) -> usize {
        let ready = || self.with(|state| state.idle(None).is_some());
        self.action(op, Access::Write, place).when(&ready).take(|_| {
            self.with(|state| {
                let worker = state.idle(None).expect("the action waited for one");
                state.workers[worker].busy = true;
                worker
            })
        })
    }

    /// Waits until worker `me` is idle and takes its place again.
    pub fn return_to(self: &Rc<Self>, me: usize, place: Place) {
        let ready = || self.with(|state| state.idle(Some(me)).is_some());
        let action = self.action("return to the pool", Access::Write, place).when(&ready);
        action.take(|_| self.with(|state| state.workers[me].busy = true));
    }

    /// Gives the place of worker `me` back; its thread sees to what is left.
    pub fn leave(self: &Rc<Self>, me: usize, place: Place) {
        let starts = self.action("leave the pool", Access::Write, place).take(|turn| {
            self.with(|state| {
                state.workers[me].busy = false;
                let left = state.find(me);
                left.map(|job| state.workers[me].hand(Errand::Run(job), turn.hand_on())).is_some()
            })
        });
        if starts {
            self.start(me, place);
        }
    }

    /// Lets idle workers end.
    pub fn terminate(self: &Rc<Self>, place: Place) {
        self.action("drop", Access::Write, place)
            .take(|_| self.with(|state| state.terminated = true));
    }
}

fn tell(done: Option<&Rc<Latch>>, turn: &mut Turn<'_>) {
    if let Some(done) = done {
        done.one_is_done(turn);
    }
}
