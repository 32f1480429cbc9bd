//@ verdict: deadlock
//! A method that locks is called while the lock is held: `Mutex` is not
//! reentrant.

use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

struct Log(Mutex<Vec<String>>);

impl Log {
    fn lines(&self) -> MutexGuard<'_, Vec<String>> {
        self.0.lock().unwrap()
    }

    fn add(&self, line: &str) {
        let mut lines = self.lines();
        if !self.is_full() {
            lines.push(line.to_string());
        }
    }

    fn is_full(&self) -> bool {
        self.lines().len() > 10
    }
}

#[test]
fn a_line_is_added() {
    let log = Arc::new(Log(Mutex::new(vec![])));
    let log2 = log.clone();
    thread::spawn(move || log2.add("hello")).join().unwrap();
    assert_eq!(log.lines().len(), 1);
}
