//@ caught-by: test
//@ because: items under way at the same time
//! A quicksort that divides down to the last item.

pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    if items.len() < 2 {
        return;
    }
    let pivot = items[items.len() / 2];
    let mut less: Vec<T> = items.iter().copied().filter(|item| *item < pivot).collect();
    let equal: Vec<T> = items.iter().copied().filter(|item| *item == pivot).collect();
    let mut greater: Vec<T> = items.iter().copied().filter(|item| *item > pivot).collect();
    rayon::join(|| par_sort(&mut less), || par_sort(&mut greater));
    let sorted = [less, equal, greater].concat();
    items.copy_from_slice(&sorted);
}
