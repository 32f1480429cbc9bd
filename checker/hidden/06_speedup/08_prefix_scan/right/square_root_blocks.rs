//! As many blocks as items in each, and the totals by the same function.

use rayon::prelude::*;

pub fn prefixes<T: Clone + Send + Sync>(
    items: &[T],
    identity: T,
    op: impl Fn(&T, &T) -> T + Send + Sync,
) -> Vec<T> {
    scan(items, &identity, &op)
}

fn scan<T: Clone + Send + Sync>(
    items: &[T],
    identity: &T,
    op: &(impl Fn(&T, &T) -> T + Send + Sync),
) -> Vec<T> {
    let from = |before: &T, items: &[T]| {
        let mut prefixes = vec![before.clone()];
        for item in items {
            prefixes.push(op(prefixes.last().unwrap(), item));
        }
        prefixes
    };
    if items.len() < 20 {
        return from(identity, items);
    }
    let block = items.len().isqrt();
    let totals: Vec<T> = items
        .par_chunks(block)
        .map(|items| items[1..].iter().fold(items[0].clone(), |total, item| op(&total, item)))
        .collect();
    let before = scan(&totals, identity, op);
    let parts: Vec<Vec<T>> = items
        .par_chunks(block)
        .zip(&before)
        .map(|(items, before)| from(before, items)[..items.len()].to_vec())
        .collect();
    let mut prefixes = parts.concat();
    prefixes.push(before[before.len() - 1].clone());
    prefixes
}
