//@ verdict: solved
//! The thread fills memory behind a raw pointer; `join` hands it back.
use std::thread;

struct Ptr(*mut [i32; 2]);
unsafe impl Send for Ptr {}

fn main() {
    let mut pair = [0, 0];
    let ptr = Ptr(&raw mut pair);
    let filler = thread::spawn(move || {
        let ptr = ptr;
        unsafe { *ptr.0 = [3, 4] };
    });
    filler.join().unwrap();
    assert_eq!(pair, [3, 4]);
}
