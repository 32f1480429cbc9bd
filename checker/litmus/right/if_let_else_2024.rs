//@ verdict: solved
//! In edition 2024 the guard of an `if let` is gone in its `else`.

use std::sync::RwLock;
use std::thread;

static CACHE: RwLock<Option<u32>> = RwLock::new(None);

fn get() -> u32 {
    if let Some(v) = *CACHE.read().unwrap() { v } else { *CACHE.write().unwrap().get_or_insert(42) }
}

#[test]
fn both_get_it() {
    let t = thread::spawn(get);
    assert_eq!(get(), 42);
    assert_eq!(t.join().unwrap(), 42);
}
