//! Threads of std: as many levels of halves as give each thread of the pool a
//! piece.

pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    let levels = rayon::current_num_threads().next_power_of_two().ilog2();
    sort(items, levels);
}

fn sort<T: Ord + Copy + Send + Sync>(items: &mut [T], levels: u32) {
    if levels == 0 || items.len() < 1000 {
        return items.sort();
    }
    let middle = items.len() / 2;
    let (left, right) = items.split_at_mut(middle);
    std::thread::scope(|scope| {
        scope.spawn(|| sort(left, levels - 1));
        sort(right, levels - 1);
    });
    // The library's sort finds the two sorted runs and merges them.
    items.sort();
}
