//@ verdict: memory ordering
//! The reader has no Acquire fence before its second look: that Relaxed load
//! may return the old number although a data load returned the new value.
use std::sync::atomic::{AtomicU32, Ordering::*, fence};
use std::thread;

static SEQ: AtomicU32 = AtomicU32::new(0);
static LEFT: AtomicU32 = AtomicU32::new(0);
static RIGHT: AtomicU32 = AtomicU32::new(0);

fn write(value: u32) {
    let seq = SEQ.load(Relaxed);
    SEQ.store(seq + 1, Relaxed);
    fence(Release);
    LEFT.store(value, Relaxed);
    RIGHT.store(value, Relaxed);
    SEQ.store(seq + 2, Release);
}

fn try_read() -> Option<(u32, u32)> {
    let before = SEQ.load(Acquire);
    let pair = (LEFT.load(Relaxed), RIGHT.load(Relaxed));
    (before % 2 == 0 && SEQ.load(Relaxed) == before).then_some(pair)
}

#[test]
fn a_pair_is_never_torn() {
    let writer = thread::spawn(|| write(1));
    if let Some((left, right)) = try_read() {
        assert_eq!(left, right);
    }
    writer.join().unwrap();
}
