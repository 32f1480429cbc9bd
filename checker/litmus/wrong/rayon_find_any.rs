//@ verdict: panic
//! `find_any` gives any match, `find_first` the first.

use rayon::prelude::*;

#[test]
fn the_first_even_number() {
    let found = (1..=4).into_par_iter().find_any(|n| n % 2 == 0);
    assert_eq!(found, Some(2));
}
