//! Quicksort as in a textbook, with three new lists at every level.

use std::cmp::Ordering::{Equal, Greater, Less};

pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    if items.len() < 50 {
        items.sort();
        return;
    }
    let pivot = items[items.len() / 2];
    let (mut less, mut equal, mut greater) = (Vec::new(), Vec::new(), Vec::new());
    for item in items.iter() {
        match item.cmp(&pivot) {
            Less => less.push(*item),
            Equal => equal.push(*item),
            Greater => greater.push(*item),
        }
    }
    rayon::join(|| par_sort(&mut less), || par_sort(&mut greater));
    for (place, item) in items.iter_mut().zip(less.into_iter().chain(equal).chain(greater)) {
        *place = item;
    }
}
