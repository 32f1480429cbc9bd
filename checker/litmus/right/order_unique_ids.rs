//@ verdict: solved
//! A read-modify-write always reads the newest value, Relaxed or not: no two
//! threads draw the same number.
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

fn next_id() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

fn main() {
    let threads: Vec<_> = (0..2).map(|_| thread::spawn(|| [next_id(), next_id()])).collect();
    let ids: BTreeSet<_> = threads.into_iter().flat_map(|t| t.join().unwrap()).collect();
    assert_eq!(ids.into_iter().collect::<Vec<_>>(), [1, 2, 3, 4]);
}
