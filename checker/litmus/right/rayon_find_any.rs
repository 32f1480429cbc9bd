//@ verdict: solved
//! `find_first` gives the first, and `collect` keeps the order.

use rayon::prelude::*;

#[test]
fn the_first_even_number() {
    let found = (1..=4).into_par_iter().find_first(|n| n % 2 == 0);
    assert_eq!(found, Some(2));
    let doubled: Vec<i32> = (1..=3).into_par_iter().map(|n| n * 2).collect();
    assert_eq!(doubled, [2, 4, 6]);
}
