//! `std::sync::Mutex`.

use std::sync::{Arc, Mutex, TryLockError};
use std::thread;

#[test]
fn a_panic_under_the_lock_poisons_it() {
    let mutex = Arc::new(Mutex::new(1));
    let other = Arc::clone(&mutex);
    let ended = thread::spawn(move || {
        let mut value = other.lock().unwrap();
        *value = 2;
        panic!("under the lock");
    });
    assert!(ended.join().is_err());
    assert!(mutex.is_poisoned());
    assert!(matches!(mutex.try_lock(), Err(TryLockError::Poisoned(_))));
    assert_eq!(*mutex.lock().unwrap_err().into_inner(), 2);
    mutex.clear_poison();
    assert_eq!(*mutex.lock().unwrap(), 2);
}
