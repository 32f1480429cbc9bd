//! What a turn takes over and hands on: knowledge, and locks.

use super::Turn;
use crate::clock::Knowledge;
use crate::execution::Execution;
use crate::object::Object;

impl Turn<'_> {
    /// Learns what the last releases of the action's object knew.
    pub fn acquire(&mut self) {
        let object = self.object();
        let Execution { records, .. } = &*self.execution;
        let sync = records[object].sync.clone();
        self.execution.thread_mut().known.join(&sync);
    }

    /// As [`acquire`](Self::acquire), of an object beside the action's own.
    pub(crate) fn acquire_beside(&mut self, object: &Object) {
        let (index, _) = object.enter(self.execution, object);
        let sync = self.execution.records[index].sync.clone();
        self.execution.thread_mut().known.join(&sync);
    }

    /// Hands what the thread knows to later acquires of the action's object.
    pub fn release(&mut self) {
        let object = self.object();
        let known = self.know();
        self.execution.records[object].sync.join(&known);
    }

    /// What the thread knows now, to go with a message.
    pub fn know(&mut self) -> Knowledge {
        let slot = self.execution.slot();
        let known = &mut self.execution.thread_mut().known;
        known.clock.tick(slot);
        known.clone()
    }

    /// Whether the thread knows of all that `knowledge` does.
    #[must_use]
    pub fn knows(&self, knowledge: &Knowledge) -> bool {
        self.execution.thread().known.covers(knowledge)
    }

    /// Learns what came with a message.
    pub fn learn(&mut self, knowledge: &Knowledge) {
        self.execution.thread_mut().known.join(knowledge);
    }

    /// Writes down that the thread holds the action's object from here on.
    pub fn hold(&mut self) {
        let object = self.object();
        let (serial, place) = (self.serial(), self.step.place);
        self.execution.records[object].holders.push((serial, place));
        self.execution.thread_mut().holds.push((object, place));
    }

    /// Writes down that the thread holds the action's object no more. A guard
    /// may be given back by another thread than took it.
    pub fn unhold(&mut self) {
        let object = self.object();
        self.unhold_at(object);
    }

    /// Gives back a lock that the action touches beside its first object.
    pub fn give_back<T: ?Sized>(&mut self, lock: &crate::lock::Exclusive, whole: &T) {
        let (index, _) = lock.object().enter(self.execution, whole);
        self.unhold_at(index);
        let known = self.know();
        let record = &mut self.execution.records[index];
        record.sync.join(&known);
        record.version += 1;
        if lock.contents().changed(whole, self) {
            self.execution.records[index].contents += 1;
        }
        lock.open();
    }

    fn unhold_at(&mut self, object: usize) {
        let serial = self.serial();
        let holders = &mut self.execution.records[object].holders;
        let own = holders.iter().rposition(|(holder, _)| *holder == serial);
        let Some(at) = own.or(holders.len().checked_sub(1)) else { return };
        let (holder, _) = holders.remove(at);
        if let Some(slot) = self.execution.slot_of(holder) {
            let holds = &mut self.execution.thread_at(slot).holds;
            if let Some(at) = holds.iter().rposition(|(held, _)| *held == object) {
                holds.remove(at);
            }
        }
    }
}
