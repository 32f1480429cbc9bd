//@ caught-by: test
//@ because: comparisons
//! The first item as pivot: of a sorted list nothing is smaller.

pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    if items.len() <= 64 {
        return items.sort_unstable();
    }
    let pivot = items[0];
    let (mut less, mut at, mut greater) = (0, 0, items.len());
    while at < greater {
        if items[at] < pivot {
            items.swap(less, at);
            less += 1;
            at += 1;
        } else if items[at] > pivot {
            greater -= 1;
            items.swap(at, greater);
        } else {
            at += 1;
        }
    }
    let (rest, right) = items.split_at_mut(greater);
    let left = &mut rest[..less];
    rayon::join(|| par_sort(left), || par_sort(right));
}
