//! How threads end, in a panic or otherwise: naive and reduced search agree.

mod search;

use search::pair;
use standin_std::sync::atomic::AtomicU32;
use standin_std::sync::atomic::Ordering::SeqCst;
use standin_std::sync::{Arc, Barrier, Mutex, RwLock};
use standin_std::thread::{self, LocalKey};
use std::cell::RefCell;

/// Counts as it is dropped, twice.
struct Counts(Arc<AtomicU32>);

impl Drop for Counts {
    fn drop(&mut self) {
        self.0.fetch_add(1, SeqCst);
        self.0.fetch_add(1, SeqCst);
    }
}

/// Counts under the lock as it is dropped.
struct Locks(Arc<Mutex<u32>>);

impl Drop for Locks {
    fn drop(&mut self) {
        *self.0.lock().unwrap() += 1;
    }
}

standin_std::thread_local! {
    static LOCAL: RefCell<Option<Counts>> = const { RefCell::new(None) };
}

fn keep(key: &'static LocalKey<RefCell<Option<Counts>>>, count: &Arc<AtomicU32>) {
    key.set(Some(Counts(Arc::clone(count))));
}

search::litmus! {
    poison_is_seen_before_or_after => ["false", "true"] {
        let mutex = Arc::new(Mutex::new(()));
        let other = Arc::clone(&mutex);
        let panics = thread::spawn(move || {
            let _guard = other.lock();
            panic!("under the lock");
        });
        let seen = mutex.is_poisoned();
        assert!(panics.join().is_err());
        seen.to_string()
    }
    clearing_the_poison_may_come_too_early => ["false", "true"] {
        let lock = Arc::new(RwLock::new(()));
        let other = Arc::clone(&lock);
        let panics = thread::spawn(move || {
            let _guard = other.write();
            panic!("under the lock");
        });
        lock.clear_poison();
        assert!(panics.join().is_err());
        lock.is_poisoned().to_string()
    }
    destructors_of_a_panic_are_steps_like_others => ["0", "1", "2"] {
        let count = Arc::new(AtomicU32::new(0));
        let counts = Counts(Arc::clone(&count));
        let panics = thread::spawn(move || {
            let _counts = counts;
            panic!("as it should");
        });
        let seen = count.load(SeqCst);
        assert!(panics.join().is_err());
        seen.to_string()
    }
    waiting_in_a_panic_poisons_nobody_elses_lock => ["2"] {
        let mutex = Arc::new(Mutex::new(0));
        let (locks, other) = (Locks(Arc::clone(&mutex)), Arc::clone(&mutex));
        let panics = thread::spawn(move || {
            let _locks = locks;
            panic!("outside of the lock");
        });
        let adds = thread::spawn(move || *other.lock().unwrap() += 1);
        assert!(panics.join().is_err());
        adds.join().unwrap();
        let count = *mutex.lock().unwrap();
        count.to_string()
    }
    two_panics_at_once_poison_what_they_hold => ["(true, true)"] {
        let locks = (Mutex::new(()), Mutex::new(()));
        let panics = |lock: &Mutex<()>| {
            thread::scope(|scope| {
                let panics = scope.spawn(|| {
                    let _guard = lock.lock();
                    panic!("under the lock");
                });
                panics.join().is_err()
            })
        };
        pair(|| panics(&locks.0), || panics(&locks.1));
        format!("{:?}", (locks.0.is_poisoned(), locks.1.is_poisoned()))
    }
    a_join_waits_for_thread_locals => ["2"] {
        let count = Arc::new(AtomicU32::new(0));
        let other = Arc::clone(&count);
        thread::spawn(move || keep(&LOCAL, &other)).join().unwrap();
        count.load(SeqCst).to_string()
    }
    a_scope_does_not_wait_for_thread_locals => ["0", "1", "2"] {
        let count = Arc::new(AtomicU32::new(0));
        thread::scope(|scope| {
            scope.spawn(|| keep(&LOCAL, &count));
        });
        count.load(SeqCst).to_string()
    }
    joining_while_a_thread_local_waits_for_the_lock => ["deadlock", "done"] {
        standin_std::thread_local!(static LOCKS: RefCell<Option<Locks>> = RefCell::default());
        let mutex = Arc::new(Mutex::new(0));
        let locks = Locks(Arc::clone(&mutex));
        let ends = thread::spawn(move || LOCKS.set(Some(locks)));
        let _guard = mutex.lock().unwrap();
        ends.join().unwrap();
        "done".to_owned()
    }
    a_thread_local_that_panics_ends_the_process => ["panic"] {
        struct Panics;
        impl Drop for Panics {
            fn drop(&mut self) {
                panic!("as it is dropped");
            }
        }
        standin_std::thread_local!(static PANICS: Panics = const { Panics });
        let ended = thread::spawn(|| PANICS.with(|_| ())).join();
        format!("{ended:?}")
    }
    @adversary a_waiting_writer_may_keep_readers_out => ["deadlock", "done"] {
        let (lock, barrier) = (RwLock::new(0), Barrier::new(2));
        let reads = || {
            let _guard = lock.read().unwrap();
            barrier.wait();
        };
        thread::scope(|scope| {
            scope.spawn(|| *lock.write().unwrap() += 1);
            scope.spawn(reads);
            reads();
        });
        "done".to_owned()
    }
    readers_go_past_a_writer_otherwise => ["done"] {
        let (lock, barrier) = (RwLock::new(0), Barrier::new(2));
        let reads = || {
            let _guard = lock.read().unwrap();
            barrier.wait();
        };
        thread::scope(|scope| {
            scope.spawn(|| *lock.write().unwrap() += 1);
            scope.spawn(reads);
            reads();
        });
        "done".to_owned()
    }
}
