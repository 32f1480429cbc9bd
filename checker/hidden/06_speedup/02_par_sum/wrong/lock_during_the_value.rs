//@ caught-by: test
//@ because: calls under way on average
//! Takes the lock first, then asks for the value.

use rayon::prelude::*;
use std::sync::Mutex;

pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    let total = Mutex::new(0);
    items.par_iter().for_each(|&item| {
        let mut total = total.lock().unwrap();
        *total += value(item);
    });
    total.into_inner().unwrap()
}
