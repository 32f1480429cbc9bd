//@ caught-by: test
//@ because: calls of op
//! Doubles the distance in each round: few rounds, and each over all items.

use rayon::prelude::*;

pub fn prefixes<T: Clone + Send + Sync>(
    items: &[T],
    identity: T,
    op: impl Fn(&T, &T) -> T + Send + Sync,
) -> Vec<T> {
    let mut prefixes = vec![identity];
    prefixes.extend_from_slice(items);
    let mut distance = 1;
    while distance < prefixes.len() {
        prefixes = (0..prefixes.len())
            .into_par_iter()
            .map(|n| match n.checked_sub(distance) {
                Some(before) => op(&prefixes[before], &prefixes[n]),
                None => prefixes[n].clone(),
            })
            .collect();
        distance *= 2;
    }
    prefixes
}
