//! Both numbers behind one lock.

use parking_lot::Mutex;

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
        let mut tickets = self.tickets.lock();
        if tickets.left < count {
            return None;
        }
        let first = tickets.sold + 1;
        tickets.left -= count;
        tickets.sold += count;
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
