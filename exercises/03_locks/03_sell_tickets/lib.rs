//! The box office of a cable car.

use parking_lot::Mutex;

/// Sells numbered tickets.
pub struct BoxOffice {
    left: Mutex<u64>,
    sold: Mutex<u64>,
}

impl BoxOffice {
    /// Tickets 1 to `total`, none of them sold.
    pub fn new(total: u64) -> Self {
        Self { left: Mutex::new(total), sold: Mutex::new(0) }
    }

    /// Sells `count` tickets in a row and returns the first number, or sells
    /// nothing if there are too few.
    pub fn sell(&self, count: u64) -> Option<u64> {
        // TODO: sell what is there, and each ticket once.
        if *self.left.lock() < count {
            return None;
        }
        *self.left.lock() -= count;
        let mut sold = self.sold.lock();
        let first = *sold + 1;
        *sold += count;
        Some(first)
    }

    /// The number of tickets left.
    pub fn left(&self) -> u64 {
        *self.left.lock()
    }

    /// The number of tickets left and the number sold, at one moment.
    pub fn report(&self) -> (u64, u64) {
        // TODO: let the two add up.
        let left = *self.left.lock();
        let sold = *self.sold.lock();
        (left, sold)
    }
}
