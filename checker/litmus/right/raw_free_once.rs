//@ verdict: solved
//! The pointer is moved into the thread, which alone frees it.
use std::alloc::{Layout, alloc, dealloc};
use std::thread;

struct Buffer(*mut u8);
unsafe impl Send for Buffer {}

impl Buffer {
    const LAYOUT: Layout = Layout::new::<[u8; 16]>();

    fn new(fill: u8) -> Self {
        let bytes = unsafe { alloc(Self::LAYOUT) };
        assert!(!bytes.is_null());
        unsafe { bytes.write_bytes(fill, 16) };
        Self(bytes)
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        unsafe { dealloc(self.0, Self::LAYOUT) };
    }
}

#[test]
fn the_buffer_is_freed_by_the_thread() {
    let buffer = Buffer::new(3);
    let last = thread::spawn(move || {
        let buffer = buffer;
        unsafe { buffer.0.add(15).read() }
    });
    assert_eq!(last.join().unwrap(), 3);
}
