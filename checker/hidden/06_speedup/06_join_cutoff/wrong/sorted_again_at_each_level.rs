//@ caught-by: test
//@ because: comparisons
//! Instead of merging the sorted halves, sorts the whole: heaps do not care
//! what is sorted already.

use std::collections::BinaryHeap;

pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    if items.len() > 16 {
        let (left, right) = items.split_at_mut(items.len() / 2);
        rayon::join(|| par_sort(left), || par_sort(right));
    }
    let sorted = BinaryHeap::from(items.to_vec()).into_sorted_vec();
    items.copy_from_slice(&sorted);
}
