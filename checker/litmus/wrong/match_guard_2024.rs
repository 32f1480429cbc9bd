//@ verdict: deadlock
//! The guard of a `match` lives to the end of its arms, in edition 2024 too.

use std::sync::RwLock;
use std::thread;

static CACHE: RwLock<Option<u32>> = RwLock::new(None);

fn get() -> u32 {
    match *CACHE.read().unwrap() {
        Some(v) => v,
        None => *CACHE.write().unwrap().get_or_insert(42),
    }
}

#[test]
fn both_get_it() {
    let t = thread::spawn(get);
    get();
    t.join().unwrap();
}
