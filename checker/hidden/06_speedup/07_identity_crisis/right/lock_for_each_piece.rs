//! Atomics and locks, but each is touched once for each piece.

use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};

pub fn stock_left(stock: i64, sales: impl ParallelIterator<Item = i64>) -> i64 {
    let left = AtomicI64::new(stock);
    sales.fold(|| 0, |sum, sold| sum + sold).for_each(|sum| {
        left.fetch_sub(sum, Relaxed);
    });
    left.into_inner()
}

pub fn mean_price(prices: impl ParallelIterator<Item = u32>) -> Option<f64> {
    let pairs = prices.map(|price| (u64::from(price), 1));
    let (sum, count) = pairs.reduce(|| (0, 0), |one, other| (one.0 + other.0, one.1 + other.1));
    (count > 0).then(|| sum as f64 / f64::from(count))
}

pub fn best_seller(sold: impl IndexedParallelIterator<Item = u32>) -> Option<(usize, u32)> {
    let best = Mutex::new(None);
    sold.enumerate().fold(|| None, better).for_each(|of_the_piece: Option<(usize, u32)>| {
        let mut best = best.lock().unwrap();
        if let Some(found) = of_the_piece {
            *best = better(*best, found);
        }
    });
    best.into_inner().unwrap()
}

pub fn word_counts<W: Ord + Hash + Clone + Send + Sync>(
    words: impl ParallelIterator<Item = W>,
) -> BTreeMap<W, u64> {
    let all = Mutex::new(BTreeMap::new());
    let pieces = words.fold(HashMap::new, |mut counts: HashMap<W, u64>, word| {
        *counts.entry(word).or_default() += 1;
        counts
    });
    pieces.for_each(|piece| {
        let mut all = all.lock().unwrap();
        piece.into_iter().for_each(|(word, count)| *all.entry(word).or_insert(0) += count);
    });
    all.into_inner().unwrap()
}

fn better(best: Option<(usize, u32)>, next: (usize, u32)) -> Option<(usize, u32)> {
    match best {
        Some(best) if best.1 > next.1 || (best.1 == next.1 && best.0 < next.0) => Some(best),
        _ => Some(next),
    }
}
