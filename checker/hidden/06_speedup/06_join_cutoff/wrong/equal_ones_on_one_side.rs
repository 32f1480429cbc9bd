//@ caught-by: test
//@ because: comparisons
//! Only the pivot itself is set aside: equal items make one part of n - 1.

pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    if items.len() <= 64 {
        return items.sort_unstable();
    }
    let last = items.len() - 1;
    items.swap(items.len() / 2, last);
    let pivot = items[last];
    let mut less = 0;
    for at in 0..last {
        if items[at] < pivot {
            items.swap(less, at);
            less += 1;
        }
    }
    items.swap(less, last);
    let (left, right) = items.split_at_mut(less);
    rayon::join(|| par_sort(left), || par_sort(&mut right[1..]));
}
