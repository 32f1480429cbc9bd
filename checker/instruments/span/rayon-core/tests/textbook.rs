//! Recursions whose work and span are derived by hand in every textbook, here
//! beside what is counted. The real rayon runs on this crate.

use rayon::prelude::*;
use std::sync::{Mutex, PoisonError};
use strands::{Cost, Graph, operations, watched};

/// One program is watched at a time, and tests run side by side.
fn graph<R>(program: impl FnOnce() -> R) -> Graph {
    static ONE: Mutex<()> = Mutex::new(());
    let _alone = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    watched(program).1
}

fn counted(graph: &Graph) -> (u64, u64) {
    (graph.work.operations, graph.span.operations)
}

fn fibonacci(n: u64) -> u64 {
    operations(1);
    if n < 2 {
        return n;
    }
    let (one, other) = rayon::join(|| fibonacci(n - 1), || fibonacci(n - 2));
    one + other
}

/// A call costs 1. Work: calls, of which there are `2·F(n+1) − 1`. Span: the
/// chain of calls `n`, `n − 1`, …, 1.
#[test]
fn fibonacci_has_exponential_work_and_linear_span() {
    let graph = graph(|| fibonacci(20));
    assert_eq!(counted(&graph), (2 * 10_946 - 1, 20));
    assert_eq!(graph.tasks, 10_945);
}

fn sum(numbers: &[u64]) -> u64 {
    let [number] = numbers else {
        let (left, right) = numbers.split_at(numbers.len() / 2);
        let (left, right) = rayon::join(|| sum(left), || sum(right));
        operations(1);
        return left + right;
    };
    *number
}

/// An addition costs 1: `n − 1` in all, and one on each of `lg n` levels.
#[test]
fn a_sum_by_halves_has_logarithmic_span() {
    let numbers: Vec<u64> = (0..1024).collect();
    assert_eq!(counted(&graph(|| sum(&numbers))), (1023, 10));
}

fn merge_sort(numbers: &mut Vec<u64>) {
    if numbers.len() < 2 {
        return;
    }
    let mut right = numbers.split_off(numbers.len() / 2);
    rayon::join(|| merge_sort(numbers), || merge_sort(&mut right));
    operations((numbers.len() + right.len()) as u64);
    numbers.append(&mut right);
    numbers.sort_unstable();
}

/// A merge of `n` numbers costs `n` and is serial. Work: `n lg n`. Span:
/// `n + n/2 + … + 2`, which is `2n − 2`.
#[test]
fn a_merge_sort_with_serial_merges_has_linear_span() {
    let mut numbers: Vec<u64> = (0..1024).rev().collect();
    let graph = graph(|| merge_sort(&mut numbers));
    assert_eq!(counted(&graph), (10 * 1024, 2 * 1024 - 2));
    assert_eq!(graph.serial.operations, 1024, "the last merge is alone");
}

/// A table of 8 × 8 blocks, each after its left and upper neighbour, diagonal
/// after diagonal: 64 blocks on 15 diagonals.
#[test]
fn a_wavefront_is_as_long_as_it_has_diagonals() {
    let graph = graph(|| {
        for diagonal in 0..15_usize {
            let blocks = diagonal.min(7) - diagonal.saturating_sub(7) + 1;
            (0..blocks).into_par_iter().for_each(|_| operations(100));
        }
    });
    assert_eq!(counted(&graph), (6400, 1500));
}

/// Tasks of a scope begin where they are spawned.
#[test]
fn what_a_scope_does_before_a_spawn_is_on_the_path_of_the_task() {
    let graph = graph(|| {
        operations(1);
        rayon::scope(|scope| {
            operations(10);
            scope.spawn(|_| operations(1000));
            operations(500);
            scope.spawn(|scope| {
                operations(1);
                scope.spawn(|_| operations(600));
            });
        });
        operations(10_000);
    });
    assert_eq!(counted(&graph), (12_112, 1 + 10 + 500 + 1 + 600 + 10_000));
    assert_eq!(graph.serial.operations, 10_011);
    assert_eq!(graph.tasks, 3);
}

/// An iterator is split for the made-up cores, however few the machine has.
#[test]
fn an_iterator_over_many_items_has_the_parallelism_of_its_pieces() {
    let graph = graph(|| (0..64_000_u64).into_par_iter().for_each(|_| operations(1)));
    assert_eq!(graph.work.operations, 64_000);
    assert!((64..=128).contains(&(64_000 / graph.span.operations)), "{graph:?}");
}

/// CPU time is charged to the strand in which it was spent.
#[test]
fn time_is_work_and_span_too() {
    let spin = || {
        let mut x = 1_u64;
        (0..20_000_000).for_each(|_| x = std::hint::black_box(x).wrapping_mul(3));
    };
    let graph = graph(|| rayon::join(|| rayon::join(spin, spin), spin));
    let Cost { nanoseconds: work, .. } = graph.work;
    let Cost { nanoseconds: span, .. } = graph.span;
    assert!((2.0..3.5).contains(&(work as f64 / span as f64)), "{graph:?}");
}
