//@ verdict: solved
//! A `LazyLock` in a static is made by the first who uses it, afresh in every
//! run of the program.

use std::sync::{LazyLock, Mutex};
use std::thread;

static NAMES: LazyLock<Mutex<Vec<String>>> = LazyLock::new(|| Mutex::new(vec!["main".into()]));

#[test]
fn two_names_are_added() {
    let other = thread::spawn(|| NAMES.lock().unwrap().push("a".to_string()));
    NAMES.lock().unwrap().push("b".to_string());
    other.join().unwrap();
    let names = NAMES.lock().unwrap();
    assert_eq!(names.len(), 3);
    assert_eq!(names[0], "main");
}
