//! `drop` at the end of each section.

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
        let in_hand = self.take_stamp();
        press();
        drop(in_hand);
    }

    pub fn post(&self, letter: u32) {
        self.row.lock().unwrap().push_back(letter);
    }

    pub fn deliver_all(&self, mut deliver: impl FnMut(u32)) {
        let mut row = self.row.lock().unwrap();
        while let Some(letter) = row.pop_front() {
            drop(row);
            deliver(letter);
            row = self.row.lock().unwrap();
        }
    }

    pub fn at_the_till(&self, count: impl FnOnce(&mut u64)) {
        let mut money = self.till.lock().unwrap();
        count(&mut money);
        drop(money);
    }

    pub fn enter_in_book(&self, write: impl FnOnce(&mut Vec<u32>)) {
        let mut entries = self.book.lock().unwrap();
        write(&mut entries);
    }

    pub fn put_in(&self, tray: usize, letter: u32) {
        self.trays[tray].lock().unwrap().push(letter);
    }

    pub fn pass_on(&self, from: usize, to: usize) -> bool {
        let mut source = self.trays[from].lock().unwrap();
        let letter = source.pop();
        drop(source);
        if let Some(letter) = letter {
            let mut target = self.trays[to].lock().unwrap();
            target.push(letter);
            drop(target);
            true
        } else {
            false
        }
    }

    pub fn tray(&self, tray: usize) -> Vec<u32> {
        self.trays[tray].lock().unwrap().clone()
    }
}
