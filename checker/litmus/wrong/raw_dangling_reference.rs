//@ verdict: use after free
//! The lifetime of a reference into a box is stretched by `transmute`; the box
//! is dropped before the thread is done with it.
use std::sync::mpsc;
use std::thread;

#[test]
fn the_thread_reads_the_name() {
    let name = Box::new(String::from("Ada"));
    let forever: &'static String = unsafe { std::mem::transmute(&*name) };
    let (dropped, wait) = mpsc::channel();
    let reader = thread::spawn(move || {
        wait.recv().unwrap();
        forever.len()
    });
    drop(name);
    dropped.send(()).unwrap();
    assert_eq!(reader.join().unwrap(), 3);
}
