//@ verdict: panic
//! ABA: `pop` read head 1 and its next 0 and was interrupted; meanwhile 1 and
//! 0 were taken and 1 put back. The exchange succeeds and makes 0, which
//! somebody owns, the head.
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::thread;

/// Head: index + 1; 0 is empty.
struct Stack {
    head: AtomicU64,
    next: [AtomicU64; 2],
}

impl Stack {
    fn push(&self, index: u64) {
        let mut head = self.head.load(SeqCst);
        loop {
            self.next[index as usize].store(head, SeqCst);
            match self.head.compare_exchange(head, index + 1, SeqCst, SeqCst) {
                Ok(_) => return,
                Err(now) => head = now,
            }
        }
    }

    fn pop(&self) -> Option<u64> {
        let mut head = self.head.load(SeqCst);
        loop {
            let top = head.checked_sub(1)?;
            let new = self.next[top as usize].load(SeqCst);
            match self.head.compare_exchange(head, new, SeqCst, SeqCst) {
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
