//@ verdict: use after free
//! The buffer is dropped by its owner while the thread still has the address.
use std::alloc::{Layout, alloc, dealloc};
use std::sync::mpsc;
use std::thread;

struct Address(*mut u8);
unsafe impl Send for Address {}

const LAYOUT: Layout = Layout::new::<[u8; 16]>();

#[test]
fn the_thread_reads_the_buffer() {
    let bytes = unsafe { alloc(LAYOUT) };
    unsafe { bytes.write_bytes(3, 16) };
    let (go, started) = mpsc::channel::<()>();
    let address = Address(bytes);
    let reader = thread::spawn(move || {
        let address = address;
        started.recv().unwrap();
        unsafe { address.0.add(15).read() }
    });
    unsafe { dealloc(bytes, LAYOUT) };
    go.send(()).unwrap();
    assert_eq!(reader.join().unwrap(), 3);
}
