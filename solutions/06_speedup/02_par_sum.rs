//! Sums over long lists and over expensive ones.

use rayon::prelude::*;

/// The sum of `value(item)` over all items.
pub fn par_sum(items: &[u32], value: impl Fn(u32) -> u64 + Send + Sync) -> u64 {
    // Rayon halves the slice until there are enough pieces for all threads,
    // and halves further where a thread has run out of work. Each piece is
    // summed on its own, in a register; the partial sums are added pairwise on
    // the way back. Threads meet once for each piece, not once for each item.
    //
    // Not `for_each` with a shared total: a `Mutex<u64>` or a `fetch_add` for
    // each item makes all cores fight for one cache line, and one addition
    // then costs more than the item. Right, and slower than the plain loop.
    //
    // Not `collect` and then `sum`: a list of a million values would be
    // written to memory and read back for nothing.
    //
    // No `with_min_len(1000)` either. It saves a little on cheap items, and
    // turns a list of 130 expensive ones into a single piece: a serial loop.
    items.par_iter().map(|&item| value(item)).sum()
}
