//! `rayon::iter`: what comes out is what a sequential iterator gives, in every
//! interleaving.

use rayon::iter::{IterBridge, Map, Zip};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Mutex, mpsc};

#[test]
fn every_item_is_seen_once() {
    let seen = Mutex::new(Vec::new());
    (0..4).into_par_iter().for_each(|item| seen.lock().unwrap().push(item));
    let mut seen = seen.into_inner().unwrap();
    seen.sort_unstable();
    assert_eq!(seen, [0, 1, 2, 3]);
}

#[test]
fn sums_and_products() {
    let numbers = [3, 1, 4, 1, 5];
    assert_eq!(numbers.par_iter().sum::<i32>(), 14);
    assert_eq!(numbers.par_iter().product::<i32>(), 60);
    assert_eq!(numbers.par_iter().count(), 5);
    assert_eq!(numbers.par_iter().copied().reduce(|| 0, |a, b| a + b), 14);
    assert_eq!(numbers.par_iter().copied().reduce_with(i32::max), Some(5));
}

#[test]
fn extremes() {
    let numbers = [3, 1, 4, 1, 5];
    assert_eq!(numbers.par_iter().min(), Some(&1));
    assert_eq!(numbers.par_iter().max(), Some(&5));
    assert_eq!(numbers.par_iter().max_by_key(|x| **x % 5), Some(&4));
    assert_eq!(numbers.par_iter().min_by(|a, b| b.cmp(a)), Some(&5));
    assert_eq!([0; 0].par_iter().max(), None);
}

#[test]
fn collecting_keeps_the_order() {
    let doubled: Vec<i32> = vec![1, 2, 3, 4].into_par_iter().map(|x| x * 2).collect();
    assert_eq!(doubled, [2, 4, 6, 8]);
    let odd: Vec<i32> = (0..6).into_par_iter().filter(|x| x % 2 == 1).collect();
    assert_eq!(odd, [1, 3, 5]);
    let text: String = ["a", "b", "c"].par_iter().map(|s| s.to_string()).collect();
    assert_eq!(text, "abc");
    let mut into = vec![9];
    (0..3).into_par_iter().collect_into_vec(&mut into);
    assert_eq!(into, [0, 1, 2]);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    (0..3).into_par_iter().map(|x| (x, -x)).unzip_into_vecs(&mut left, &mut right);
    assert_eq!((left, right), (vec![0, 1, 2], vec![0, -1, -2]));
}

#[test]
fn collections_of_every_kind_are_collected() {
    let squares = || (0..4).into_par_iter().map(|x| (x, x * x));
    assert_eq!(squares().collect::<HashMap<_, _>>().len(), 4);
    assert_eq!(squares().collect::<BTreeMap<_, _>>()[&3], 9);
    assert_eq!((0..4).into_par_iter().map(|x| x % 2).collect::<HashSet<_>>().len(), 2);
    assert_eq!((0..4).into_par_iter().collect::<BTreeSet<_>>().first(), Some(&0));
    assert_eq!((0..3).into_par_iter().collect::<VecDeque<_>>(), [0, 1, 2]);
    let boxed: Box<[u8]> = [1u8, 2].into_par_iter().collect();
    assert_eq!(*boxed, [1, 2]);
}

#[test]
fn a_none_ends_a_collection() {
    let all: Option<Vec<i32>> = (0..3).into_par_iter().map(Some).collect();
    assert_eq!(all, Some(vec![0, 1, 2]));
    let some: Option<Vec<i32>> = (0..3).into_par_iter().map(|x| (x != 2).then_some(x)).collect();
    assert_eq!(some, None);
}

#[test]
fn an_error_ends_a_collection() {
    let all: Result<Vec<i32>, ()> = (0..3).into_par_iter().map(Ok).collect();
    assert_eq!(all, Ok(vec![0, 1, 2]));
    let bad = |x| if x == 1 { Err("one") } else { Ok(x) };
    assert_eq!((0..3).into_par_iter().map(bad).collect::<Result<Vec<i32>, _>>(), Err("one"));
}

#[test]
fn any_of_several_errors_may_be_the_one() {
    let bad = |x| if x % 2 == 1 { Err(x) } else { Ok(x) };
    let result: Result<Vec<i32>, i32> = (0..4).into_par_iter().map(bad).collect();
    assert!(matches!(result, Err(1 | 3)));
}

#[test]
fn any_match_may_be_found() {
    let found = [1, 2, 3, 4].par_iter().find_any(|x| **x % 2 == 0);
    assert!(matches!(found, Some(2 | 4)));
}

#[test]
fn any_position_may_be_found() {
    assert!(matches!([1, 2, 3, 4].par_iter().position_any(|x| *x > 2), Some(2 | 3)));
}

#[test]
fn what_is_not_there_is_not_found() {
    assert_eq!([1, 2, 3].par_iter().find_any(|x| **x > 4), None);
    assert!(![1, 2, 3].par_iter().all(|x| *x < 3));
}

#[test]
fn the_first_and_the_last_match_are_found() {
    let numbers = [1, 2, 3, 4];
    assert_eq!(numbers.par_iter().find_first(|x| **x % 2 == 0), Some(&2));
    assert_eq!(numbers.par_iter().find_last(|x| **x % 2 == 0), Some(&4));
}

#[test]
fn the_first_position_is_found() {
    assert_eq!([1, 2, 3].par_iter().position_first(|x| *x > 1), Some(1));
    assert_eq!([1, 2].par_iter().find_map_first(|x| (*x > 1).then_some(x * 10)), Some(20));
    assert!([1, 2].par_iter().any(|x| *x == 2));
}

#[test]
fn fallible_work_stops_at_an_error() {
    let done = AtomicUsize::new(0);
    let result = (0..4).into_par_iter().try_for_each(|x| {
        if x == 1 {
            return Err("stop");
        }
        done.fetch_add(1, SeqCst);
        Ok(())
    });
    assert_eq!(result, Err("stop"));
    assert!(done.into_inner() <= 3);
    let sum = (0..4).into_par_iter().map(Some).try_reduce(|| 0, |a, b| Some(a + b));
    assert_eq!(sum, Some(6));
    let sum = (0..4u8).into_par_iter().try_fold(|| 0u8, |a, b| a.checked_add(b));
    assert_eq!(sum.try_reduce(|| 0, u8::checked_add), Some(6));
}

#[test]
fn folds_are_summed() {
    let sum: u32 = (0..4).into_par_iter().fold(|| 0, |a, b| a + b).sum();
    assert_eq!(sum, 6);
    let text =
        ["a", "b"].par_iter().fold(String::new, |a, b| a + b).reduce(String::new, |a, b| a + &b);
    assert_eq!(text, "ab");
    let chunks: Vec<u32> = (0..4).into_par_iter().fold_chunks(2, || 0, |a, b| a + b).collect();
    assert_eq!(chunks, [1, 5]);
}

#[test]
fn items_are_paired_and_numbered() {
    let zipped: Zip<_, _> = (0..3).into_par_iter().zip(3..6);
    assert_eq!(zipped.collect::<Vec<_>>(), [(0, 3), (1, 4), (2, 5)]);
    let mapped: Map<_, _> = (0..2).into_par_iter().map(|x| x + 1);
    assert_eq!(mapped.collect::<Vec<_>>(), [1, 2]);
    let numbers = ["a", "b", "c"].par_iter().enumerate().map(|(i, s)| format!("{i}{s}"));
    assert_eq!(numbers.collect::<Vec<_>>(), ["0a", "1b", "2c"]);
    let interleaved = (0..2).into_par_iter().interleave(5..7).collect::<Vec<_>>();
    assert_eq!(interleaved, [0, 5, 1, 6]);
}

#[test]
fn items_are_flattened() {
    let flat = (1..3).into_par_iter().flat_map(|x| vec![x; x]).collect::<Vec<_>>();
    assert_eq!(flat, [1, 2, 2]);
    let flat = (1..3).into_par_iter().flat_map_iter(|x| 0..x).collect::<Vec<_>>();
    assert_eq!(flat, [0, 0, 1]);
    assert_eq!([Some(1), None].into_par_iter().flatten().collect::<Vec<_>>(), [1]);
    assert_eq!((0..2).into_par_iter().chain(5..6).collect::<Vec<_>>(), [0, 1, 5]);
}

#[test]
fn items_are_left_out() {
    assert_eq!((0..5).into_par_iter().skip(1).take(2).rev().collect::<Vec<_>>(), [2, 1]);
    assert_eq!((0..5).into_par_iter().step_by(2).collect::<Vec<_>>(), [0, 2, 4]);
    let (even, odd): (Vec<_>, Vec<_>) = (0..4).into_par_iter().partition(|x| x % 2 == 0);
    assert_eq!((even, odd), (vec![0, 2], vec![1, 3]));
}

#[test]
fn items_come_in_chunks() {
    let chunks = (0..5).into_par_iter().chunks(2).collect::<Vec<_>>();
    assert_eq!(chunks, [vec![0, 1], vec![2, 3], vec![4]]);
}

#[test]
fn two_iterators_are_compared() {
    assert_eq!((0..2).into_par_iter().cmp(0..3), std::cmp::Ordering::Less);
    assert!((0..2).into_par_iter().eq(0..2));
}

#[test]
fn any_few_are_taken() {
    assert_eq!((0..3).into_par_iter().take_any(2).count(), 2);
}

#[test]
fn any_few_are_skipped() {
    assert_eq!((0..3).into_par_iter().skip_any(1).count(), 2);
}

#[test]
fn state_is_made_for_each_piece() {
    let made = AtomicUsize::new(0);
    let init = || made.fetch_add(1, SeqCst);
    (0..4).into_par_iter().for_each_init(init, |_, _| ());
    assert!((1..=4).contains(&made.into_inner()));
    let (sender, receiver) = mpsc::channel();
    (0..3).into_par_iter().for_each_with(sender, |sender, x| sender.send(x).unwrap());
    assert_eq!(receiver.iter().sum::<i32>(), 3);
    let text = (0..2).into_par_iter().map_with(String::new(), |s, x| {
        s.push('x');
        s.len() + x
    });
    assert_eq!(text.count(), 2);
    assert_eq!((0..3).into_par_iter().map_init(|| 1, |one, x| *one + x).sum::<i32>(), 6);
}

#[test]
fn pieces_are_as_long_as_asked() {
    let whole = (0..4).into_par_iter().with_min_len(4).fold(|| 1, |a, _| a).count();
    assert_eq!(whole, 1);
    let single = (0..3).into_par_iter().with_max_len(1).fold(|| 1, |a, _| a).count();
    assert_eq!(single, 3);
    assert_eq!((0..3).into_par_iter().len(), 3);
}

#[test]
fn references_are_mutable_where_asked() {
    let mut numbers = vec![1, 2, 3];
    numbers.par_iter_mut().for_each(|x| *x *= 2);
    (0..2).into_par_iter().zip(&mut numbers[1..]).for_each(|(add, x)| *x += add);
    assert_eq!(numbers, [2, 4, 7]);
    assert_eq!(numbers.par_drain(1..).collect::<Vec<_>>(), [4, 7]);
    numbers.par_extend((0..2).into_par_iter());
    assert_eq!(numbers, [2, 0, 1]);
}

#[test]
fn a_panic_of_an_item_comes_back() {
    let run = || {
        (0..3).into_par_iter().for_each(|x| {
            if x == 1 {
                panic!("item")
            }
        })
    };
    let payload = catch_unwind(AssertUnwindSafe(run)).unwrap_err();
    assert_eq!(payload.downcast_ref(), Some(&"item"));
    let run = || {
        (0..3).into_par_iter().panic_fuse().for_each(|x| {
            if x == 1 {
                panic!("item")
            }
        })
    };
    assert!(catch_unwind(AssertUnwindSafe(run)).is_err());
}

#[test]
fn what_was_made_before_a_panic_is_dropped() {
    struct Counts<'a>(&'a AtomicUsize);
    impl Drop for Counts<'_> {
        fn drop(&mut self) {
            self.0.fetch_add(1, SeqCst);
        }
    }
    let (made, dropped) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let run = || {
        let make = |x| {
            assert!(x != 2, "item");
            made.fetch_add(1, SeqCst);
            Counts(&dropped)
        };
        (0..3).into_par_iter().map(make).collect::<Vec<_>>()
    };
    assert!(catch_unwind(AssertUnwindSafe(run)).is_err());
    assert_eq!(made.into_inner(), dropped.into_inner());
}

#[test]
fn a_bridge_gives_each_item_once() {
    let bridge: IterBridge<_> = (1..4).par_bridge();
    assert_eq!(bridge.map(|x| x * 2).sum::<i32>(), 12);
}

#[test]
fn a_bridge_gives_items_in_any_order() {
    let mut items: Vec<i32> = vec![3, 1, 2].into_iter().par_bridge().collect();
    items.sort_unstable();
    assert_eq!(items, [1, 2, 3]);
}

#[test]
fn a_bridge_waits_for_a_channel() {
    let (sender, receiver) = mpsc::channel();
    std::thread::scope(|s| {
        s.spawn(move || {
            for item in 1..3 {
                sender.send(item).unwrap();
            }
        });
        assert_eq!(receiver.into_iter().par_bridge().sum::<i32>(), 3);
    });
}

#[test]
fn a_bridge_passes_a_panic_of_its_iterator_on() {
    let items = (0..3).inspect(|x| assert!(*x != 1, "next"));
    let ended = catch_unwind(AssertUnwindSafe(|| items.par_bridge().count()));
    assert!(ended.is_err());
}

#[test]
fn halves_of_an_iterator_can_be_split_by_hand() {
    let sum = rayon::iter::split(0..4, |range: std::ops::Range<u32>| {
        let middle = range.start + (range.end - range.start) / 2;
        if range.len() < 2 {
            return (range, None);
        }
        (range.start..middle, Some(middle..range.end))
    });
    assert_eq!(sum.map(|range| range.sum::<u32>()).sum::<u32>(), 6);
    assert_eq!(rayon::iter::once(1).chain(rayon::iter::empty()).count(), 1);
    assert_eq!(rayon::iter::repeat_n(2, 3).sum::<i32>(), 6);
}
