//! Looks for primes, on many cores.

use std::thread;

/// How many of the numbers are prime.
///
/// `is_prime` may be called from any thread, and takes its time.
pub fn count_primes(
    numbers: &[u64],
    threads: usize,
    is_prime: impl Fn(u64) -> bool + Sync,
) -> usize {
    // Rounded up, so that `threads` pieces are enough for all numbers: rounded
    // down, up to `threads - 1` numbers at the end would be nobody's. At least
    // 1, because there are no pieces of 0 numbers.
    let share = numbers.len().div_ceil(threads).max(1);
    // Threads of a scope may borrow `numbers` and `is_prime`; they are joined
    // before the scope ends. `thread::spawn` would ask for 'static, and thus
    // for a copy of the list.
    thread::scope(|scope| {
        let is_prime = &is_prime;
        // Not a thread for each number: to start one takes longer than to test
        // one, and there are no more cores for it.
        //
        // The `collect` starts all of them before the first is waited for.
        let counts: Vec<_> = numbers
            .chunks(share)
            .map(|numbers| scope.spawn(|| numbers.iter().filter(|&&n| is_prime(n)).count()))
            .collect();
        // Each thread counted for itself, with nothing shared. That leaves one
        // addition for each thread, which is no reason for an atomic.
        counts.into_iter().map(|count| count.join().expect("is_prime does not panic")).sum()
    })
}
