//! Blelloch's up-sweep and down-sweep over a power of two.

use rayon::prelude::*;

pub fn prefixes<T: Clone + Send + Sync>(
    items: &[T],
    identity: T,
    op: impl Fn(&T, &T) -> T + Send + Sync,
) -> Vec<T> {
    let size = items.len().next_power_of_two();
    let mut tree: Vec<T> = items.to_vec();
    tree.resize(size, identity.clone());
    let mut span = 2;
    while span <= size {
        tree.par_chunks_mut(span).for_each(|part| {
            part[span - 1] = op(&part[span / 2 - 1], &part[span - 1]);
        });
        span *= 2;
    }
    let total = std::mem::replace(&mut tree[size - 1], identity.clone());
    span = size;
    while span >= 2 {
        tree.par_chunks_mut(span).for_each(|part| {
            let left = part[span / 2 - 1].clone();
            part[span / 2 - 1] = part[span - 1].clone();
            part[span - 1] = op(&part[span - 1], &left);
        });
        span /= 2;
    }
    tree.push(total);
    tree.truncate(items.len() + 1);
    tree
}
