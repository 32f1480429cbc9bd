//@ caught-by: test
//@ because: under way together
//! Shares out by the number itself: whose remainder it is, tests it. In a list of
//! even numbers the odd threads have nothing to do.

use std::thread;

pub fn count_primes(
    numbers: &[u64],
    threads: usize,
    is_prime: impl Fn(u64) -> bool + Sync,
) -> usize {
    let is_prime = &is_prime;
    thread::scope(|scope| {
        let share = |own: u64| {
            let mine = numbers.iter().filter(move |&&number| number % threads as u64 == own);
            scope.spawn(move || mine.filter(|&&number| is_prime(number)).count())
        };
        let workers: Vec<_> = (0..threads as u64).map(share).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).sum()
    })
}
