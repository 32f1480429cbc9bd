//! Sorts the words; sums in floating point; finds the first by hand.

use rayon::prelude::*;
use std::collections::BTreeMap;
use std::hash::Hash;

pub fn stock_left(stock: i64, sales: impl ParallelIterator<Item = i64>) -> i64 {
    let sold: Vec<i64> = sales.collect();
    stock - sold.par_iter().sum::<i64>()
}

pub fn mean_price(prices: impl ParallelIterator<Item = u32>) -> Option<f64> {
    let prices: Vec<f64> = prices.map(f64::from).collect();
    if prices.is_empty() {
        None
    } else {
        Some(prices.par_iter().sum::<f64>() / prices.len() as f64)
    }
}

pub fn best_seller(sold: impl IndexedParallelIterator<Item = u32>) -> Option<(usize, u32)> {
    let sold: Vec<u32> = sold.collect();
    let most = *sold.par_iter().max()?;
    sold.par_iter().position_first(|&number| number == most).map(|index| (index, most))
}

pub fn word_counts<W: Ord + Hash + Clone + Send + Sync>(
    words: impl ParallelIterator<Item = W>,
) -> BTreeMap<W, u64> {
    let mut words: Vec<W> = words.collect();
    words.par_sort();
    let runs = words.chunk_by(|one, other| one == other);
    runs.map(|run| (run[0].clone(), run.len() as u64)).collect()
}
