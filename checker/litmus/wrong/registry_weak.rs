//@ verdict: deadlock
//! A handle upgraded under the lock may be the last one, and its Drop locks again.

use std::sync::{Arc, Mutex, Weak};
use std::thread;

static LIVE: Mutex<Vec<Weak<Handle>>> = Mutex::new(Vec::new());

struct Handle;
impl Drop for Handle {
    fn drop(&mut self) {
        LIVE.lock().unwrap().retain(|w| w.strong_count() > 0);
    }
}

fn visit() -> usize {
    let live = LIVE.lock().unwrap();
    live.iter().filter_map(Weak::upgrade).map(|h| Arc::strong_count(&h)).count()
}

#[test]
fn visiting_is_harmless() {
    let h = Arc::new(Handle);
    LIVE.lock().unwrap().push(Arc::downgrade(&h));
    let t = thread::spawn(move || drop(h));
    visit();
    t.join().unwrap();
}
