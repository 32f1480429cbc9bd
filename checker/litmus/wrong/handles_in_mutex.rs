//@ verdict: deadlock
//! Handles are joined under the lock that the threads need to end.

use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

fn main() {
    let handles: Arc<Mutex<Vec<JoinHandle<()>>>> = Arc::default();
    let inner = Arc::clone(&handles);
    let h = thread::spawn(move || {
        let child = thread::spawn(|| ());
        inner.lock().unwrap().push(child);
    });
    handles.lock().unwrap().push(h);
    for h in handles.lock().unwrap().drain(..) {
        h.join().unwrap();
    }
}
