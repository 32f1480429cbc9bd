//! Choosing executions at random, where there are too many to walk.
//!
//! Three ways take turns. A *random walk* lets any thread take the next step.
//! The other two are *PCT* (Burckhardt, Kothari, Musuvathi and Nagarakatte
//! 2010), with one and with two change points: each thread has a random
//! priority, the highest that can run runs, and at a change point the running
//! thread falls behind all others. In a program of `n` threads and `k` steps a
//! bug that takes a certain order of `d` steps, `d - 1` of them change points,
//! shows in a run with a chance of at least `1 / (n * k^(d - 1))`.

use crate::clock::{MAX_THREADS, Threads};

/// Change points of the ways that take turns; `None` walks at random.
const WAYS: [Option<usize>; 4] = [Some(1), None, Some(1), Some(2)];

/// Draws the executions of a pass.
#[derive(Debug)]
pub struct Sampler {
    state: u64,
    runs: usize,
    /// Steps of the longest execution so far: where change points can lie.
    longest: usize,
    /// Higher runs first; 0 until the thread is first seen.
    priorities: [u64; MAX_THREADS],
    changes: Vec<usize>,
    walks: bool,
    /// The next priority below all others.
    lowest: u64,
}

/// Priorities drawn are above this, those of threads that fell behind below.
const DRAWN: u64 = 1 << 32;

impl Sampler {
    pub fn new() -> Self {
        Self {
            state: 0x5eed,
            runs: 0,
            longest: 16,
            priorities: [0; MAX_THREADS],
            changes: Vec::new(),
            walks: false,
            lowest: DRAWN,
        }
    }

    /// How many of the executions had one change point.
    pub fn with_one_change(&self) -> u64 {
        (self.runs / 2) as u64
    }

    /// Begins another execution; the one before had so many steps.
    pub fn begin(&mut self, steps: usize) {
        self.longest = self.longest.max(steps);
        let way = WAYS[self.runs % WAYS.len()];
        self.runs += 1;
        self.priorities = [0; MAX_THREADS];
        self.lowest = DRAWN;
        self.walks = way.is_none();
        self.changes = (0..way.unwrap_or(0)).map(|_| 0).collect();
        for at in 0..self.changes.len() {
            self.changes[at] = self.below(self.longest);
        }
    }

    /// Who takes the step after `steps` others. `last` took the one before; it
    /// `yielded`, or waits in a loop, if it should let others go first.
    pub fn pick(&mut self, enabled: Threads, last: usize, yielded: bool, steps: usize) -> usize {
        if self.walks {
            let nth = self.below(enabled.count_ones() as usize);
            return members(enabled).nth(nth).expect("it is one of them");
        }
        if yielded || self.changes.contains(&steps) {
            self.lowest -= 1;
            self.priorities[last] = self.lowest;
        }
        for slot in members(enabled) {
            if self.priorities[slot] == 0 {
                self.priorities[slot] = DRAWN + (self.next() >> 32);
            }
        }
        members(enabled).max_by_key(|&slot| self.priorities[slot]).expect("somebody is enabled")
    }

    /// One of `of` alternatives: the usual one as often as not, or where
    /// `rarely` nearly always.
    pub fn choose(&mut self, of: usize, rarely: bool) -> usize {
        let usual = if rarely { 15 } else { 8 };
        if self.below(16) < usual { 0 } else { self.below(of) }
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() >> 33).expect("31 bits are few") % limit.max(1)
    }

    /// xorshift64* (Vigna 2016).
    fn next(&mut self) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        self.state.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }
}

fn members(threads: Threads) -> impl Iterator<Item = usize> {
    (0..MAX_THREADS).filter(move |slot| threads & (1 << slot) != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_thread_is_picked_and_only_enabled_ones() {
        let mut sampler = Sampler::new();
        let mut seen = 0;
        for _ in 0..300 {
            sampler.begin(20);
            for steps in 0..20 {
                let slot = sampler.pick(0b10110, 1, false, steps);
                assert!(0b10110 & (1 << slot) != 0);
                seen |= 1 << slot;
            }
        }
        assert_eq!(seen, 0b10110);
    }

    #[test]
    fn without_a_change_point_the_highest_runs_on() {
        let mut sampler = Sampler::new();
        sampler.begin(20);
        sampler.changes.clear();
        let first = sampler.pick(0b111, 0, false, 0);
        assert!((1..10).all(|steps| sampler.pick(0b111, first, false, steps) == first));
        assert_ne!(sampler.pick(0b111, first, true, 10), first);
    }
}
