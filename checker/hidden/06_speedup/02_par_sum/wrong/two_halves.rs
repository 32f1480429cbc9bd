//@ caught-by: test
//@ because: calls under way on average
//! One `join`: two threads work, whatever the pool.

pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    let (left, right) = items.split_at(items.len() / 2);
    let sum = |items: &[u32]| items.iter().map(|&item| value(item)).sum::<u64>();
    let (left, right) = rayon::join(|| sum(left), || sum(right));
    left + right
}
