//! A post office with five things that one clerk at a time may handle.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard};

/// The one room of the post office.
#[derive(Default)]
pub struct PostOffice {
    stamp: Mutex<()>,
    row: Mutex<VecDeque<u32>>,
    till: Mutex<u64>,
    book: Mutex<Vec<u32>>,
    trays: [Mutex<Vec<u32>>; 2],
}

/// The stamp belongs to whoever has this, until it is dropped.
//
// `must_use` warns where the value is not used at all, `office.take_stamp();`.
// It keeps quiet for `let _ = …`: the underscore is how one says that a value
// is not wanted. For the guards of std itself, rustc refuses that too.
#[must_use = "the stamp is given back when this is dropped"]
struct StampInHand<'a> {
    _guard: MutexGuard<'a, ()>,
}

impl PostOffice {
    /// An office with nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    fn take_stamp(&self) -> StampInHand<'_> {
        StampInHand { _guard: self.stamp.lock().unwrap() }
    }

    /// Presses the stamp, alone.
    pub fn stamp(&self, press: impl FnOnce()) {
        // Too short: `_` is a pattern that binds nothing, so the guard was
        // dropped at the semicolon and the stamp was pressed without it.
        // `_in_hand` is a name. The guard lives to the end of the block.
        let _in_hand = self.take_stamp();
        press();
    }

    /// Puts a letter at the end of the row.
    pub fn post(&self, letter: u32) {
        self.row.lock().unwrap().push_back(letter);
    }

    /// Delivers letters from the front of the row until it is empty.
    pub fn deliver_all(&self, mut deliver: impl FnMut(u32)) {
        loop {
            // Too long: what stands between `while let` and its brace lives to
            // the end of each round, so the row was locked during `deliver`.
            // `deliver` posts a letter and waits for its own thread.
            //
            // A statement of its own ends at the semicolon, and the guard with
            // it. The obvious other answer, to take all letters out at once,
            // misses those that are posted during the delivery.
            let next = self.row.lock().unwrap().pop_front();
            let Some(letter) = next else { return };
            deliver(letter);
        }
    }

    /// Counts the money in the till, alone.
    pub fn at_the_till(&self, count: impl FnOnce(&mut u64)) {
        // For ever: to forget a value is *not* to run its destructor, and the
        // destructor is what unlocks. Nothing has to be said at the end of the
        // block; `drop(money)` would say it sooner.
        let mut money = self.till.lock().unwrap();
        count(&mut money);
    }

    /// Writes in the book, alone.
    pub fn enter_in_book(&self, write: impl FnOnce(&mut Vec<u32>)) {
        // `try_lock` does not wait: that somebody else is writing was an error
        // and `unwrap` made a panic of it. The `unwrap` after `lock` is another
        // matter. It fails only where a holder of the lock has panicked.
        let mut entries = self.book.lock().unwrap();
        write(&mut entries);
    }

    /// Puts a letter on top of a tray.
    pub fn put_in(&self, tray: usize, letter: u32) {
        self.trays[tray].lock().unwrap().push(letter);
    }

    /// Moves the top letter of one tray to another, if there is one.
    pub fn pass_on(&self, from: usize, to: usize) -> bool {
        // Too long: a second `let tray` hides the first guard and drops
        // nothing, so both trays were held. 0→1 held 0 and waited for 1, 1→0
        // the other way round, and 0→0 waited for itself.
        //
        // One statement for each tray: never more than one lock is held, so no
        // order of locks can be wrong. Where both trays had to agree at every
        // moment, both locks would have to be held, in one order for all.
        let top = self.trays[from].lock().unwrap().pop();
        let Some(letter) = top else { return false };
        self.put_in(to, letter);
        true
    }

    /// The letters of a tray, the top one last.
    pub fn tray(&self, tray: usize) -> Vec<u32> {
        self.trays[tray].lock().unwrap().clone()
    }
    // Cost: none of this costs anything. A shorter section only lets others in
    // earlier.
}
