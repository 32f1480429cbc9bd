//! The evening report of a shop.

use rayon::prelude::*;
use std::collections::BTreeMap;
use std::hash::Hash;
use std::sync::Mutex;

/// What is left of the stock after all sales.
pub fn stock_left(stock: i64, sales: impl ParallelIterator<Item = i64>) -> i64 {
    // TODO: depends on where the list is cut.
    sales.reduce(|| stock, |left, sold| left - sold)
}

/// The mean of all prices, if there are any.
pub fn mean_price(prices: impl ParallelIterator<Item = u32>) -> Option<f64> {
    // TODO: depends on where the list is cut.
    prices.map(f64::from).reduce_with(|one, other| (one + other) / 2.0)
}

/// The index and number of what was sold most often, the first of several.
pub fn best_seller(sold: impl IndexedParallelIterator<Item = u32>) -> Option<(usize, u32)> {
    // TODO: depends on where the list is cut.
    let in_a_piece = |best: Option<(usize, u32)>, next: (usize, u32)| match best {
        Some(best) if best.1 > next.1 => Some(best),
        _ => Some(next),
    };
    let of_two_pieces =
        |left: Option<(usize, u32)>, right: Option<(usize, u32)>| match (left, right) {
            (Some(left), Some(right)) if right.1 > left.1 => Some(right),
            (left, right) => left.or(right),
        };
    sold.enumerate().fold(|| None, in_a_piece).reduce(|| None, of_two_pieces)
}

/// How often each word occurs.
pub fn word_counts<W: Ord + Hash + Clone + Send + Sync>(
    words: impl ParallelIterator<Item = W>,
) -> BTreeMap<W, u64> {
    // TODO: right, and the threads take turns.
    let counts = Mutex::new(BTreeMap::new());
    words.for_each(|word| *counts.lock().unwrap().entry(word).or_insert(0) += 1);
    counts.into_inner().unwrap()
}
