//@ verdict: solved
//! The same stretched lifetime, but the box is dropped after the join.
use std::thread;

#[test]
fn the_thread_reads_the_name() {
    let name = Box::new(String::from("Ada"));
    let forever: &'static String = unsafe { std::mem::transmute(&*name) };
    let reader = thread::spawn(move || forever.len());
    assert_eq!(reader.join().unwrap(), 3);
    drop(name);
}
