//@ verdict: panic
//! The thread may not have run when main looks.

use std::sync::Arc;
use std::sync::Mutex;
use std::thread;

#[test]
fn the_list_is_filled() {
    let list = Arc::new(Mutex::new(vec![]));
    for i in 0..2 {
        let list = list.clone();
        thread::spawn(move || list.lock().unwrap().push(i));
    }
    assert_eq!(list.lock().unwrap().len(), 2);
}
