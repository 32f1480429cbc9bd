//! The box office of a cable car.

use parking_lot::Mutex;

/// Sells numbered tickets.
//
// What must be true whenever nobody is in the middle of a sale: left + sold =
// total. `total` never changes, so one of the other two is enough, and the
// best protection of a number is not to have it. With two numbers, one lock
// would have to be around both: a lock for each keeps each number whole and
// says nothing of their sum.
pub struct BoxOffice {
    total: u64,
    left: Mutex<u64>,
}

impl BoxOffice {
    /// Tickets 1 to `total`, none of them sold.
    pub fn new(total: u64) -> Self {
        Self { total, left: Mutex::new(total) }
    }

    /// Sells `count` tickets in a row and returns the first number, or sells
    /// nothing if there are too few.
    pub fn sell(&self, count: u64) -> Option<u64> {
        // One guard from the check to the last change. If the check has a guard
        // of its own, another counter sells between the check and the sale,
        // and both believe that the last tickets are theirs.
        let mut left = self.left.lock();
        // The number is worked out under the same guard. Two sales that learn
        // their number later could learn the same one.
        let first = self.total - *left + 1;
        // `checked_sub` is check and subtraction in one, but it is the guard
        // that keeps others out from here to the line after.
        *left = left.checked_sub(count)?;
        Some(first)
        // With an atomic instead of the lock, `fetch_update` does the same: it
        // repeats check and subtraction until nobody has come between. To
        // subtract first, look, and add back is not the same. For a moment the
        // board shows less than nothing, and a customer who comes in that
        // moment is refused although there is a ticket for him.
    }

    /// The number of tickets left.
    pub fn left(&self) -> u64 {
        *self.left.lock()
    }

    /// The number of tickets left and the number sold, at one moment.
    pub fn report(&self) -> (u64, u64) {
        // A single look. Two looks, one for each number, are two moments.
        let left = self.left();
        (left, self.total - left)
    }
    // Cost: all counters meet at one lock, for a few instructions at a time.
    // That is cheap beside the printing of a ticket.
}
