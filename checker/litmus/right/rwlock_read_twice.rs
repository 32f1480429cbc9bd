//@ verdict: solved
//! One read guard is passed on instead of taking a second.

use std::sync::RwLock;
use std::thread;

static CONFIG: RwLock<Vec<u8>> = RwLock::new(Vec::new());

fn length(config: &[u8]) -> usize {
    config.len()
}

#[test]
fn a_reader_reads_once() {
    let writer = thread::spawn(|| CONFIG.write().unwrap().push(1));
    {
        let config = CONFIG.read().unwrap();
        assert_eq!(config.len(), length(&config));
    }
    writer.join().unwrap();
}
