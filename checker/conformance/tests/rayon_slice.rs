//! `rayon::slice` and `rayon::str`.

use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

#[test]
fn chunks_and_windows_are_those_of_slices() {
    let numbers = [1, 2, 3, 4, 5];
    let sums = |lens: Vec<i32>| lens;
    assert_eq!(sums(numbers.par_chunks(2).map(|c| c.iter().sum()).collect()), [3, 7, 5]);
    assert_eq!(sums(numbers.par_chunks_exact(2).map(|c| c.iter().sum()).collect()), [3, 7]);
    assert_eq!(sums(numbers.par_rchunks(2).map(|c| c.iter().sum()).collect()), [9, 5, 1]);
    assert_eq!(sums(numbers.par_windows(4).map(|w| w.iter().sum()).collect()), [10, 14]);
    assert_eq!(numbers.par_split(|x| *x == 3).map(<[i32]>::len).collect::<Vec<_>>(), [2, 2]);
    assert_eq!(numbers.par_chunk_by(|a, b| a / 3 == b / 3).count(), 2);
}

#[test]
fn chunks_can_be_changed_side_by_side() {
    let mut numbers = [0; 5];
    numbers.par_chunks_mut(2).enumerate().for_each(|(i, chunk)| chunk.fill(i));
    assert_eq!(numbers, [0, 0, 1, 1, 2]);
    numbers.par_chunks_exact_mut(2).for_each(|chunk| chunk.swap(0, 1));
    numbers.par_rchunks_mut(4).for_each(<[usize]>::reverse);
    assert_eq!(numbers, [0, 2, 1, 1, 0]);
}

#[test]
fn short_slices_are_sorted() {
    let mut numbers = [3, 1, 2];
    numbers.par_sort();
    assert_eq!(numbers, [1, 2, 3]);
    numbers.par_sort_by(|a, b| b.cmp(a));
    assert_eq!(numbers, [3, 2, 1]);
    numbers.par_sort_by_key(|x| *x % 3);
    assert_eq!(numbers, [3, 1, 2]);
    numbers.par_sort_by_cached_key(|x| 10 - x);
    assert_eq!(numbers, [3, 2, 1]);
    numbers.par_sort_unstable();
    numbers.par_sort_unstable_by(|a, b| b.cmp(a));
    numbers.par_sort_unstable_by_key(|x| *x);
    assert_eq!(numbers, [1, 2, 3]);
}

#[test]
fn a_stable_sort_keeps_what_is_equal_in_order() {
    let mut pairs: Vec<(u32, usize)> = (0..4_500).map(|i| ((i * 7 % 10) as u32, i)).collect();
    pairs.par_sort_by_key(|pair| pair.0);
    assert!(pairs.is_sorted());
}

#[test]
fn a_long_slice_is_sorted_in_pieces() {
    let mut numbers: Vec<u32> = (0..5_000).map(|x| x * 7_919 % 5_003).collect();
    numbers.par_sort_unstable();
    assert!(numbers.is_sorted());
}

#[test]
fn text_is_gone_through_by_words_and_lines() {
    let text = "one two\nthree";
    assert_eq!(text.par_split_whitespace().map(str::len).sum::<usize>(), 11);
    assert_eq!(text.par_lines().collect::<Vec<_>>(), ["one two", "three"]);
    let lengths = AtomicUsize::new(0);
    text.par_lines().for_each(|line| _ = lengths.fetch_add(line.len(), SeqCst));
    assert_eq!(lengths.into_inner(), 12);
}

#[test]
fn text_is_gone_through_by_characters() {
    let text = "to do";
    assert_eq!(text.par_chars().filter(|c| *c == 'o').count(), 2);
    assert_eq!(text.par_bytes().max(), Some(b't'));
    assert_eq!(text.par_split(' ').count(), 2);
}
