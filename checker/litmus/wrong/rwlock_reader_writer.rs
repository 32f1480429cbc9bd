//@ verdict: check then act: one critical section cut in two
//! Two read locks, one after the other, are two looks: the writer can come in
//! between.

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
    let low = range.read().unwrap().low;
    let high = range.read().unwrap().high;
    assert_eq!(high - low, 1);
    writer.join().unwrap();
}
