//! Sums over long lists and over expensive ones.

/// The sum of `value(item)` over all items.
pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    // TODO: use all threads of the current rayon pool.
    items.iter().map(|&item| value(item)).sum()
}
