//! Reader-writer locks, of which only one method makes use.

use std::collections::VecDeque;
use std::sync::{RwLock, RwLockWriteGuard};

#[derive(Default)]
pub struct PostOffice {
    stamp: RwLock<()>,
    row: RwLock<VecDeque<u32>>,
    till: RwLock<u64>,
    book: RwLock<Vec<u32>>,
    trays: [RwLock<Vec<u32>>; 2],
}

struct StampInHand<'a> {
    _guard: RwLockWriteGuard<'a, ()>,
}

impl PostOffice {
    pub fn new() -> Self {
        Self::default()
    }

    fn take_stamp(&self) -> StampInHand<'_> {
        StampInHand { _guard: self.stamp.write().unwrap() }
    }

    pub fn stamp(&self, press: impl FnOnce()) {
        let _in_hand = self.take_stamp();
        press();
    }

    pub fn post(&self, letter: u32) {
        self.row.write().unwrap().push_back(letter);
    }

    pub fn deliver_all(&self, mut deliver: impl FnMut(u32)) {
        loop {
            let next = self.row.write().unwrap().pop_front();
            let Some(letter) = next else { return };
            deliver(letter);
        }
    }

    pub fn at_the_till(&self, count: impl FnOnce(&mut u64)) {
        let mut money = self.till.write().unwrap();
        count(&mut money);
    }

    pub fn enter_in_book(&self, write: impl FnOnce(&mut Vec<u32>)) {
        let mut entries = self.book.write().unwrap();
        write(&mut entries);
    }

    pub fn put_in(&self, tray: usize, letter: u32) {
        self.trays[tray].write().unwrap().push(letter);
    }

    pub fn pass_on(&self, from: usize, to: usize) -> bool {
        let top = self.trays[from].write().unwrap().pop();
        let Some(letter) = top else { return false };
        self.put_in(to, letter);
        true
    }

    pub fn tray(&self, tray: usize) -> Vec<u32> {
        self.trays[tray].read().unwrap().clone()
    }
}
