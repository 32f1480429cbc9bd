//! What the compiler infers must not depend on what is linked beside a program:
//! one more `impl PartialEq<X> for u32` anywhere, and these are ambiguous.

// Each comparison is there for its two sides.
#![allow(clippy::bool_comparison, clippy::cmp_owned)]

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

#[test]
fn a_sum_takes_its_type_from_what_it_is_compared_with() {
    let total = AtomicUsize::new(5);
    let values = [2usize, 3];
    assert_eq!(total.load(Ordering::Relaxed), values.iter().sum());
    assert_eq!(total.into_inner(), values.into_iter().sum());
    assert!(AtomicU64::new(24).into_inner() == (1..5).product());
}

#[test]
fn an_empty_vector_takes_its_type_from_what_it_is_compared_with() {
    let values: Mutex<Vec<u32>> = Mutex::default();
    assert_eq!(*values.lock().unwrap(), vec![]);
    assert_eq!(*values.lock().unwrap(), []);
    assert_eq!(values.into_inner().unwrap(), Vec::new());
}

#[test]
fn what_is_parsed_takes_its_type_from_what_it_is_compared_with() {
    assert!(1.5 == "1.5".parse().unwrap());
    assert_eq!(Some(7u8), "7".parse().ok());
    assert!(7i64 == "7".parse().unwrap() && true == "true".parse().unwrap());
    assert!("text".to_owned() == "text".chars().collect::<String>());
    assert_eq!(300u16, 300u32.try_into().unwrap());
    assert_eq!(3usize, 3u8.into());
}
