//@ caught-by: speed
//@ because: too slow
//! One lock for all threads, taken for each item.

use rayon::prelude::*;
use std::sync::Mutex;

pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    let total = Mutex::new(0);
    items.par_iter().for_each(|&item| {
        let value = value(item);
        *total.lock().unwrap() += value;
    });
    total.into_inner().unwrap()
}
