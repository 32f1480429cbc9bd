//@ verdict: solved
//! Each thread counts for itself and hands its sum in once.

use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

thread_local! {
    static COUNT: Cell<u32> = const { Cell::new(0) };
    static NAMES: RefCell<Vec<u32>> = RefCell::new(Vec::new());
}

static TOTAL: AtomicU32 = AtomicU32::new(0);

#[test]
fn sums_are_handed_in() {
    let threads: Vec<_> = (0..2)
        .map(|i| {
            thread::spawn(move || {
                for _ in 0..=i {
                    COUNT.set(COUNT.get() + 1);
                    NAMES.with_borrow_mut(|names| names.push(i));
                }
                assert_eq!(NAMES.with_borrow(|names| names.len()), COUNT.get() as usize);
                TOTAL.fetch_add(COUNT.get(), Ordering::Relaxed);
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(COUNT.get(), 0);
    assert_eq!(TOTAL.load(Ordering::Relaxed), 3);
}
