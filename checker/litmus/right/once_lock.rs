//@ verdict: solved
//! `OnceLock::get_or_init` runs one initialiser, and who gets the value sees all
//! that the initialiser did.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

static CONFIG: OnceLock<String> = OnceLock::new();
static READS: AtomicUsize = AtomicUsize::new(0);

fn config() -> &'static str {
    CONFIG.get_or_init(|| {
        READS.fetch_add(1, Relaxed);
        "verbose".to_string()
    })
}

#[test]
fn the_file_is_read_once() {
    let handles: Vec<_> = (0..3).map(|_| thread::spawn(config)).collect();
    for handle in handles {
        assert_eq!(handle.join().unwrap(), "verbose");
    }
    assert_eq!(READS.load(Relaxed), 1);
}
