//@ verdict: panic
//! `Arc::try_unwrap(…).ok()` by both owners: each may find the other still
//! there and drop its handle, so that nobody gets the value (see its docs).
use std::sync::Arc;
use std::thread;

fn main() {
    let mine = Arc::new(String::from("estate"));
    let theirs = Arc::clone(&mine);
    let t = thread::spawn(move || Arc::try_unwrap(theirs).ok());
    let heirs = [Arc::try_unwrap(mine).ok(), t.join().unwrap()];
    assert_eq!(heirs.into_iter().flatten().count(), 1);
}
