//@ verdict: panic
//! `get`, then `set`: both threads find nothing, and the second `set` fails.

use std::sync::OnceLock;
use std::thread;

static CONFIG: OnceLock<String> = OnceLock::new();

fn config() -> &'static str {
    if CONFIG.get().is_none() {
        CONFIG.set("verbose".to_string()).expect("nobody else sets it");
    }
    CONFIG.get().unwrap()
}

#[test]
fn the_value_is_set_once() {
    let handles: Vec<_> = (0..2).map(|_| thread::spawn(config)).collect();
    for handle in handles {
        assert_eq!(handle.join().unwrap(), "verbose");
    }
}
