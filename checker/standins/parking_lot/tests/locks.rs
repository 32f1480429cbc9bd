//! What the locks do: naive and reduced search agree.

#[path = "../../std/tests/search/mod.rs"]
mod search;

use parking_lot::{Condvar, FairMutex, MappedMutexGuard, Mutex, MutexGuard, Once, ReentrantMutex};
use parking_lot::{RecursiveRwLock, RwLock, RwLockUpgradableReadGuard, RwLockWriteGuard};
use search::pair;
use standin_std::sync::atomic::AtomicU32;
use standin_std::sync::atomic::Ordering::Relaxed;
use standin_std::thread;
use std::time::Duration;

static HITS: Mutex<u32> = Mutex::new(0);
const SHORT: Duration = Duration::from_millis(10);

search::litmus! {
    a_static_starts_afresh => ["2"] {
        pair(|| *HITS.lock() += 1, || *HITS.lock() += 1);
        HITS.lock().to_string()
    }
    split_section_loses_updates => ["1", "2"] {
        let x = Mutex::new(0);
        let split = || { let v = *x.lock(); *x.lock() = v + 1; };
        pair(split, split);
        x.into_inner().to_string()
    }
    lock_order_cycle => ["deadlock", "done"] {
        let (a, b) = (Mutex::new(()), FairMutex::new(()));
        pair(|| { let _a = a.lock(); drop(b.lock()); }, || { let _b = b.lock(); drop(a.lock()); });
        "done".to_owned()
    }
    locking_twice_never_ends => ["deadlock"] {
        let a = Mutex::new(0);
        let first = a.lock();
        format!("{}", *first + *a.lock())
    }
    a_panic_does_not_poison => ["1"] {
        let a = Mutex::new(1);
        let died = thread::scope(|s| s.spawn(|| { let _a = a.lock(); std::panic::resume_unwind(Box::new("")) }).join());
        assert!(Result::<(), _>::is_err(&died));
        a.lock().to_string()
    }
    mapped_guards_keep_the_lock => ["(2, 2)"] {
        let a = Mutex::new((0, 0));
        let both = || {
            let guard = MutexGuard::map(a.lock(), |pair| pair);
            let mut first = MappedMutexGuard::map(guard, |pair| &mut pair.0);
            let seen = *first;
            *first = seen + 1;
            drop(first);
            a.lock().1 += 1;
        };
        pair(both, both);
        format!("{:?}", a.into_inner())
    }
    unlocked_lets_others_in => ["1", "2"] {
        let a = Mutex::new(0);
        pair(
            || {
                let mut guard = a.lock();
                let seen = *guard;
                MutexGuard::unlocked(&mut guard, || ());
                *guard = seen + 1;
            },
            || *a.lock() += 1,
        );
        a.into_inner().to_string()
    }
    try_lock_for_gives_up_in_a_deadlock_only => ["Some(1)"] {
        let a = Mutex::new(0);
        let (_, seen) = pair(|| drop(a.lock()), || a.try_lock_for(SHORT).map(|mut a| { *a += 1; *a }));
        format!("{seen:?}")
    }
    @adversary try_lock_for_may_give_up => ["None", "Some(1)"] {
        let a = Mutex::new(0);
        let (_, seen) = pair(|| drop(a.lock()), || a.try_lock_for(SHORT).map(|mut a| { *a += 1; *a }));
        format!("{seen:?}")
    }
    @adversary time_does_not_run_out_on_a_free_lock => ["(true, true)"] {
        let (a, b) = (Mutex::new(0), RwLock::new(0));
        format!("{:?}", (a.try_lock_for(SHORT).is_some(), b.try_write_for(SHORT).is_some()))
    }
    try_lock_for_gives_up_on_itself => ["true"] {
        let a = Mutex::new(0);
        let _held = a.lock();
        a.try_lock_for(SHORT).is_none().to_string()
    }
    a_notification_can_come_too_early => ["deadlock", "done"] {
        let (ready, changed) = (Mutex::new(false), Condvar::new());
        pair(|| { *ready.lock() = true; changed.notify_one(); }, || changed.wait(&mut ready.lock()));
        "done".to_owned()
    }
    @adversary an_if_suffices_with_one_waiter => ["(false, true)", "(true, true)"] {
        let (ready, changed) = (Mutex::new(false), Condvar::new());
        let seen = pair(
            || { *ready.lock() = true; changed.notify_one() },
            || { let mut guard = ready.lock(); if !*guard { changed.wait(&mut guard); } *guard },
        );
        format!("{seen:?}")
    }
    wait_while_ends => ["1"] {
        let (count, changed) = (Mutex::new(0), Condvar::new());
        pair(
            || { *count.lock() += 1; changed.notify_all(); },
            || changed.wait_while(&mut count.lock(), |count| *count == 0),
        );
        count.into_inner().to_string()
    }
    wait_for_times_out_alone => ["true"] {
        let (lock, changed) = (Mutex::new(()), Condvar::new());
        changed.wait_for(&mut lock.lock(), SHORT).timed_out().to_string()
    }
    once_happens_once => ["1"] {
        let (once, x) = (Once::new(), AtomicU32::new(0));
        let both = || once.call_once(|| { x.fetch_add(1, Relaxed); });
        pair(both, both);
        // Not ordered after the other thread's part by anything else.
        x.load(Relaxed).to_string()
    }
    once_tells_what_it_did => ["(1, 1)"] {
        let (once, x) = (Once::new(), AtomicU32::new(0));
        let both = || { once.call_once(|| x.store(1, Relaxed)); x.load(Relaxed) };
        format!("{:?}", pair(both, both))
    }
    once_in_itself_never_ends => ["deadlock"] {
        let once = Once::new();
        once.call_once(|| once.call_once(|| ()));
        String::new()
    }
    a_reentrant_mutex_lets_its_owner_in => ["2"] {
        let x = ReentrantMutex::new(std::cell::Cell::new(0));
        let both = || { let outer = x.lock(); let inner = x.lock(); inner.set(outer.get() + 1); };
        pair(both, both);
        x.into_inner().get().to_string()
    }
    upgrading_is_not_interrupted => ["2"] {
        let x = RwLock::new(0);
        let both = || {
            let reader = x.upgradable_read();
            let seen = *reader;
            *RwLockUpgradableReadGuard::upgrade(reader) = seen + 1;
        };
        pair(both, both);
        x.into_inner().to_string()
    }
    upgrading_waits_for_readers => ["(0, 1)", "(1, 1)"] {
        let x = RwLock::new(0);
        let (_, seen) = pair(
            || { let reader = x.upgradable_read(); *RwLockUpgradableReadGuard::upgrade(reader) += 1; },
            || { let inside = x.read(); (*inside, *inside) },
        );
        let seen = (seen.0, x.into_inner());
        format!("{seen:?}")
    }
    reading_twice_meets_a_writer => ["deadlock", "done"] {
        let x = RwLock::new(0);
        pair(|| { let first = x.read(); *first + *x.read() }, || *x.write() += 1);
        "done".to_owned()
    }
    downgraded_to_upgradable_and_back => ["2"] {
        let x = RwLock::new(0);
        let both = || {
            let mut inside = x.write();
            *inside += 1;
            let mut reader = RwLockWriteGuard::downgrade_to_upgradable(inside);
            reader.with_upgraded(|value| *value += 0);
        };
        pair(both, both);
        x.into_inner().to_string()
    }
    a_reader_goes_past_a_waiting_writer => ["done"] {
        let x = RwLock::new(0);
        thread::scope(|s| {
            let inside = x.read();
            s.spawn(|| *x.write() += 1);
            s.spawn(|| *x.read()).join().unwrap();
            drop(inside);
        });
        "done".to_owned()
    }
    @adversary a_waiting_writer_may_keep_readers_out => ["deadlock", "done"] {
        let x = RwLock::new(0);
        thread::scope(|s| {
            let inside = x.read();
            s.spawn(|| *x.write() += 1);
            s.spawn(|| *x.read()).join().unwrap();
            drop(inside);
        });
        "done".to_owned()
    }
    @adversary but_not_recursive_ones => ["done"] {
        let x = RecursiveRwLock::new(0);
        thread::scope(|s| {
            let inside = x.read();
            s.spawn(|| *x.write() += 1);
            s.spawn(|| *x.read()).join().unwrap();
            drop(inside);
        });
        "done".to_owned()
    }
    @adversary readers_that_need_nobody_are_let_in_in_the_end => ["1"] {
        let x = RwLock::new(0);
        thread::scope(|s| {
            s.spawn(|| *x.write() += 1);
            s.spawn(|| *x.read());
            s.spawn(|| *x.read());
        });
        x.into_inner().to_string()
    }
}
