//@ verdict: data race
//! The Relaxed loop has no fence after it.
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

static mut MESSAGE: [u8; 5] = *b".....";
static READY: AtomicBool = AtomicBool::new(false);

#[test]
fn the_message_is_whole() {
    let writer = thread::spawn(|| {
        unsafe { MESSAGE = *b"hello" };
        READY.store(true, Release);
    });
    while !READY.load(Relaxed) {
        std::hint::spin_loop();
    }
    assert_eq!(unsafe { (&raw const MESSAGE).read() }, *b"hello");
    writer.join().unwrap();
}
