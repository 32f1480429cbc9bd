//@ caught-by: test
//@ because: calls of op
//! All prefixes at the same time, each from the first item on.

use rayon::prelude::*;

pub fn prefixes<T: Clone + Send + Sync>(
    items: &[T],
    identity: T,
    op: impl Fn(&T, &T) -> T + Send + Sync,
) -> Vec<T> {
    (0..=items.len())
        .into_par_iter()
        .map(|n| items[..n].iter().fold(identity.clone(), |total, item| op(&total, item)))
        .collect()
}
