//! From the bottom up: sorted pieces first, then rounds of merging pairs.

use rayon::prelude::*;

pub fn par_sort<T: Ord + Copy + Send + Sync>(items: &mut [T]) {
    let mut piece = (items.len() / 64).clamp(20, 1000);
    items.par_chunks_mut(piece).for_each(|piece| piece.sort_unstable());
    while piece < items.len() {
        items.par_chunks_mut(2 * piece).for_each(|pair| {
            if pair.len() > piece {
                merge(pair, piece);
            }
        });
        piece *= 2;
    }
}

fn merge<T: Ord + Copy>(pair: &mut [T], middle: usize) {
    let both = pair.to_vec();
    let (left, right) = both.split_at(middle);
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    for place in pair {
        let next = match (left.peek(), right.peek()) {
            (Some(one), Some(other)) if one <= other => left.next(),
            (_, Some(_)) => right.next(),
            _ => left.next(),
        };
        *place = *next.unwrap();
    }
}
