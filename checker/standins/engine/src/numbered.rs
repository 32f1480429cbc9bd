//! Maps whose keys are addresses or numbers of pages.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

pub type Numbered<V> = HashMap<usize, V, BuildHasherDefault<Mix>>;

/// Nobody chooses an address to make a map slow, so one multiplication will do:
/// Fibonacci hashing (Knuth, TAOCP 6.4), with the bits that it mixes best at
/// the end where a `HashMap` looks first.
#[derive(Debug, Default)]
pub struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26)
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("keys are numbers")
    }

    fn write_usize(&mut self, number: usize) {
        self.0 = number as u64;
    }
}
