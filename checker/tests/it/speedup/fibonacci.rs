//! A fork for each addition.

fn fibonacci(n: u64) -> u64 {
    if n < 2 {
        return n;
    }
    let (one, other) = rayon::join(|| fibonacci(n - 1), || fibonacci(n - 2));
    one + other
}

pub fn run() -> u64 {
    fibonacci(21)
}
