//! A measurement as an author writes it, for the checker's own tests.

fn numbers(seed: u64) -> Vec<u64> {
    (0..1000).map(|number| number ^ seed).collect()
}

fn sum(numbers: &[u64]) -> u64 {
    numbers.iter().sum()
}

harness::speed! {
    input: numbers,
    serial: |numbers| sum(numbers),
    learner: |numbers| numbers.drain(..).sum(),
    ours: |numbers| sum(numbers),
    check: |one, other| one == other,
}
