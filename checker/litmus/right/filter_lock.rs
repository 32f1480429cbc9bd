//@ verdict: solved
//! A filter lock for two, all SeqCst, around plain memory.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

const N: usize = 2;
struct Filter {
    level: [AtomicUsize; N],
    victim: [AtomicUsize; N],
    data: UnsafeCell<u32>,
}
unsafe impl Sync for Filter {}
impl Filter {
    fn lock(&self, me: usize) {
        for l in 1..N {
            self.level[me].store(l, SeqCst);
            self.victim[l].store(me, SeqCst);
            while (0..N).any(|k| {
                k != me && self.level[k].load(SeqCst) >= l && self.victim[l].load(SeqCst) == me
            }) {
                std::hint::spin_loop();
            }
        }
    }
    fn unlock(&self, me: usize) {
        self.level[me].store(0, SeqCst);
    }
}

#[test]
fn one_at_a_time() {
    let f =
        Filter { level: Default::default(), victim: Default::default(), data: UnsafeCell::new(0) };
    thread::scope(|s| {
        for me in 0..N {
            let f = &f;
            s.spawn(move || {
                f.lock(me);
                unsafe { *f.data.get() += 1 };
                f.unlock(me);
            });
        }
    });
    assert_eq!(f.data.into_inner(), N as u32);
}
