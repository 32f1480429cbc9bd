//@ verdict: leak
//! Two nodes own each other.

use std::sync::{Arc, Mutex};
use std::thread;

struct Node {
    next: Mutex<Option<Arc<Node>>>,
}

#[test]
fn a_ring_is_never_freed() {
    let a = Arc::new(Node { next: Mutex::new(None) });
    let b = Arc::new(Node { next: Mutex::new(Some(a.clone())) });
    let t = thread::spawn(move || *a.next.lock().unwrap() = Some(b));
    t.join().unwrap();
}
