//@ verdict: memory ordering
//! Acquire on the way in and Relaxed while waiting: the first to arrive leaves
//! without having acquired the second's word.
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

#[derive(Default)]
struct Meeting {
    arrived: AtomicUsize,
    words: [AtomicUsize; 2],
}

impl Meeting {
    fn exchange(&self, me: usize) -> usize {
        self.words[me].store(me + 1, Relaxed);
        self.arrived.fetch_add(1, AcqRel);
        while self.arrived.load(Relaxed) < 2 {
            thread::yield_now();
        }
        self.words[1 - me].load(Relaxed)
    }
}

#[test]
fn both_hear_the_other() {
    let meeting = Meeting::default();
    thread::scope(|s| {
        let a = s.spawn(|| meeting.exchange(0));
        let b = s.spawn(|| meeting.exchange(1));
        assert_eq!((a.join().unwrap(), b.join().unwrap()), (2, 1));
    });
}
