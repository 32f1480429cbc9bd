//@ verdict: solved
//! A block is copied under a lock of the destination; the source is written
//! only before the threads start.
use std::ptr;
use std::sync::Mutex;
use std::thread;

struct Target(*mut u32);
unsafe impl Send for Target {}

fn main() {
    let source = [1u32, 2, 3];
    let mut storage = [0u32; 3];
    let target = Mutex::new(Target(storage.as_mut_ptr()));
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                let target = target.lock().unwrap();
                unsafe { ptr::copy_nonoverlapping(source.as_ptr(), target.0, 3) };
            });
        }
    });
    assert_eq!(storage, source);
}
