//! A board that the tower fills in and pilots read.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// The wind at an airfield, once it is known.
#[derive(Default)]
pub struct WindBoard {
    direction: AtomicU64,
    speed: AtomicU64,
    posted: AtomicBool,
}

impl WindBoard {
    /// A board with nothing posted.
    pub fn new() -> Self {
        Self {
            direction: AtomicU64::new(0),
            speed: AtomicU64::new(0),
            posted: AtomicBool::new(false),
        }
    }

    /// Posts the wind; called at most once.
    pub fn post(&self, direction: u64, speed: u64) {
        // Relaxed suffices for the data: nobody looks at it before having seen
        // the flag, and the flag orders it. Stronger orderings here and a
        // Relaxed flag are the obvious other answer, and wrong: they order what
        // comes before the *data*, and it is the flag that pilots trust.
        self.direction.store(direction, Ordering::Relaxed);
        self.speed.store(speed, Ordering::Relaxed);

        // Release pairs with the Acquire in `read`. Both stores above happen
        // before whatever follows a load that reads this `true`. It has to be
        // the last of the three: Release covers only what precedes it.
        self.posted.store(true, Ordering::Release);
    }

    /// Direction and speed of the wind, if they are posted.
    pub fn read(&self) -> Option<(u64, u64)> {
        // Acquire pairs with the Release in `post`. With Relaxed here, that
        // Release would have no partner: the loads below could be carried out
        // before this one, and find what was on the board earlier.
        //
        // SeqCst on both would be right too. It adds one order of all SeqCst
        // operations, which matters when threads watch two flags of each other.
        // Here there is one flag, and nothing to add.
        if !self.posted.load(Ordering::Acquire) {
            return None;
        }

        // Relaxed suffices: the Acquire above has made both values visible, and
        // there is only one `post`, so no newer ones can mix in.
        Some((self.direction.load(Ordering::Relaxed), self.speed.load(Ordering::Relaxed)))
    }
}
