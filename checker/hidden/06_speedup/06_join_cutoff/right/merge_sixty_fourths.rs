//! A cutoff that follows from the length of the whole list; the merge is
//! parallel, too.

use rayon::join;

pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    let cutoff = (items.len() / 64).max(16);
    let mut buffer = items.to_vec();
    sort(items, &mut buffer, cutoff);
}

fn sort<T: Ord + Copy + Send + Sync>(items: &mut [T], buffer: &mut [T], cutoff: usize) {
    if items.len() <= cutoff {
        items.sort();
        return;
    }
    let middle = items.len() / 2;
    let (left, right) = items.split_at_mut(middle);
    let (left_buffer, right_buffer) = buffer.split_at_mut(middle);
    join(|| sort(left, left_buffer, cutoff), || sort(right, right_buffer, cutoff));
    buffer.copy_from_slice(items);
    let (left, right) = buffer.split_at(middle);
    merge(left, right, items, cutoff);
}

fn merge<T: Ord + Copy + Send + Sync>(left: &[T], right: &[T], into: &mut [T], cutoff: usize) {
    if left.len() < right.len() {
        return merge(right, left, into, cutoff);
    }
    if into.len() <= cutoff || right.is_empty() {
        let (mut one, mut other) = (0, 0);
        for place in into {
            let from_left = other == right.len() || (one < left.len() && left[one] <= right[other]);
            *place = if from_left { left[one] } else { right[other] };
            one += usize::from(from_left);
            other += usize::from(!from_left);
        }
        return;
    }
    let (left, left_rest) = left.split_at(left.len() / 2);
    let (right, right_rest) = right.split_at(right.partition_point(|item| *item < left_rest[0]));
    let (into, into_rest) = into.split_at_mut(left.len() + right.len());
    join(|| merge(left, right, into, cutoff), || merge(left_rest, right_rest, into_rest, cutoff));
}
