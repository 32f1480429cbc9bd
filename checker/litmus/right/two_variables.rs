//@ verdict: solved
//! What belongs together lies under one lock.

use std::sync::Mutex;
use std::thread;

#[test]
fn the_total_is_constant() {
    let pair = Mutex::new((10, 0));
    thread::scope(|s| {
        s.spawn(|| {
            let mut pair = pair.lock().unwrap();
            pair.0 -= 4;
            pair.1 += 4;
        });
        s.spawn(|| {
            let (a, b) = *pair.lock().unwrap();
            assert_eq!(a + b, 10);
        });
    });
}
