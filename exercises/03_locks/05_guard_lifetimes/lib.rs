//! A post office with five things that one clerk at a time may handle.

use std::collections::VecDeque;
use std::mem;
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
        // TODO: keep the stamp in hand while it is pressed.
        let _ = self.take_stamp();
        press();
    }

    /// Puts a letter at the end of the row.
    pub fn post(&self, letter: u32) {
        self.row.lock().unwrap().push_back(letter);
    }

    /// Delivers letters from the front of the row until it is empty.
    pub fn deliver_all(&self, mut deliver: impl FnMut(u32)) {
        // TODO: let others post while a letter is being delivered.
        while let Some(letter) = self.row.lock().unwrap().pop_front() {
            deliver(letter);
        }
    }

    /// Counts the money in the till, alone.
    pub fn at_the_till(&self, count: impl FnOnce(&mut u64)) {
        // TODO: leave the till to whoever comes next.
        let mut money = self.till.lock().unwrap();
        count(&mut money);
        // The money is counted, the guard has done its work.
        mem::forget(money);
    }

    /// Writes in the book, alone.
    pub fn enter_in_book(&self, write: impl FnOnce(&mut Vec<u32>)) {
        // TODO: wait while somebody else writes.
        let mut entries = self.book.try_lock().unwrap();
        write(&mut entries);
    }

    /// Puts a letter on top of a tray.
    pub fn put_in(&self, tray: usize, letter: u32) {
        self.trays[tray].lock().unwrap().push(letter);
    }

    /// Moves the top letter of one tray to another, if there is one.
    pub fn pass_on(&self, from: usize, to: usize) -> bool {
        // TODO: let go of the first tray in time.
        let mut tray = self.trays[from].lock().unwrap();
        let Some(letter) = tray.pop() else {
            return false;
        };
        let mut tray = self.trays[to].lock().unwrap();
        tray.push(letter);
        true
    }

    /// The letters of a tray, the top one last.
    pub fn tray(&self, tray: usize) -> Vec<u32> {
        self.trays[tray].lock().unwrap().clone()
    }
}
