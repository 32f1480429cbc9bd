//! A round table with a fork between each two neighbours.

use parking_lot::Mutex;

/// Seats and forks, numbered from 0.
//
// One lock around the whole table would be right for the forks and wrong for
// the owner: seat 0 and seat 2 of four share no fork and would still wait for
// one another. With a lock per fork, whoever shares none never meets.
pub struct Table {
    forks: Vec<Mutex<()>>,
}

impl Table {
    /// A table for `seats` people, two or more.
    pub fn new(seats: usize) -> Self {
        Self { forks: (0..seats).map(|_| Mutex::new(())).collect() }
    }

    /// Takes both forks of the seat, has the meal and puts the forks back.
    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        let (left, right) = (seat, (seat + 1) % self.forks.len());

        // The lower number first, whichever hand it is for. If everybody takes
        // the left one first, the waiting runs around the table and comes back
        // to where it began: 0 waits for 1, 1 for 2, 2 for 0. With one order
        // for all, who waits for a fork holds lower ones only. So whoever has
        // the highest fork that is held waits for nobody, and can go on.
        //
        // It changes one person only, the one in the last seat, who now takes
        // the right fork first. That is enough to cut a circle.
        //
        // Trying the second fork and giving the first one back if it is taken
        // would also cut it; a loop around that is a person who works at
        // waiting. Sleeping a moment between the two makes the bad evening
        // rarer, and does not rule it out.
        let _first = self.forks[left.min(right)].lock();
        let _second = self.forks[left.max(right)].lock();

        // The guards have names, so they live to the end of the function. With
        // `let _ =` both would be gone at the end of their line.
        meal();
        // It costs some waiting: while seat 0 eats, a hungry neighbour in the
        // middle may hold its lower fork and wait for the higher one, and so
        // keep the next one waiting for a fork that nobody eats with.
    }
}
