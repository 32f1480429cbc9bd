//! The threads of an execution, and the slots they sit in.

use super::Execution;
use crate::cell::Cell;
use crate::clock::{Clock, Knowledge, MAX_THREADS};
use crate::fairness::{Rounds, Stale};
use crate::object::{Object, Place};
use crate::spin::Spin;
use crate::thread::{Exit, Thread};
use std::panic::Location;
use std::ptr;
use std::rc::Rc;

impl Execution {
    pub fn slot(&self) -> usize {
        self.current
    }

    pub fn thread(&self) -> &Thread {
        &self.threads[self.current]
    }

    pub fn thread_mut(&mut self) -> &mut Thread {
        &mut self.threads[self.current]
    }

    pub fn threads(&self) -> &[Thread] {
        &self.threads
    }

    pub fn thread_at(&mut self, slot: usize) -> &mut Thread {
        &mut self.threads[slot]
    }

    pub fn slot_of(&self, serial: usize) -> Option<usize> {
        self.threads.iter().position(|thread| thread.serial == serial)
    }

    /// Makes a thread in a free slot; `None` when there is none.
    pub(crate) fn add_thread(
        &mut self,
        name: Option<String>,
        spawned: Option<Place>,
    ) -> Option<usize> {
        let serial = self.roster.len();
        let place = spawned.unwrap_or(Location::caller());
        self.roster.push((name.clone(), spawned));
        let slot = self.free_slot()?;
        let (mut known, mut depends, mut clock) = (Knowledge::default(), Clock::default(), 0);
        if let Some(before) = self.threads.get(slot) {
            // The slot's times go on: `free_slot` saw that its end is known.
            clock = before.depends.get(slot);
        }
        if let Some(parent) = spawned.and(self.threads.get_mut(self.current)) {
            parent.depends.tick(self.current);
            // What the parent does from here on is not known to the child.
            parent.known.clock.tick(self.current);
            known = parent.known.clone();
            depends = parent.depends;
        }
        while depends.get(slot) < clock {
            depends.tick(slot);
        }
        let thread = Thread {
            serial,
            exit: Rc::new(Exit {
                object: Object::new(crate::thread::KIND, place),
                finished: Cell::new(false),
                returned: Cell::new(false),
                return_object: Object::new(crate::thread::KIND, place),
                observed: Cell::new(false),
                serial,
                name,
                token: Cell::new(false),
                token_object: Object::new("park token", place),
            }),
            pending: None,
            starting_for: None,
            timed_out: false,
            known,
            fence_acquires: Knowledge::default(),
            fence_releases: None,
            depends,
            saw: Clock::default(),
            spin: Spin::default(),
            last_turn: 0,
            written: 0,
            stack: 0..0,
            told: None,
            panic: None,
            holds: Vec::new(),
            locals: Vec::new(),
            panics: 0,
            in_hook: false,
            rounds: Rounds::new(self.order),
            stale: Stale::default(),
            stays_unwinding: false,
            yielder: ptr::null(),
        };
        if slot == self.threads.len() {
            self.threads.push(thread);
        } else {
            self.threads[slot] = thread;
        }
        Some(slot)
    }

    /// A slot never used, or that of a thread whose end the current thread
    /// knows of, so that one clock entry can serve both.
    fn free_slot(&self) -> Option<usize> {
        let knows_end_of = |&slot: &usize| {
            let (thread, current) = (&self.threads[slot], self.thread());
            thread.is_finished()
                && (thread.panic.is_none() || thread.exit.observed.get())
                && current.depends.get(slot) >= thread.depends.get(slot)
                && current.known.clock.get(slot) >= thread.known.clock.get(slot)
        };
        let unused = self.threads.len();
        // Slot 0 is main's for good.
        (1..unused).find(knows_end_of).or_else(|| (unused < MAX_THREADS).then_some(unused))
    }

    /// Runs `slot` up to its first step, then comes back to the caller.
    pub(crate) fn start_at_once(&mut self, slot: usize) {
        self.threads[slot].starting_for = Some(self.current);
        self.current = slot;
    }
}
