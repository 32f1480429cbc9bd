//@ verdict: use after free
//! A pointer into a Vec that grows meanwhile, and so moves.

use std::sync::Mutex;
use std::thread;

struct Ptr(*const u64);
unsafe impl Send for Ptr {}
impl Ptr {
    fn get(&self) -> u64 {
        unsafe { *self.0 }
    }
}

#[test]
fn the_first_stays_readable() {
    let v = Mutex::new(vec![1u64]);
    let p = Ptr(v.lock().unwrap().as_ptr());
    thread::scope(|s| {
        s.spawn(move || assert_eq!(p.get(), 1));
        s.spawn(|| v.lock().unwrap().extend([2; 64]));
    });
}
