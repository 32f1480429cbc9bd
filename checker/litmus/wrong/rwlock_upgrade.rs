//@ verdict: deadlock
//! A read lock cannot be made a write lock: the thread waits for its own guard.

use parking_lot::RwLock;

fn main() {
    let cache = RwLock::new(None);
    let read = cache.read();
    if read.is_none() {
        *cache.write() = Some(1);
    }
    drop(read);
}
