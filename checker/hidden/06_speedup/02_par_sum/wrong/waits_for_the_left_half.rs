//@ caught-by: test
//@ because: calls under way on average
//! Hands the right half to the pool once the left one is done.

use rayon::join;

pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    match items {
        [] => 0,
        [item] => value(*item),
        _ => {
            let (left, right) = items.split_at(items.len() / 2);
            let (left, ()) = join(|| left.iter().map(|&item| value(item)).sum::<u64>(), || ());
            let (right, ()) = join(|| right.iter().map(|&item| value(item)).sum::<u64>(), || ());
            left + right
        }
    }
}
