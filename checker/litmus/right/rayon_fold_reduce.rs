//@ verdict: solved
//! A histogram for each part, merged in the end.

use rayon::prelude::*;
use std::collections::HashMap;

#[test]
fn histogram() {
    let words = ["a", "b", "a"];
    let h = words
        .par_iter()
        .fold(HashMap::new, |mut m: HashMap<&str, u32>, w| {
            *m.entry(w).or_default() += 1;
            m
        })
        .reduce(HashMap::new, |mut a, b| {
            for (k, v) in b {
                *a.entry(k).or_default() += v;
            }
            a
        });
    assert_eq!((h["a"], h["b"]), (2, 1));
}
