//@ caught-by: test
//@ because: the key at place
//! Sorts both halves and leaves it at that.

pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    if items.len() <= 500 {
        return items.sort();
    }
    let (left, right) = items.split_at_mut(items.len() / 2);
    rayon::join(|| par_sort(left), || par_sort(right));
}
