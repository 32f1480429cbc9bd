//@ caught-by: test
//@ because: the key at place
//! The merge ends with the shorter list, and fills up with its last item.

pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    if items.len() <= 500 {
        return items.sort();
    }
    let middle = items.len() / 2;
    let (left, right) = items.split_at_mut(middle);
    rayon::join(|| par_sort(left), || par_sort(right));
    let mut merged = Vec::new();
    let (mut one, mut other) = (0, middle);
    while one < middle && other < items.len() {
        if items[one] <= items[other] {
            merged.push(items[one]);
            one += 1;
        } else {
            merged.push(items[other]);
            other += 1;
        }
    }
    merged.resize(items.len(), merged[merged.len() - 1]);
    items.copy_from_slice(&merged);
}
