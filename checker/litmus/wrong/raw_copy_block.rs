//@ verdict: data race
//! One thread copies out of the block that the other copies into.
use std::ptr;
use std::thread;

struct Block(*mut u32);
unsafe impl Send for Block {}

fn main() {
    let mut storage = vec![1u32, 2, 3];
    let mut copy = vec![0u32; 3];
    let (from, to) = (Block(storage.as_mut_ptr()), Block(storage.as_mut_ptr()));
    let out = Block(copy.as_mut_ptr());
    thread::scope(|s| {
        s.spawn(move || {
            let (from, out) = (from, out);
            unsafe { ptr::copy_nonoverlapping(from.0, out.0, 3) };
        });
        s.spawn(move || {
            let to = to;
            unsafe { ptr::copy_nonoverlapping([7u32, 8].as_ptr(), to.0.add(1), 2) };
        });
    });
    assert_eq!(copy[0], 1);
}
