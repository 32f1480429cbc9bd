//@ caught-by: test
//@ because: ticks for
//! The totals in parallel, and then one thread does everything else.

use rayon::prelude::*;

pub fn prefixes<T: Clone + Send + Sync>(
    items: &[T],
    identity: T,
    op: impl Fn(&T, &T) -> T + Send + Sync,
) -> Vec<T> {
    let block = items.len().div_ceil(rayon::current_num_threads()).max(1);
    let totals: Vec<T> = items
        .par_chunks(block)
        .map(|block| block[1..].iter().fold(block[0].clone(), |total, item| op(&total, item)))
        .collect();
    let mut prefixes = vec![identity.clone()];
    let mut before = identity;
    for (block, total) in items.chunks(block).zip(totals) {
        let mut prefix = before.clone();
        for item in block {
            prefix = op(&prefix, item);
            prefixes.push(prefix.clone());
        }
        before = op(&before, &total);
    }
    prefixes
}
