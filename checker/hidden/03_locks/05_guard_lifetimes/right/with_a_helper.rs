//! A helper that locks, calls and unlocks: no guard is ever in sight.

use std::collections::VecDeque;
use std::sync::Mutex;

#[derive(Default)]
struct Locked<T>(Mutex<T>);

impl<T> Locked<T> {
    fn with<R>(&self, work: impl FnOnce(&mut T) -> R) -> R {
        work(&mut self.0.lock().unwrap())
    }
}

#[derive(Default)]
pub struct PostOffice {
    stamp: Locked<()>,
    row: Locked<VecDeque<u32>>,
    till: Locked<u64>,
    book: Locked<Vec<u32>>,
    trays: [Locked<Vec<u32>>; 2],
}

impl PostOffice {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn stamp(&self, press: impl FnOnce()) {
        self.stamp.with(|()| press());
    }

    pub fn post(&self, letter: u32) {
        self.row.with(|row| row.push_back(letter));
    }

    pub fn deliver_all(&self, mut deliver: impl FnMut(u32)) {
        while let Some(letter) = self.row.with(VecDeque::pop_front) {
            deliver(letter);
        }
    }

    pub fn at_the_till(&self, count: impl FnOnce(&mut u64)) {
        self.till.with(count);
    }

    pub fn enter_in_book(&self, write: impl FnOnce(&mut Vec<u32>)) {
        self.book.with(write);
    }

    pub fn put_in(&self, tray: usize, letter: u32) {
        self.trays[tray].with(|tray| tray.push(letter));
    }

    pub fn pass_on(&self, from: usize, to: usize) -> bool {
        let letter = self.trays[from].with(Vec::pop);
        letter.map(|letter| self.put_in(to, letter)).is_some()
    }

    pub fn tray(&self, tray: usize) -> Vec<u32> {
        self.trays[tray].with(|tray| tray.clone())
    }
}
