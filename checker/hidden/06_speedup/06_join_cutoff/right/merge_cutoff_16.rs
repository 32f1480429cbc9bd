//! The smallest sensible cutoff, with an insertion sort below it.

pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    if items.len() <= 16 {
        for end in 1..items.len() {
            let mut at = end;
            while at > 0 && items[at] < items[at - 1] {
                items.swap(at, at - 1);
                at -= 1;
            }
        }
        return;
    }
    let middle = items.len() / 2;
    let (left, right) = items.split_at_mut(middle);
    rayon::join(|| par_sort(left), || par_sort(right));
    let mut merged = Vec::with_capacity(items.len());
    let (mut one, mut other) = (0, middle);
    while one < middle || other < items.len() {
        if other == items.len() || (one < middle && items[one] <= items[other]) {
            merged.push(items[one]);
            one += 1;
        } else {
            merged.push(items[other]);
            other += 1;
        }
    }
    items.copy_from_slice(&merged);
}
