//! Finds threads that go round in a loop and learn nothing new.
//!
//! A thread that makes the same read at the same place and finds the same
//! version, again and again with no change of its own in between, is spinning:
//! running it further shows nothing until some other thread changes something.
//! The search then lets the others go first. A loop that asks only a bounded
//! number of times still ends: when nobody else can go on, it is let go on,
//! and from then on it reads the newest value, as real memory does in finite
//! time.

use crate::object::Place;

/// Equal reads before a thread counts as spinning, without and with a hint
/// (`spin_loop`, `yield_now`, `sleep`) in the loop.
const BARE: u32 = 3;
const HINTED: u32 = 1;

#[derive(Debug, Default)]
pub struct Spin {
    reads: Vec<Read>,
    hinted: bool,
    /// The change count at which the thread was found spinning.
    waits_since: Option<u64>,
    /// Whether loads must return the newest value.
    pub sees_newest: bool,
}

#[derive(Debug)]
struct Read {
    place: Place,
    object: usize,
    version: u64,
    count: u32,
}

impl Spin {
    /// The thread read `version` of `object`, when `changes` had been made.
    pub fn read(&mut self, place: Place, object: usize, version: u64, changes: u64) {
        let limit = if self.hinted { HINTED } else { BARE };
        let known =
            self.reads.iter_mut().find(|r| r.object == object && std::ptr::eq(r.place, place));
        match known {
            Some(read) if read.version == version => {
                read.count += 1;
                if read.count > limit {
                    self.waits_since = Some(changes);
                }
            }
            Some(_) => self.progress(),
            None => self.reads.push(Read { place, object, version, count: 1 }),
        }
    }

    /// The thread changed something, or found something changed.
    pub fn progress(&mut self) {
        *self = Self::default();
    }

    pub fn hint(&mut self) {
        self.hinted = true;
    }

    /// Whether the next equal read at `place` would be one too many.
    pub fn goes_round(&self, place: Place) -> bool {
        let limit = if self.hinted { HINTED } else { BARE };
        self.reads.iter().any(|read| std::ptr::eq(read.place, place) && read.count >= limit)
    }

    /// Whether the thread would only find what it found before.
    pub fn is_idle(&self, changes: u64) -> bool {
        self.waits_since == Some(changes)
    }

    /// Lets the thread go on because nobody else can.
    pub fn release(&mut self) {
        self.progress();
        self.sees_newest = true;
    }
}
