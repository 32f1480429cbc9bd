//! Sorts long lists.

/// Sorts the items in ascending order.
pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    // TODO: sort the two halves at the same time, where that is worth it.
    if items.len() < 2 {
        return;
    }
    let middle = items.len() / 2;
    let (left, right) = items.split_at_mut(middle);
    par_sort(left);
    par_sort(right);
    merge(items, middle);
}

/// Makes one sorted list of two: the one before `middle`, and the rest.
fn merge<T: Ord + Copy>(items: &mut [T], middle: usize) {
    let left = items[..middle].to_vec();
    let (mut taken, mut next) = (0, middle);
    while taken < left.len() {
        // What was taken leaves room: this place has been read before.
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
