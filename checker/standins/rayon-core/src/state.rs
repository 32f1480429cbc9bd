//! The workers of a pool and the tasks that wait for them.

use crate::job::Job;
use engine::Baton;
use std::collections::VecDeque;

#[derive(Default)]
pub struct State {
    pub workers: Vec<Worker>,
    /// Tasks from outside the pool.
    injected: VecDeque<Job>,
    pub terminated: bool,
    /// Whether it was decided already if the worker woken first comes late.
    pub first_is_awake: bool,
    /// Whether somebody else starts the threads, once and for all.
    pub started_elsewhere: bool,
}

#[derive(Default)]
pub struct Worker {
    pub busy: bool,
    /// Whether a thread of its own waits for the worker's mailbox.
    pub started: bool,
    /// What it is to do next, and the step that said so.
    pub mailbox: Option<(Errand, Baton)>,
    pub deque: VecDeque<Job>,
    /// Tasks that no other worker may take.
    addressed: VecDeque<Job>,
}

/// What an idle worker is woken for.
pub enum Errand {
    Run(Job),
    /// There was a task in another's deque, and there may still be.
    Look,
}

impl Worker {
    pub fn hand(&mut self, errand: Errand, by: Baton) {
        self.busy = true;
        self.mailbox = Some((errand, by));
    }

    /// The task it was woken to run, for its thread to begin with.
    pub fn first_task(&mut self) -> Option<Job> {
        match self.mailbox.take() {
            Some((Errand::Run(job), _)) => Some(job),
            other => {
                self.mailbox = other;
                None
            }
        }
    }

    /// The worker's own next task: the last one made, or of those that stay in
    /// order the first.
    pub fn own(&mut self) -> Option<Job> {
        let in_order = self.deque.back()?.fifo;
        let first = self.deque.iter().position(|job| job.fifo).filter(|_| in_order);
        self.deque.remove(first.unwrap_or(self.deque.len() - 1))
    }
}

impl State {
    pub fn new(size: usize) -> Self {
        let workers = (0..size).map(|_| Worker::default()).collect();
        Self { workers, ..Self::default() }
    }

    /// Whether idle workers may end: nobody is left to hand them a task, or
    /// whoever does will start them again.
    pub fn lets_go(&self) -> bool {
        self.terminated
            || (!self.started_elsewhere && !self.workers.iter().any(|worker| worker.busy))
    }

    pub fn idle(&self, only: Option<usize>) -> Option<usize> {
        let fits =
            |&worker: &usize| !self.workers[worker].busy && only.is_none_or(|only| only == worker);
        (0..self.workers.len()).find(fits)
    }

    pub fn push(&mut self, job: Job, me: Option<usize>, to: Option<usize>) {
        let deque = match (to, me) {
            (Some(to), _) => &mut self.workers[to].addressed,
            (None, Some(me)) => &mut self.workers[me].deque,
            (None, None) => &mut self.injected,
        };
        deque.push_back(job);
    }

    pub fn has_task(&self, me: usize) -> bool {
        !self.workers[me].addressed.is_empty()
            || !self.injected.is_empty()
            || self.workers.iter().any(|worker| !worker.deque.is_empty())
    }

    pub fn own(&mut self, me: usize) -> Option<Job> {
        let worker = &mut self.workers[me];
        worker.own().or_else(|| worker.addressed.pop_front())
    }

    pub fn find(&mut self, me: usize) -> Option<Job> {
        let own = self.own(me);
        let stolen = || self.workers.iter_mut().find_map(|worker| worker.deque.pop_front());
        own.or_else(stolen).or_else(|| self.injected.pop_front())
    }
}
