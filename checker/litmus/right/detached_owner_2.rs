//@ verdict: solved
//! A thread that nobody waits for still owns memory when main returns: the process ends.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

fn main() {
    let shared = Arc::new((Mutex::new(vec![String::from("job")]), Condvar::new()));
    let bg = shared.clone();
    thread::spawn(move || {
        let mut log = Vec::new();
        loop {
            let mut q = bg.1.wait_while(bg.0.lock().unwrap(), |q| q.is_empty()).unwrap();
            log.push(q.pop().unwrap());
        }
    });
    shared.0.lock().unwrap().push("another".into());
    shared.1.notify_one();
}
