//@ verdict: solved
//! `Arc::into_inner` by every owner gives the value to exactly one (its docs).
use std::sync::Arc;
use std::thread;

fn main() {
    let mine = Arc::new(String::from("estate"));
    let theirs = Arc::clone(&mine);
    let t = thread::spawn(move || Arc::into_inner(theirs));
    let heirs = [Arc::into_inner(mine), t.join().unwrap()];
    assert_eq!(heirs.into_iter().flatten().count(), 1);
}
