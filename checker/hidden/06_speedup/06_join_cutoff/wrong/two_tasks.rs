//@ caught-by: test
//@ because: comparisons under way on average
//! One `join` and two pieces: two threads work, whatever the pool.

pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    let middle = items.len() / 2;
    let (left, right) = items.split_at_mut(middle);
    if middle < 8 {
        return items.sort();
    }
    rayon::join(|| left.sort(), || right.sort());
    merge(items, middle);
}

fn merge<T: Ord + Copy>(items: &mut [T], middle: usize) {
    let left = items[..middle].to_vec();
    let (mut taken, mut next) = (0, middle);
    while taken < left.len() {
        let place = taken + next - middle;
        if next < items.len() && items[next] < left[taken] {
            items[place] = items[next];
            next += 1;
        } else {
            items[place] = left[taken];
            taken += 1;
        }
    }
}
