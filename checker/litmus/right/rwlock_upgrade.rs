//@ verdict: solved
//! An upgradable read is held by one thread at a time, and becomes the write
//! lock without a gap: the value is made once.

use parking_lot::{RwLock, RwLockUpgradableReadGuard};
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

fn main() {
    let cache = RwLock::new(None);
    let made = AtomicUsize::new(0);
    let get = || {
        if let Some(value) = *cache.read() {
            return value;
        }
        let read = cache.upgradable_read();
        if let Some(value) = *read {
            return value;
        }
        made.fetch_add(1, SeqCst);
        *RwLockUpgradableReadGuard::upgrade(read).insert(42)
    };
    thread::scope(|s| {
        s.spawn(|| assert_eq!(get(), 42));
        s.spawn(|| assert_eq!(get(), 42));
    });
    assert_eq!(made.load(SeqCst), 1);
}
