//@ caught-by: model
//@ because: WouldBlock
//! "Nobody else will be writing just now."

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard};

#[derive(Default)]
pub struct PostOffice {
    stamp: Mutex<()>,
    row: Mutex<VecDeque<u32>>,
    till: Mutex<u64>,
    book: Mutex<Vec<u32>>,
    trays: [Mutex<Vec<u32>>; 2],
}

struct StampInHand<'a> {
    _guard: MutexGuard<'a, ()>,
}

impl PostOffice {
    pub fn new() -> Self {
        Self::default()
    }

    fn take_stamp(&self) -> StampInHand<'_> {
        StampInHand { _guard: self.stamp.lock().unwrap() }
    }

    pub fn stamp(&self, press: impl FnOnce()) {
        let _in_hand = self.take_stamp();
        press();
    }

    pub fn post(&self, letter: u32) {
        self.row.lock().unwrap().push_back(letter);
    }

    pub fn deliver_all(&self, mut deliver: impl FnMut(u32)) {
        loop {
            let next = self.row.lock().unwrap().pop_front();
            let Some(letter) = next else { return };
            deliver(letter);
        }
    }

    pub fn at_the_till(&self, count: impl FnOnce(&mut u64)) {
        let mut money = self.till.lock().unwrap();
        count(&mut money);
    }

    pub fn enter_in_book(&self, write: impl FnOnce(&mut Vec<u32>)) {
        let mut entries = self.book.try_lock().unwrap();
        write(&mut entries);
    }

    pub fn put_in(&self, tray: usize, letter: u32) {
        self.trays[tray].lock().unwrap().push(letter);
    }

    pub fn pass_on(&self, from: usize, to: usize) -> bool {
        let top = self.trays[from].lock().unwrap().pop();
        let Some(letter) = top else { return false };
        self.put_in(to, letter);
        true
    }

    pub fn tray(&self, tray: usize) -> Vec<u32> {
        self.trays[tray].lock().unwrap().clone()
    }
}
