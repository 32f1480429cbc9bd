//@ verdict: memory ordering
//! The way back is Relaxed: the client may open its own letter again.
use std::sync::atomic::{AtomicU32, Ordering::*};
use std::thread;

static TURN: AtomicU32 = AtomicU32::new(0);
static LETTER: AtomicU32 = AtomicU32::new(0);

fn wait_for(turn: u32) {
    while TURN.load(Relaxed) != turn {
        thread::yield_now();
    }
}

#[test]
fn a_question_gets_its_answer() {
    let server = thread::spawn(|| {
        wait_for(1);
        LETTER.store(LETTER.load(Relaxed) * 2, Relaxed);
        TURN.store(2, Release);
    });
    LETTER.store(21, Relaxed);
    TURN.store(1, Release);
    wait_for(2);
    assert_eq!(LETTER.load(Relaxed), 42);
    server.join().unwrap();
}
