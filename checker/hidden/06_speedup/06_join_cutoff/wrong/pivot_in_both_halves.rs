//@ caught-by: test
//@ because: stack
//! What equals the pivot goes left and the pivot stays with it: of equal items
//! the left part is the whole list again.

pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    if items.len() <= 64 {
        return items.sort_unstable();
    }
    let pivot = items[items.len() / 2];
    let mut less = 0;
    for at in 0..items.len() {
        if items[at] <= pivot {
            items.swap(less, at);
            less += 1;
        }
    }
    let (left, right) = items.split_at_mut(less);
    rayon::join(|| par_sort(left), || par_sort(right));
}
