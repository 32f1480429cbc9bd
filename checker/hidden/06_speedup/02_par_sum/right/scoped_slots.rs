//! Rayon's scope; each job writes a slot of its own.

pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    let threads = rayon::current_num_threads();
    let chunk = items.len().div_ceil(threads).max(1);
    let mut sums = vec![0; items.len().div_ceil(chunk)];
    rayon::scope(|scope| {
        for (sum, chunk) in sums.iter_mut().zip(items.chunks(chunk)) {
            let value = &value;
            scope.spawn(move |_| *sum = chunk.iter().map(|&item| value(item)).sum());
        }
    });
    sums.iter().sum()
}
