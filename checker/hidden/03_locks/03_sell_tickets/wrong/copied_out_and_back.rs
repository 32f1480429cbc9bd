//@ caught-by: model
//@ because: critical section cut in two
//! Works on a copy and writes it back: "the lock is held for as short as can be".

use parking_lot::Mutex;

#[derive(Clone)]
struct Tickets {
    left: u64,
    sold: u64,
}

pub struct BoxOffice {
    tickets: Mutex<Tickets>,
}

impl BoxOffice {
    pub fn new(total: u64) -> Self {
        Self { tickets: Mutex::new(Tickets { left: total, sold: 0 }) }
    }

    pub fn sell(&self, count: u64) -> Option<u64> {
        let mut tickets = self.tickets.lock().clone();
        tickets.left = tickets.left.checked_sub(count)?;
        let first = tickets.sold + 1;
        tickets.sold += count;
        *self.tickets.lock() = tickets;
        Some(first)
    }

    pub fn left(&self) -> u64 {
        self.tickets.lock().left
    }

    pub fn report(&self) -> (u64, u64) {
        let tickets = self.tickets.lock();
        (tickets.left, tickets.sold)
    }
}
