//@ caught-by: test
//@ because: calls of op
//! Prefixes of both halves at the same time, then the left one's total in front
//! of all of the right ones, at each level.

use rayon::prelude::*;

pub fn prefixes<T: Clone + Send + Sync>(
    items: &[T],
    identity: T,
    op: impl Fn(&T, &T) -> T + Send + Sync,
) -> Vec<T> {
    let mut prefixes = items.to_vec();
    scan(&mut prefixes, &op);
    prefixes.insert(0, identity);
    prefixes
}

fn scan<T: Clone + Send + Sync>(items: &mut [T], op: &(impl Fn(&T, &T) -> T + Send + Sync)) {
    if items.len() < 2 {
        return;
    }
    let (left, right) = items.split_at_mut(items.len() / 2);
    rayon::join(|| scan(left, op), || scan(right, op));
    let total = &left[left.len() - 1];
    right.par_iter_mut().for_each(|item| *item = op(total, item));
}
