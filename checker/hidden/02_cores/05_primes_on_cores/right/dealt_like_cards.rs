//! Deals the numbers out like cards.

use std::thread;

pub fn count_primes(
    numbers: &[u64],
    threads: usize,
    is_prime: impl Fn(u64) -> bool + Sync,
) -> usize {
    thread::scope(|scope| {
        let mut handles = Vec::new();
        for first in 0..threads {
            let is_prime = &is_prime;
            handles.push(scope.spawn(move || {
                let mut count = 0;
                for &number in numbers.iter().skip(first).step_by(threads) {
                    if is_prime(number) {
                        count += 1;
                    }
                }
                count
            }));
        }
        let mut count = 0;
        for handle in handles {
            count += handle.join().unwrap();
        }
        count
    })
}
