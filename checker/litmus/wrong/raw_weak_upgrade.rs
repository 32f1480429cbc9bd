//@ verdict: panic
//! Between the look at the count and `upgrade` the last owner may go.
use std::sync::Arc;
use std::thread;

#[test]
fn a_counted_value_can_be_upgraded() {
    let strong = Arc::new(Box::new([4u8; 3]));
    let weak = Arc::downgrade(&strong);
    let t = thread::spawn(move || {
        if weak.strong_count() > 0 {
            assert_eq!(weak.upgrade().unwrap()[2], 4);
        }
    });
    drop(strong);
    t.join().unwrap();
}
