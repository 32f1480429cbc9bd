//@ caught-by: model
//@ because: left and sold on the slip
//! Sells under one lock; the report takes it twice.

use parking_lot::Mutex;

pub struct BoxOffice {
    tickets: Mutex<(u64, u64)>,
}

impl BoxOffice {
    pub fn new(total: u64) -> Self {
        Self { tickets: Mutex::new((total, 0)) }
    }

    pub fn sell(&self, count: u64) -> Option<u64> {
        let mut tickets = self.tickets.lock();
        tickets.0 = tickets.0.checked_sub(count)?;
        tickets.1 += count;
        Some(tickets.1 - count + 1)
    }

    pub fn left(&self) -> u64 {
        self.tickets.lock().0
    }

    pub fn report(&self) -> (u64, u64) {
        let left = self.left();
        let sold = self.tickets.lock().1;
        (left, sold)
    }
}
