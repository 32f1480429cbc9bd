//@ caught-by: test
//@ because: the first
//! Off by one at the borders: the total of a block has the next one's first item.

use rayon::prelude::*;

pub fn prefixes<T: Clone + Send + Sync>(
    items: &[T],
    identity: T,
    op: impl Fn(&T, &T) -> T + Send + Sync,
) -> Vec<T> {
    let block = items.len().div_ceil(rayon::current_num_threads()).max(1);
    let starts: Vec<usize> = (0..items.len()).step_by(block).collect();
    let totals: Vec<T> = starts
        .par_iter()
        .map(|&start| {
            let end = (start + block).min(items.len() - 1);
            (start + 1..=end).fold(items[start].clone(), |total, n| op(&total, &items[n]))
        })
        .collect();
    let mut before = vec![identity.clone()];
    for total in &totals {
        before.push(op(&before[before.len() - 1], total));
    }
    let parts: Vec<Vec<T>> = items
        .par_chunks(block)
        .zip(before)
        .map(|(items, mut prefix)| {
            let mut prefixes = Vec::new();
            for item in items {
                prefix = op(&prefix, item);
                prefixes.push(prefix.clone());
            }
            prefixes
        })
        .collect();
    let mut prefixes = vec![identity];
    prefixes.extend(parts.into_iter().flatten());
    prefixes
}
