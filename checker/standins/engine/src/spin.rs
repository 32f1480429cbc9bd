//! Finds threads that go round in a loop and learn nothing new.
//!
//! A thread that looks at the same object from the same place again and again,
//! and finds what it found before, is polling: running it further shows
//! nothing until some other thread changes what it looks at. The search then
//! lets the others go first. A loop that asks only a bounded number of times
//! still ends: when nobody else can go on, it is let go on, and from then on it
//! reads the newest value, as real memory does in finite time.
//!
//! Looking is loading, failing to exchange or to lock, and locking as well: a
//! critical section that changes nothing is a look at what the lock protects.
//! What the thread changes itself is no news to it.

use crate::object::{Place, Record};

/// Equal looks before a thread counts as polling: with a hint (`spin_loop`,
/// `yield_now`, `sleep`) in the loop, without one, and in a loop that changes
/// something, which is more likely to get somewhere.
const HINTED: u32 = 1;
const BARE: u32 = 3;
const BUSY: u32 = 5;

/// What of an object is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    /// All of it.
    Whole,
    /// What a lock protects, and not who holds it.
    Content,
}

impl Aspect {
    /// How often this has changed.
    fn version(self, record: &Record) -> u64 {
        match self {
            Self::Whole => record.version,
            Self::Content => record.contents,
        }
    }
}

#[derive(Debug, Default)]
pub struct Spin {
    looks: Vec<Look>,
    hinted: bool,
    /// Whether the thread changed something since it last learned something.
    busy: bool,
    polling: bool,
    /// Whether loads must return the newest value.
    pub sees_newest: bool,
}

#[derive(Debug)]
struct Look {
    place: Place,
    object: usize,
    aspect: Aspect,
    /// What was found, as a version.
    found: u64,
    /// The newest version at that time.
    newest: u64,
    count: u32,
}

impl Spin {
    /// The thread looked at an object and found the version `found` of it.
    pub fn look(
        &mut self,
        place: Place,
        object: usize,
        aspect: Aspect,
        found: Option<u64>,
        record: &Record,
    ) {
        let newest = aspect.version(record);
        let found = found.unwrap_or(newest);
        let limit = self.limit();
        let same = |look: &&mut Look| look.object == object && std::ptr::eq(look.place, place);
        match self.looks.iter_mut().find(same) {
            Some(look) if look.found == found => {
                look.newest = newest;
                look.count += 1;
                self.polling |= look.count > limit;
                // In a loop that has come round twice, what was looked at once
                // was before it: news of that is no reason to go on.
                if look.count > 2 {
                    self.looks.retain(|look| look.count > 1);
                }
            }
            Some(_) => {
                *self = Self::default();
                self.looks.push(Look { place, object, aspect, found, newest, count: 1 });
            }
            None => self.looks.push(Look { place, object, aspect, found, newest, count: 1 }),
        }
    }

    fn limit(&self) -> u32 {
        match (self.hinted, self.busy) {
            (true, _) => HINTED,
            (false, false) => BARE,
            (false, true) => BUSY,
        }
    }

    /// The thread changed an object. `found` is what a look would find now.
    pub fn change(&mut self, object: usize, found: Option<u64>, record: &Record) {
        self.busy = true;
        for look in self.looks.iter_mut().filter(|look| look.object == object) {
            look.newest = look.aspect.version(record);
            look.found = found.unwrap_or(look.newest);
        }
    }

    pub fn hint(&mut self) {
        self.hinted = true;
    }

    /// Whether the thread is in a loop that gets nowhere by itself.
    pub fn is_polling(&self) -> bool {
        self.polling
    }

    /// Whether the next equal look at `place` would be one too many.
    pub fn goes_round(&self, place: Place) -> bool {
        let limit = self.limit();
        self.looks.iter().any(|look| std::ptr::eq(look.place, place) && look.count >= limit)
    }

    /// Whether the thread would only find what it found before.
    pub fn is_idle(&self, records: &[Record]) -> bool {
        let is_old = |look: &Look| look.newest == look.aspect.version(&records[look.object]);
        self.polling && self.looks.iter().all(is_old)
    }

    /// Lets the thread go on because nobody else can.
    pub fn release(&mut self) {
        *self = Self { sees_newest: true, ..Self::default() };
    }
}
