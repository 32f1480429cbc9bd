//! Sorts in place, which begins on one thread, and counts the runs.

use rayon::prelude::*;
use std::collections::BTreeMap;
use std::hash::Hash;

pub fn stock_left(stock: i64, sales: impl ParallelIterator<Item = i64>) -> i64 {
    sales.chain(rayon::iter::once(-stock)).map(|sold| -sold).sum()
}

pub fn mean_price(prices: impl ParallelIterator<Item = u32>) -> Option<f64> {
    let prices: Vec<u32> = prices.collect();
    let sum: u64 = prices.iter().copied().map(u64::from).sum();
    if prices.is_empty() { None } else { Some(sum as f64 / prices.len() as f64) }
}

pub fn best_seller(sold: impl IndexedParallelIterator<Item = u32>) -> Option<(usize, u32)> {
    sold.enumerate()
        .map(|(index, sold)| (usize::MAX - index, sold))
        .fold(|| None, |best: Option<(u32, usize)>, (index, sold)| best.max(Some((sold, index))))
        .reduce(|| None, Option::max)
        .map(|(sold, index)| (usize::MAX - index, sold))
}

pub fn word_counts<W: Ord + Hash + Clone + Send + Sync>(
    words: impl ParallelIterator<Item = W>,
) -> BTreeMap<W, u64> {
    let mut words: Vec<W> = words.collect();
    words.par_sort_unstable();
    let mut counts: BTreeMap<W, u64> = BTreeMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts
}
