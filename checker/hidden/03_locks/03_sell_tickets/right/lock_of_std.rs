//! The lock of std, and a list of the tickets themselves.

use std::collections::VecDeque;
use std::sync::Mutex;

pub struct BoxOffice {
    total: usize,
    tickets: Mutex<VecDeque<u64>>,
}

impl BoxOffice {
    pub fn new(total: u64) -> Self {
        Self { total: total as usize, tickets: Mutex::new((1..=total).collect()) }
    }

    pub fn sell(&self, count: u64) -> Option<u64> {
        let mut tickets = self.tickets.lock().unwrap();
        if (tickets.len() as u64) < count {
            return None;
        }
        tickets.drain(..count as usize).next()
    }

    pub fn left(&self) -> u64 {
        self.tickets.lock().unwrap().len() as u64
    }

    pub fn report(&self) -> (u64, u64) {
        let left = self.tickets.lock().unwrap().len();
        (left as u64, (self.total - left) as u64)
    }
}
