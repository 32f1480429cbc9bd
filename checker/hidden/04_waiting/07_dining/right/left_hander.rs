//! The last seat begins with the right hand.

use parking_lot::Mutex;

pub struct Table {
    forks: Vec<Mutex<u32>>,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        let mut forks = Vec::new();
        for _ in 0..seats {
            forks.push(Mutex::new(0));
        }
        Self { forks }
    }

    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        let last = self.forks.len() - 1;
        if seat == last {
            let mut right = self.forks[0].lock();
            let mut left = self.forks[last].lock();
            *right += 1;
            *left += 1;
            meal();
        } else {
            let mut left = self.forks[seat].lock();
            let mut right = self.forks[seat + 1].lock();
            *left += 1;
            *right += 1;
            meal();
        }
    }
}
