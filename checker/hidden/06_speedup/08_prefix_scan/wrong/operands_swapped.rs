//@ caught-by: test
//@ because: the first
//! "A sum does not mind the order": puts what stands before a block behind it.

use rayon::prelude::*;

pub fn prefixes<T: Clone + Send + Sync>(
    items: &[T],
    identity: T,
    op: impl Fn(&T, &T) -> T + Send + Sync,
) -> Vec<T> {
    let block = items.len().div_ceil(rayon::current_num_threads()).max(1);
    let mut blocks: Vec<Vec<T>> = items
        .par_chunks(block)
        .map(|items| {
            let mut prefixes = vec![items[0].clone()];
            for item in &items[1..] {
                prefixes.push(op(&prefixes[prefixes.len() - 1], item));
            }
            prefixes
        })
        .collect();
    let mut before = vec![identity.clone()];
    for block in &blocks {
        before.push(op(&before[before.len() - 1], &block[block.len() - 1]));
    }
    blocks.par_iter_mut().zip(before).for_each(|(block, before)| {
        block.iter_mut().for_each(|prefix| *prefix = op(prefix, &before));
    });
    let mut prefixes = vec![identity];
    prefixes.extend(blocks.into_iter().flatten());
    prefixes
}
