//@ caught-by: test
//@ because: as a multiple of an even share
//! Each thread takes half of what is left: the first gets half of all.

use std::thread;

pub fn count_primes(
    numbers: &[u64],
    threads: usize,
    is_prime: impl Fn(u64) -> bool + Sync,
) -> usize {
    let is_prime = &is_prime;
    let count = move |piece: &[u64]| piece.iter().filter(|&&n| is_prime(n)).count();
    thread::scope(|scope| {
        let (mut rest, mut handles) = (numbers, Vec::new());
        for _ in 1..threads {
            let (left, right) = rest.split_at(rest.len() / 2);
            handles.push(scope.spawn(move || count(right)));
            rest = left;
        }
        count(rest) + handles.into_iter().map(|handle| handle.join().unwrap()).sum::<usize>()
    })
}
