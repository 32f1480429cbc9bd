//@ verdict: solved
//! A slot for each key: the map is locked for a moment, and `get_or_init` runs once a slot.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;

type Slot = Arc<OnceLock<String>>;
static MEMO: OnceLock<Mutex<HashMap<u32, Slot>>> = OnceLock::new();
static CALLS: AtomicU32 = AtomicU32::new(0);

fn slow(n: u32) -> String {
    CALLS.fetch_add(1, Ordering::Relaxed);
    thread::yield_now();
    n.to_string()
}
fn memo(n: u32) -> String {
    let slot = MEMO.get_or_init(Default::default).lock().unwrap().entry(n).or_default().clone();
    slot.get_or_init(|| slow(n)).clone()
}

#[test]
fn each_is_made_once() {
    let ts: Vec<_> = [1, 1, 2].map(|n| thread::spawn(move || memo(n))).into_iter().collect();
    let got: Vec<_> = ts.into_iter().map(|t| t.join().unwrap()).collect();
    assert_eq!(got, ["1", "1", "2"]);
    assert_eq!(CALLS.load(Ordering::Relaxed), 2);
}
