//@ verdict: data race
//! A sleep is no synchronisation, however long it is.
use std::thread;
use std::time::Duration;

struct Ptr(*mut [i32; 2]);
unsafe impl Send for Ptr {}

fn main() {
    let mut pair = [0, 0];
    let raw = &raw mut pair;
    let ptr = Ptr(raw);
    let filler = thread::spawn(move || {
        let ptr = ptr;
        unsafe { *ptr.0 = [3, 4] };
    });
    thread::sleep(Duration::from_millis(100));
    assert_eq!(unsafe { *raw }, [3, 4]);
    filler.join().unwrap();
}
