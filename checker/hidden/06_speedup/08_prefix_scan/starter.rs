//! All prefixes of a list, combined.

/// What the first `n` items come to, for every `n` from 0 to their number.
pub fn prefixes<T: Clone + Send + Sync>(
    items: &[T],
    identity: T,
    op: impl Fn(&T, &T) -> T + Send + Sync,
) -> Vec<T> {
    // TODO: use all threads of the current rayon pool.
    let mut prefixes = vec![identity];
    for (n, item) in items.iter().enumerate() {
        prefixes.push(op(&prefixes[n], item));
    }
    prefixes
}
