//! Means with their weights, and maps of single words.

use rayon::prelude::*;
use std::collections::BTreeMap;
use std::hash::Hash;

pub fn stock_left(stock: i64, sales: impl ParallelIterator<Item = i64>) -> i64 {
    sales.fold(|| 0, |sum, sold| sum - sold).reduce(|| 0, |one, other| one + other) + stock
}

pub fn mean_price(prices: impl ParallelIterator<Item = u32>) -> Option<f64> {
    let weighed = |(one, m): (f64, f64), (other, n): (f64, f64)| {
        if m + n == 0.0 { (0.0, 0.0) } else { ((one * m + other * n) / (m + n), m + n) }
    };
    let (mean, weight) = prices.map(|price| (f64::from(price), 1.0)).reduce(|| (0.0, 0.0), weighed);
    (weight > 0.0).then_some(mean)
}

pub fn best_seller(sold: impl IndexedParallelIterator<Item = u32>) -> Option<(usize, u32)> {
    let first = |one: (usize, u32), other: (usize, u32)| if other.1 > one.1 { other } else { one };
    sold.enumerate().reduce_with(first)
}

pub fn word_counts<W: Ord + Hash + Clone + Send + Sync>(
    words: impl ParallelIterator<Item = W>,
) -> BTreeMap<W, u64> {
    words.map(|word| BTreeMap::from([(word, 1)])).reduce(BTreeMap::new, merged)
}

fn merged<W: Ord>(mut one: BTreeMap<W, u64>, other: BTreeMap<W, u64>) -> BTreeMap<W, u64> {
    for (word, count) in other {
        *one.entry(word).or_insert(0) += count;
    }
    one
}
