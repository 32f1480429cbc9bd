//@ caught-by: test
//@ because: two threads that compare words at the same time
//! One map for all: they take turns at it.

use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::Mutex;

pub fn stock_left(stock: i64, sales: impl ParallelIterator<Item = i64>) -> i64 {
    stock - sales.sum::<i64>()
}

pub fn mean_price(prices: impl ParallelIterator<Item = u32>) -> Option<f64> {
    let pairs = prices.map(|price| (u64::from(price), 1));
    let (sum, count) = pairs.reduce(|| (0, 0), |one, other| (one.0 + other.0, one.1 + other.1));
    (count > 0).then(|| sum as f64 / f64::from(count))
}

pub fn best_seller(sold: impl IndexedParallelIterator<Item = u32>) -> Option<(usize, u32)> {
    sold.enumerate().max_by_key(|&(index, sold)| (sold, Reverse(index)))
}

pub fn word_counts<W: Ord + Hash + Clone + Send + Sync>(
    words: impl ParallelIterator<Item = W>,
) -> BTreeMap<W, u64> {
    let counts = Mutex::new(BTreeMap::new());
    words.for_each(|word| *counts.lock().unwrap().entry(word).or_insert(0) += 1);
    counts.into_inner().unwrap()
}
