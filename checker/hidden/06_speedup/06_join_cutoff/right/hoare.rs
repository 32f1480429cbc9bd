//! Quicksort after Hoare, pivot from the middle.

pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    if items.len() < 100 {
        return items.sort_unstable();
    }
    let pivot = items[(items.len() - 1) / 2];
    let (mut low, mut high) = (0, items.len() - 1);
    let middle = loop {
        while items[low] < pivot {
            low += 1;
        }
        while items[high] > pivot {
            high -= 1;
        }
        if low >= high {
            break high + 1;
        }
        items.swap(low, high);
        low += 1;
        high -= 1;
    };
    let (left, right) = items.split_at_mut(middle);
    rayon::join(|| par_sort(left), || par_sort(right));
}
