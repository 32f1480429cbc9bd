//! All prefixes of a list, combined.

use rayon::prelude::*;

/// What the first `n` items come to, for every `n` from 0 to their number.
pub fn prefixes<T: Clone + Send + Sync>(
    items: &[T],
    identity: T,
    op: impl Fn(&T, &T) -> T + Send + Sync,
) -> Vec<T> {
    // A block for each thread. Every prefix seems to need the one before it,
    // but a block can be combined without knowing what stands before it: `op`
    // is associative. So two passes over the blocks, each in parallel, and
    // about 2n calls of `op`, where the serial loop has n.
    //
    // Not "double the distance in each round" (Hillis and Steele): its rounds
    // are few, but each combines nearly every item, n · log2(n) calls in all.
    // With more processors than items that is quick; with 16 threads it is
    // mostly wasted work.
    let block = items.len().div_ceil(rayon::current_num_threads()).max(1);

    // First pass: what each block comes to. The last block's is not needed.
    let blocks: Vec<&[T]> = items.chunks(block).collect();
    let totals: Vec<T> = blocks[..blocks.len().saturating_sub(1)]
        .par_iter()
        .map(|block| {
            let (first, rest) = block.split_first().expect("no block is empty");
            rest.iter().fold(first.clone(), |total, item| op(&total, item))
        })
        .collect();

    // What stands before each block: prefixes again, of a list as short as
    // there are threads. One thread does it.
    let mut before = vec![identity.clone()];
    for total in &totals {
        before.push(op(&before[before.len() - 1], total));
    }

    // Second pass: the prefixes inside each block, from what stands before it.
    // `op` need not be commutative, so what stands before goes to the left.
    let scanned = blocks.into_par_iter().zip(before).map(|(block, before)| {
        let scan = block.iter().scan(before, |prefix, item| {
            *prefix = op(prefix, item);
            Some(prefix.clone())
        });
        scan.collect::<Vec<T>>()
    });
    let mut prefixes = vec![identity];
    prefixes.extend(scanned.collect::<Vec<_>>().into_iter().flatten());
    prefixes
}
