//@ verdict: solved
//! A reentrant mutex may be locked again by the thread that holds it.

use parking_lot::ReentrantMutex;
use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

struct Log(ReentrantMutex<RefCell<Vec<String>>>);

impl Log {
    fn add(&self, line: &str) {
        let lines = self.0.lock();
        if !self.is_full() {
            lines.borrow_mut().push(line.to_string());
        }
    }

    fn is_full(&self) -> bool {
        self.0.lock().borrow().len() > 10
    }
}

#[test]
fn two_lines_are_added() {
    let log = Arc::new(Log(ReentrantMutex::new(RefCell::new(vec![]))));
    let log2 = log.clone();
    let other = thread::spawn(move || log2.add("hello"));
    log.add("world");
    other.join().unwrap();
    assert_eq!(log.0.lock().borrow().len(), 2);
}
