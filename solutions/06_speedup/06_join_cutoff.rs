//! Sorts long lists.

use rayon::join;

/// Up to this length one thread sorts alone.
///
/// A `join` costs about as much as some dozens of comparisons, whether another
/// thread takes the second half or not. Below some 16 items it costs more than
/// sorting them; at 512 it is one part in a hundred, and can be forgotten.
/// Larger is right as well, as long as there are several pieces for each
/// thread: one piece per thread leaves all waiting for whoever is last.
///
/// Not `n / threads`: the right grain follows from what a `join` costs, and that
/// is the same on every machine. With a fixed one the same code keeps 4 threads
/// busy, and 64.
const CUTOFF: usize = 512;

/// Sorts the items in ascending order.
pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    if items.len() <= CUTOFF {
        // The library's serial sort is quicker than anything written here.
        items.sort();
        return;
    }
    let middle = items.len() / 2;
    // `split_at_mut` proves to the compiler that the halves do not overlap.
    let (left, right) = items.split_at_mut(middle);
    // Both halves are given to `join` before either is waited for. Not
    // `join(|| par_sort(left), || ())` and then the right half: that is a
    // serial program which pays for being parallel.
    join(|| par_sort(left), || par_sort(right));
    // One thread merges. The last merge looks at every item, so the span is
    // 2n: that, and not the number of threads, limits this sort.
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
