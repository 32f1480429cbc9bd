//@ caught-by: test
//@ because: the first
//! A parallel loop over blocks, each as if it were the first.

use rayon::prelude::*;

pub fn prefixes<T: Clone + Send + Sync>(
    items: &[T],
    identity: T,
    op: impl Fn(&T, &T) -> T + Send + Sync,
) -> Vec<T> {
    let block = items.len().div_ceil(rayon::current_num_threads()).max(1);
    let parts: Vec<Vec<T>> = items
        .par_chunks(block)
        .map(|items| {
            let mut prefix = identity.clone();
            let mut prefixes = Vec::new();
            for item in items {
                prefix = op(&prefix, item);
                prefixes.push(prefix.clone());
            }
            prefixes
        })
        .collect();
    let mut prefixes = vec![identity.clone()];
    prefixes.extend(parts.into_iter().flatten());
    prefixes
}
