//@ verdict: check then act
//! Taking the number and counting up are separate: another thread may take the
//! same number in between.
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

fn next_id() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let id = NEXT.load(Ordering::SeqCst);
    NEXT.fetch_add(1, Ordering::SeqCst);
    id
}

fn main() {
    let threads: Vec<_> = (0..2).map(|_| thread::spawn(next_id)).collect();
    let ids: BTreeSet<_> = threads.into_iter().map(|t| t.join().unwrap()).collect();
    assert_eq!(ids.len(), 2);
}
