//! What workers do: run tasks, wait for tasks.

use crate::job::{Job, Latch, Payload, caught};
use crate::pool::{Next, Pool};
use crate::seat::{self, Seat};
use engine::Place;
use facts::{FailureKind, Panicked};
use std::rc::Rc;

impl Pool {
    /// Gives worker `index`, which was just handed a task, a thread.
    pub fn start(self: &Rc<Self>, index: usize, place: Place) {
        let started = self.with(|state| std::mem::replace(&mut state.workers[index].started, true));
        if started {
            return;
        }
        let job = self.with(|state| state.workers[index].first_task());
        let name = self.handlers.name(index).unwrap_or_else(|| format!("worker {index}"));
        let pool = Rc::clone(self);
        let body = move || {
            caught(|| pool.work(index, job))
                .map_err(|payload| engine::panic_message(payload.as_ref()))
        };
        engine::spawn(Some(name), place, body);
    }

    /// The life of worker `index`; `job` is its first task.
    pub fn work(self: &Rc<Self>, index: usize, job: Option<Job>) {
        seat::sit(Seat { pool: Rc::clone(self), index });
        self.handlers.start(index);
        let mut job = job.or_else(|| self.receive(index));
        while let Some(task) = job {
            let done = task.run(index);
            job = self.next_or_idle(index, done).or_else(|| self.receive(index));
        }
        self.handlers.exit(index);
    }

    /// Waits until every job for `latch` is done; worker `me` runs tasks
    /// meanwhile.
    pub fn wait(self: &Rc<Self>, me: Option<usize>, latch: &Latch, place: Place) {
        let mut done = None;
        loop {
            match (self.next(me, done.take(), latch, place), me) {
                (Next::Run(job), Some(me)) => done = job.run(me),
                (Next::GoOn, _) => return,
                _ => {}
            }
        }
    }

    /// Runs a task of the pool, where there is one. Whether there was.
    pub fn run_one(self: &Rc<Self>, me: usize, local: bool, place: Place) -> bool {
        let Some(job) = self.look(me, local, place) else {
            engine::atomic::yield_now("yield_now", place);
            return false;
        };
        if let Some(done) = job.run(me) {
            self.tell(&done, place);
        }
        true
    }

    /// Sees to a panic that nobody waits for.
    pub fn report(&self, payload: Payload) {
        let Some(payload) = self.handlers.panic(payload) else { return };
        let current = engine::current();
        let message = engine::panic_message(payload.as_ref());
        let panic = Panicked { message, place: None, thread: current.name().map(str::to_owned) };
        // The original ends the process.
        engine::fail(FailureKind::Panicked { thread: current.serial(), panic });
    }
}
