//! The prefixes of each block first; then what stands before it is put in front
//! of each of them.

use rayon::prelude::*;

pub fn prefixes<T: Clone + Send + Sync>(
    items: &[T],
    identity: T,
    op: impl Fn(&T, &T) -> T + Send + Sync,
) -> Vec<T> {
    if items.is_empty() {
        return vec![identity];
    }
    let block = items.len().div_ceil(rayon::current_num_threads());
    let mut prefixes = vec![identity; items.len() + 1];
    prefixes[1..].par_chunks_mut(block).zip(items.par_chunks(block)).for_each(|(into, items)| {
        into[0] = items[0].clone();
        for n in 1..items.len() {
            into[n] = op(&into[n - 1], &items[n]);
        }
    });
    let mut before: Vec<Option<T>> = vec![None];
    for block in prefixes[1..].chunks(block) {
        let total = &block[block.len() - 1];
        before.push(Some(match before.last().unwrap() {
            Some(before) => op(before, total),
            None => total.clone(),
        }));
    }
    prefixes[1..].par_chunks_mut(block).zip(before).for_each(|(into, before)| {
        if let Some(before) = before {
            for place in into {
                *place = op(&before, place);
            }
        }
    });
    prefixes
}
