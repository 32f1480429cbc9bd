//! A shared iterator: the lock is held while a number is taken, not while it is
//! tested.

use std::sync::Mutex;
use std::thread;

pub fn count_primes(
    numbers: &[u64],
    threads: usize,
    is_prime: impl Fn(u64) -> bool + Sync,
) -> usize {
    let numbers = Mutex::new(numbers.iter());
    let total = Mutex::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let number = numbers.lock().unwrap().next();
                    let Some(&number) = number else { break };
                    if is_prime(number) {
                        *total.lock().unwrap() += 1;
                    }
                }
            });
        }
    });
    total.into_inner().unwrap()
}
