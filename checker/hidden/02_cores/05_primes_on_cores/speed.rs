//! Ten thousand numbers of ten digits, each tested by trial division.

use std::thread::available_parallelism;

fn is_prime(n: u64) -> bool {
    if n.is_multiple_of(2) {
        return n == 2;
    }
    let mut divisor = 3;
    while divisor * divisor <= n {
        if n.is_multiple_of(divisor) {
            return false;
        }
        divisor += 2;
        harness::operations(1);
    }
    n > 1
}

fn make(trial: u64) -> Vec<u64> {
    let first = 1_000_000_007 + 50_000 * trial;
    (0..10_000).map(|n| first + 2 * n).collect()
}

fn cores() -> usize {
    available_parallelism().map_or(1, usize::from)
}

fn serial(numbers: &mut Vec<u64>) -> usize {
    numbers.iter().filter(|&&number| is_prime(number)).count()
}

fn of_the_learner(numbers: &mut Vec<u64>) -> usize {
    learner::count_primes(numbers, cores(), is_prime)
}

fn of_ours(numbers: &mut Vec<u64>) -> usize {
    ours::count_primes(numbers, cores(), is_prime)
}

harness::speed! {
    input: make,
    serial: serial,
    learner: of_the_learner,
    ours: of_ours,
    check: |one, other| one == other,
}
