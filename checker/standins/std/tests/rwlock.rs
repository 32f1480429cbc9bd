//! What `RwLock` does: naive and reduced search agree.

mod search;

use search::pair;
use standin_std::sync::atomic::AtomicU32;
use standin_std::sync::atomic::Ordering::Relaxed;
use standin_std::sync::{Mutex, RwLock, RwLockWriteGuard};
use standin_std::thread;

search::litmus! {
    readers_are_inside_together => ["(0, 1)", "(1, 0)", "(1, 1)"] {
        let (lock, x, y) = (RwLock::new(()), AtomicU32::new(0), AtomicU32::new(0));
        let side = |mine: &AtomicU32, other: &AtomicU32| {
            let _inside = lock.read().unwrap();
            mine.fetch_add(1, Relaxed);
            other.fetch_add(0, Relaxed)
        };
        let seen = pair(|| side(&x, &y), || side(&y, &x));
        format!("{seen:?}")
    }
    writers_are_alone => ["2"] {
        let x = RwLock::new(0);
        pair(|| *x.write().unwrap() += 1, || *x.write().unwrap() += 1);
        x.into_inner().unwrap().to_string()
    }
    read_then_write_loses_updates => ["1", "2"] {
        let x = RwLock::new(0);
        let split = || { let v = *x.read().unwrap(); *x.write().unwrap() = v + 1; };
        pair(split, split);
        x.into_inner().unwrap().to_string()
    }
    write_while_reading_never_ends => ["deadlock"] {
        let x = RwLock::new(0);
        let inside = x.read().unwrap();
        *x.write().unwrap() += *inside;
        String::new()
    }
    reading_twice_meets_a_writer => ["deadlock", "done"] {
        let x = RwLock::new(0);
        pair(
            || { let first = x.read().unwrap(); *first + *x.read().unwrap() },
            || *x.write().unwrap() += 1,
        );
        "done".to_owned()
    }
    reading_twice_meets_a_late_writer => ["deadlock", "done"] {
        let (x, door) = (RwLock::new(0), Mutex::new(()));
        pair(
            || { let first = x.read().unwrap(); *first + *x.read().unwrap() },
            || { drop(door.lock().unwrap()); *x.write().unwrap() += 1; },
        );
        "done".to_owned()
    }
    readers_may_read_twice => ["done"] {
        let x = RwLock::new(0);
        let twice = || { let first = x.read().unwrap(); *first + *x.read().unwrap() };
        pair(twice, twice);
        "done".to_owned()
    }
    downgrade_lets_no_writer_in => ["true"] {
        let x = RwLock::new(0);
        let (kept, _) = pair(
            || {
                let mut inside = x.write().unwrap();
                *inside = 5;
                *RwLockWriteGuard::downgrade(inside) == 5
            },
            || *x.write().unwrap() += 1,
        );
        kept.to_string()
    }
    tries_fail_while_held => ["(false, false)", "(false, true)", "(true, false)"] {
        let x = RwLock::new(0);
        let (_, seen) = pair(
            || *x.write().unwrap() += 1,
            || (x.try_read().is_ok(), x.try_write().is_ok()),
        );
        format!("{seen:?}")
    }
    try_write_fails_beside_a_reader => ["false", "true"] {
        let x = RwLock::new(0);
        let (_, seen) = pair(|| drop(x.read().unwrap()), || x.try_write().is_ok());
        seen.to_string()
    }
    a_writer_poisons_and_a_reader_does_not => ["(false, true)"] {
        let (x, y) = (RwLock::new(0), RwLock::new(0));
        let read = thread::scope(|s| s.spawn(|| { let _inside = x.read(); std::panic::resume_unwind(Box::new("")) }).join());
        let written = thread::scope(|s| s.spawn(|| { let _inside = y.write(); std::panic::resume_unwind(Box::new("")) }).join());
        assert!(matches!((read, written), (Err::<(), _>(_), Err::<(), _>(_))));
        format!("{:?}", (x.read().is_err(), y.read().is_err()))
    }
    a_writer_sees_what_readers_did => ["true"] {
        let (lock, x) = (RwLock::new(false), AtomicU32::new(0));
        let (_, seen) = pair(
            || { let _inside = lock.read().unwrap(); x.store(1, Relaxed); },
            || { let mut inside = lock.write().unwrap(); *inside = true; x.load(Relaxed) },
        );
        // Either the writer came first or it sees the store.
        (seen <= 1).to_string()
    }
    readers_tell_each_other_nothing => ["(false, 0)", "(false, 1)", "(true, 0)", "(true, 1)"] {
        let (lock, x, y) = (RwLock::new(()), AtomicU32::new(0), AtomicU32::new(0));
        let (_, seen) = pair(
            || { let _inside = lock.read().unwrap(); x.store(1, Relaxed); y.store(1, Relaxed); },
            || { let _inside = lock.read().unwrap(); (y.load(Relaxed) == 1, x.load(Relaxed)) },
        );
        format!("{seen:?}")
    }
}
