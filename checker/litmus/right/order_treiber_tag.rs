//@ verdict: solved
//! A stack of indices whose head carries a tag that every change counts up:
//! an exchange with an old head fails even if the index is the same again.
use std::sync::atomic::{AtomicU64, Ordering::*};
use std::thread;

/// Head: tag above 8 bits, index + 1 below; 0 is empty.
struct Stack {
    head: AtomicU64,
    next: [AtomicU64; 2],
}

impl Stack {
    fn push(&self, index: u64) {
        let mut head = self.head.load(Acquire);
        loop {
            self.next[index as usize].store(head & 0xff, Relaxed);
            let new = ((head >> 8) + 1) << 8 | (index + 1);
            match self.head.compare_exchange(head, new, AcqRel, Acquire) {
                Ok(_) => return,
                Err(now) => head = now,
            }
        }
    }

    fn pop(&self) -> Option<u64> {
        let mut head = self.head.load(Acquire);
        loop {
            let top = (head & 0xff).checked_sub(1)?;
            let new = ((head >> 8) + 1) << 8 | self.next[top as usize].load(Relaxed);
            match self.head.compare_exchange(head, new, AcqRel, Acquire) {
                Ok(_) => return Some(top),
                Err(now) => head = now,
            }
        }
    }
}

#[test]
fn nobody_owns_an_entry_twice() {
    let stack = Stack { head: AtomicU64::new(0), next: Default::default() };
    stack.push(0);
    stack.push(1);
    thread::scope(|s| {
        let a = s.spawn(|| stack.pop());
        let b = s.spawn(|| {
            let (top, below) = (stack.pop(), stack.pop());
            if let Some(top) = top {
                stack.push(top);
            }
            below
        });
        let mut owned: Vec<_> = [a.join().unwrap(), b.join().unwrap()].into();
        owned.push(stack.pop());
        owned.push(stack.pop());
        owned.retain(Option::is_some);
        owned.sort();
        assert_eq!(owned, [Some(0), Some(1)]);
    });
}
