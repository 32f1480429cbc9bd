//@ verdict: check then act: one critical section cut in two
//! Between giving up the read lock and taking the write lock another thread can
//! do the same: the value is made twice.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, RwLock};
use std::thread;

#[test]
fn each_value_is_made_once() {
    let cache: Arc<RwLock<HashMap<&str, usize>>> = Default::default();
    let made = Arc::new(AtomicUsize::new(0));
    let mut handles = vec![];
    for _ in 0..2 {
        let cache = Arc::clone(&cache);
        let made = Arc::clone(&made);
        handles.push(thread::spawn(move || {
            let found = cache.read().unwrap().contains_key("key");
            if !found {
                let mut cache = cache.write().unwrap();
                made.fetch_add(1, Ordering::Relaxed);
                cache.insert("key", 3);
            }
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    assert_eq!(made.load(Ordering::Relaxed), 1);
}
