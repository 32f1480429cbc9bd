//@ verdict: data race
//! Two locks guard one cell: each thread holds "its" lock, and both write.
use std::cell::UnsafeCell;
use std::sync::Mutex;
use std::thread;

struct Shared {
    left: Mutex<()>,
    right: Mutex<()>,
    value: UnsafeCell<u32>,
}

unsafe impl Sync for Shared {}

impl Shared {
    fn add(&self) {
        unsafe { *self.value.get() += 1 };
    }
}

fn main() {
    let shared = Shared { left: Mutex::new(()), right: Mutex::new(()), value: UnsafeCell::new(0) };
    thread::scope(|s| {
        s.spawn(|| {
            let _held = shared.left.lock().unwrap();
            shared.add();
        });
        let _held = shared.right.lock().unwrap();
        shared.add();
    });
}
