//@ verdict: double free
//! Both threads make a box of the same pointer; each drops it.
use std::ptr::NonNull;
use std::thread;

struct Handle(NonNull<[u8; 16]>);
unsafe impl Send for Handle {}

fn main() {
    let buffer = NonNull::from(Box::leak(Box::new([0u8; 16])));
    let theirs = Handle(buffer);
    let t = thread::spawn(move || {
        let theirs = theirs;
        drop(unsafe { Box::from_raw(theirs.0.as_ptr()) });
    });
    t.join().unwrap();
    drop(unsafe { Box::from_raw(buffer.as_ptr()) });
}
