//@ caught-by: test
//@ because: mean of no prices
//! Divides 0 by 0.

use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::hash::Hash;

pub fn stock_left(stock: i64, sales: impl ParallelIterator<Item = i64>) -> i64 {
    stock - sales.sum::<i64>()
}

pub fn mean_price(prices: impl ParallelIterator<Item = u32>) -> Option<f64> {
    let pairs = prices.map(|price| (u64::from(price), 1));
    let (sum, count) = pairs.reduce(|| (0, 0), |one, other| (one.0 + other.0, one.1 + other.1));
    Some(sum as f64 / f64::from(count))
}

pub fn best_seller(sold: impl IndexedParallelIterator<Item = u32>) -> Option<(usize, u32)> {
    sold.enumerate().max_by_key(|&(index, sold)| (sold, Reverse(index)))
}

pub fn word_counts<W: Ord + Hash + Clone + Send + Sync>(
    words: impl ParallelIterator<Item = W>,
) -> BTreeMap<W, u64> {
    let count = |mut counts: BTreeMap<W, u64>, word| {
        *counts.entry(word).or_insert(0) += 1;
        counts
    };
    words.fold(BTreeMap::new, count).reduce(BTreeMap::new, merged)
}

fn merged<W: Ord>(mut one: BTreeMap<W, u64>, other: BTreeMap<W, u64>) -> BTreeMap<W, u64> {
    for (word, count) in other {
        *one.entry(word).or_insert(0) += count;
    }
    one
}
