//@ verdict: deadlock
//! `RwLock::read`: "might panic when called if the lock is already held by the
//! current thread", and a writer that waits in between keeps new readers out:
//! the second read waits for the writer, which waits for the first.

use std::sync::RwLock;
use std::thread;

static CONFIG: RwLock<Vec<u8>> = RwLock::new(Vec::new());

fn length() -> usize {
    CONFIG.read().unwrap().len()
}

#[test]
fn a_reader_reads_again() {
    let writer = thread::spawn(|| CONFIG.write().unwrap().push(1));
    {
        let config = CONFIG.read().unwrap();
        assert_eq!(config.len(), length());
    }
    writer.join().unwrap();
}
