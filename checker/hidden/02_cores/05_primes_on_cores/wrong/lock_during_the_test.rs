//@ caught-by: test
//@ because: under way together
//! The guard of the shared state lives as long as the call.

use std::sync::Mutex;
use std::thread;

pub fn count_primes(
    numbers: &[u64],
    threads: usize,
    is_prime: impl Fn(u64) -> bool + Sync,
) -> usize {
    let state = Mutex::new((numbers.iter(), 0));
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let mut state = state.lock().unwrap();
                    let Some(&number) = state.0.next() else { break };
                    if is_prime(number) {
                        state.1 += 1;
                    }
                }
            });
        }
    });
    state.into_inner().unwrap().1
}
