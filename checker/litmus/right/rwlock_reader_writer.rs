//@ verdict: solved
//! A writer is alone: readers see both fields before the change or after it.

use std::sync::{Arc, RwLock};
use std::thread;

#[derive(Default)]
struct Range {
    low: i32,
    high: i32,
}

#[test]
fn readers_see_whole_ranges() {
    let range = Arc::new(RwLock::new(Range { low: 0, high: 1 }));
    let writer = {
        let range = range.clone();
        thread::spawn(move || {
            let mut range = range.write().unwrap();
            range.low = 10;
            range.high = 11;
        })
    };
    let readers: Vec<_> = (0..2)
        .map(|_| {
            let range = range.clone();
            thread::spawn(move || {
                let range = range.read().unwrap();
                assert_eq!(range.high - range.low, 1);
            })
        })
        .collect();
    writer.join().unwrap();
    for reader in readers {
        reader.join().unwrap();
    }
}
