//! What must come about in finite time: that others have their turn, and that
//! a store becomes visible.
//!
//! A loop that does something new in each round is not spinning (see `spin`),
//! but it may wait for another thread all the same, and then the number of its
//! rounds must not depend on a search that never lets that thread go on.

use crate::object::Place;

/// Yields in a row that a thread has before it gives way.
const MOST_YIELDS: u32 = 3;

/// Steps at one place that a thread takes in a row before it gives way.
const MOST_VISITS: u32 = 32;

/// Loads of one thread that return the same old store.
const MOST_STALE: u32 = 3;

/// What one thread does again and again while nobody else takes a step.
#[derive(Debug)]
pub struct Rounds {
    /// Steps that the thread has taken, those before its start included.
    pub own_steps: usize,
    others_steps: usize,
    yields: u32,
    visits: Vec<(Place, u32)>,
    most: u32,
}

impl Rounds {
    /// For a thread that starts after so many steps.
    pub const fn new(steps: usize) -> Self {
        Self { own_steps: steps, others_steps: 0, yields: 0, visits: Vec::new(), most: 0 }
    }

    /// Starts to count anew where others have taken steps.
    fn look_at_others(&mut self, others_steps: usize) {
        if self.others_steps != others_steps {
            self.others_steps = others_steps;
            self.yields = 0;
            self.visits.clear();
            self.most = 0;
        }
    }

    pub fn yields(&mut self, others_steps: usize) {
        self.look_at_others(others_steps);
        self.yields += 1;
    }

    pub fn visits(&mut self, place: Place, others_steps: usize) {
        self.look_at_others(others_steps);
        let known = self.visits.iter_mut().find(|(known, _)| std::ptr::eq(*known, place));
        let count = match known {
            Some((_, count)) => {
                *count += 1;
                *count
            }
            None => {
                self.visits.push((place, 1));
                1
            }
        };
        self.most = self.most.max(count);
    }

    /// Whether it is the others' turn.
    pub fn are_enough(&self, others_steps: usize) -> bool {
        self.others_steps == others_steps
            && (self.yields >= MOST_YIELDS || self.most >= MOST_VISITS)
    }
}

/// Old values that a thread goes on reading. A store becomes visible in finite
/// time, so a loop that waits for it ends, whatever else it does.
#[derive(Debug, Default)]
pub struct Stale(Vec<(usize, u32, u32)>);

impl Stale {
    /// The thread read the store with the stamp `at`, which is not the newest.
    pub fn read(&mut self, object: usize, at: u32) {
        match self.0.iter_mut().find(|(known, ..)| *known == object) {
            Some((_, known, count)) if *known == at => *count += 1,
            Some(other) => *other = (object, at, 1),
            None => self.0.push((object, at, 1)),
        }
    }

    /// The stamp of the oldest store that the thread may still read, or less.
    pub fn floor(&self, object: usize) -> u32 {
        let known = self.0.iter().find(|(known, ..)| *known == object);
        known.filter(|(.., count)| *count >= MOST_STALE).map_or(0, |(_, at, _)| at + 1)
    }
}
