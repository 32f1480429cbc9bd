//@ caught-by: test
//@ because: the first
//! In front of a block goes the total of the block before it, not of all.

use rayon::prelude::*;

pub fn prefixes<T: Clone + Send + Sync>(
    items: &[T],
    identity: T,
    op: impl Fn(&T, &T) -> T + Send + Sync,
) -> Vec<T> {
    let block = items.len().div_ceil(rayon::current_num_threads()).max(1);
    let totals: Vec<T> = items
        .par_chunks(block)
        .map(|items| items[1..].iter().fold(items[0].clone(), |total, item| op(&total, item)))
        .collect();
    let parts: Vec<Vec<T>> = items
        .par_chunks(block)
        .enumerate()
        .map(|(number, items)| {
            let mut prefix =
                if number == 0 { identity.clone() } else { totals[number - 1].clone() };
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
