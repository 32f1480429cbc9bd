//@ caught-by: test
//@ because: items under way at the same time
//! "The more tasks the better": a job for every single item.

pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    if items.len() < 2 {
        return;
    }
    let middle = items.len() / 2;
    let (left, right) = items.split_at_mut(middle);
    rayon::join(|| par_sort(left), || par_sort(right));
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
