//! Threads of std, once for the totals and once for the prefixes; the identity
//! is combined where it need not be.

use std::thread;

pub fn prefixes<T: Clone + Send + Sync>(
    items: &[T],
    identity: T,
    op: impl Fn(&T, &T) -> T + Send + Sync,
) -> Vec<T> {
    let block = items.len().div_ceil(rayon::current_num_threads()).max(1);
    let (op, identity) = (&op, &identity);
    let totals: Vec<T> = thread::scope(|scope| {
        let workers: Vec<_> = items
            .chunks(block)
            .map(|items| {
                scope.spawn(move || {
                    items.iter().fold(identity.clone(), |total, item| op(&total, item))
                })
            })
            .collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).collect()
    });
    let mut before = identity.clone();
    let mut prefixes = vec![identity.clone(); items.len() + 1];
    thread::scope(|scope| {
        let places = prefixes[1..].chunks_mut(block);
        for ((items, into), total) in items.chunks(block).zip(places).zip(&totals) {
            let mut prefix = before.clone();
            scope.spawn(move || {
                for (place, item) in into.iter_mut().zip(items) {
                    prefix = op(&prefix, item);
                    *place = prefix.clone();
                }
            });
            before = op(&before, total);
        }
    });
    prefixes
}
