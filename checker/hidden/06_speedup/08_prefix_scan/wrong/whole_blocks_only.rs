//@ caught-by: test
//@ because: prefixes of
//! What does not fill a block is left out, and so is a list shorter than the
//! number of threads.

use rayon::prelude::*;

pub fn prefixes<T: Clone + Send + Sync>(
    items: &[T],
    identity: T,
    op: impl Fn(&T, &T) -> T + Send + Sync,
) -> Vec<T> {
    let block = (items.len() / rayon::current_num_threads()).max(2);
    let totals: Vec<T> = items
        .par_chunks_exact(block)
        .map(|items| items[1..].iter().fold(items[0].clone(), |total, item| op(&total, item)))
        .collect();
    let mut before = vec![identity.clone()];
    for total in &totals {
        before.push(op(&before[before.len() - 1], total));
    }
    let parts: Vec<Vec<T>> = items
        .par_chunks_exact(block)
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
