//@ verdict: deadlock
//! The waker is registered after the look, not under one lock with it.

use std::sync::{Arc, Mutex};
use std::task::{Wake, Waker};
use std::thread::{self, Thread};

struct Unpark(Thread);
impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

#[test]
fn the_future_completes() {
    let value = Arc::new(Mutex::new(None));
    let waker: Arc<Mutex<Option<Waker>>> = Arc::default();
    let (v, w) = (value.clone(), waker.clone());
    let t = thread::spawn(move || {
        *v.lock().unwrap() = Some(7);
        if let Some(w) = w.lock().unwrap().take() {
            w.wake();
        }
    });
    loop {
        if value.lock().unwrap().is_some() {
            break;
        }
        *waker.lock().unwrap() = Some(Waker::from(Arc::new(Unpark(thread::current()))));
        thread::park();
    }
    t.join().unwrap();
}
