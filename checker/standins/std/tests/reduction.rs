//! The reduced search sees every outcome that the naive one sees, and the
//! outcomes are those of the C++20 memory model.

mod search;

use search::{litmus, pair};
use standin_std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst};
use standin_std::sync::atomic::{AtomicBool, AtomicU32, Ordering, fence};
use standin_std::sync::{Condvar, Mutex};
use standin_std::thread;

fn increment(x: &AtomicU32, order: Ordering) {
    let (load, store) = match order {
        SeqCst => (SeqCst, SeqCst),
        _ => (Relaxed, Relaxed),
    };
    x.store(x.load(load) + 1, store);
}

fn store_buffering(store: Ordering, load: Ordering, fences: bool) -> String {
    let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
    let side = |mine: &AtomicU32, other: &AtomicU32| {
        mine.store(1, store);
        if fences {
            fence(SeqCst);
        }
        other.load(load)
    };
    let (a, b) = pair(|| side(&x, &y), || side(&y, &x));
    format!("{a}{b}")
}

fn message_passing(store: Ordering, load: Ordering) -> String {
    let (data, ready) = (AtomicU32::new(0), AtomicBool::new(false));
    let (_, seen) = pair(
        || {
            data.store(1, Relaxed);
            ready.store(true, store);
        },
        || (ready.load(load), data.load(Relaxed)),
    );
    format!("{seen:?}")
}

fn iriw(store: Ordering, load: Ordering) -> String {
    let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        s.spawn(|| x.store(1, store));
        s.spawn(|| y.store(1, store));
        let a = s.spawn(|| (x.load(load), y.load(load)));
        let b = s.spawn(|| (y.load(load), x.load(load)));
        let torn = (a.join().unwrap(), b.join().unwrap()) == ((1, 0), (1, 0));
        torn.to_string()
    })
}

litmus! {
    two_increments_lose_one => ["1", "2"] {
        let x = AtomicU32::new(0);
        pair(|| increment(&x, SeqCst), || increment(&x, SeqCst));
        x.into_inner().to_string()
    }
    two_increments_each => ["2", "3", "4"] {
        let x = AtomicU32::new(0);
        let twice = || { increment(&x, SeqCst); increment(&x, SeqCst); };
        pair(twice, twice);
        x.into_inner().to_string()
    }
    three_increments => ["1", "2", "3"] {
        let x = AtomicU32::new(0);
        thread::scope(|s| for _ in 0..3 { s.spawn(|| increment(&x, SeqCst)); });
        x.into_inner().to_string()
    }
    three_relaxed_increments => ["1", "2", "3"] {
        let x = AtomicU32::new(0);
        thread::scope(|s| for _ in 0..3 { s.spawn(|| increment(&x, Relaxed)); });
        x.into_inner().to_string()
    }
    fetch_add_loses_none => ["3"] {
        let x = AtomicU32::new(0);
        thread::scope(|s| for _ in 0..3 { s.spawn(|| x.fetch_add(1, Relaxed)); });
        x.into_inner().to_string()
    }
    store_buffering_seq_cst => ["01", "10", "11"] { store_buffering(SeqCst, SeqCst, false) }
    store_buffering_release_acquire => ["00", "01", "10", "11"] { store_buffering(Release, Acquire, false) }
    store_buffering_fences => ["01", "10", "11"] { store_buffering(Relaxed, Relaxed, true) }
    message_passing_release_acquire => ["(false, 0)", "(false, 1)", "(true, 1)"] { message_passing(Release, Acquire) }
    message_passing_relaxed => ["(false, 0)", "(false, 1)", "(true, 0)", "(true, 1)"] { message_passing(Relaxed, Relaxed) }
    message_passing_relaxed_load => ["(false, 0)", "(false, 1)", "(true, 0)", "(true, 1)"] { message_passing(Release, Relaxed) }
    message_passing_fences => ["(false, 0)", "(false, 1)", "(true, 1)"] {
        let (data, ready) = (AtomicU32::new(0), AtomicBool::new(false));
        let (_, seen) = pair(
            || { data.store(1, Relaxed); fence(Release); ready.store(true, Relaxed); },
            || { let r = ready.load(Relaxed); fence(Acquire); (r, data.load(Relaxed)) },
        );
        format!("{seen:?}")
    }
    iriw_seq_cst => ["false"] { iriw(SeqCst, SeqCst) }
    iriw_acquire => ["false", "true"] { iriw(Release, Acquire) }
    coherence_of_reads => ["(0, 0)", "(0, 1)", "(0, 2)", "(1, 1)", "(1, 2)", "(2, 2)"] {
        let x = AtomicU32::new(0);
        let (_, seen) = pair(
            || { x.store(1, Relaxed); x.store(2, Relaxed); },
            || (x.load(Relaxed), x.load(Relaxed)),
        );
        format!("{seen:?}")
    }
    release_sequence_through_rmw => ["(0, 0)", "(0, 1)", "(1, 1)", "(2, 1)"] {
        let (data, flag) = (AtomicU32::new(0), AtomicU32::new(0));
        thread::scope(|s| {
            s.spawn(|| { data.store(1, Relaxed); flag.store(1, Release); });
            s.spawn(|| { let _ = flag.compare_exchange(1, 2, Relaxed, Relaxed); });
            let c = s.spawn(|| (flag.load(Acquire), data.load(Relaxed)));
            format!("{:?}", c.join().unwrap())
        })
    }
    mixed_seq_cst_load_sees_relaxed_store_late => ["(0, 0)", "(0, 1)", "(1, 0)", "(1, 1)"] {
        let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
        let (_, seen) = pair(
            || { x.store(1, Relaxed); y.store(1, Relaxed); },
            || (y.load(SeqCst), x.load(SeqCst)),
        );
        format!("{seen:?}")
    }
    seq_cst_loads_agree_about_a_relaxed_store => ["false"] {
        // Once one SeqCst load has returned the store, a later one in the
        // total order cannot return what was there before.
        let (x, first) = (AtomicU32::new(0), AtomicU32::new(0));
        thread::scope(|s| {
            s.spawn(|| x.store(1, Relaxed));
            let a = s.spawn(|| { let seen = x.load(SeqCst); first.store(1, SeqCst); seen });
            let b = s.spawn(|| (first.load(SeqCst), x.load(SeqCst)));
            let (a, (later, b)) = (a.join().unwrap(), b.join().unwrap());
            (a == 1 && later == 1 && b == 0).to_string()
        })
    }
    exchange_decides_one_winner => ["1"] {
        let x = AtomicBool::new(false);
        let won = || u32::from(x.compare_exchange(false, true, AcqRel, Acquire).is_ok());
        let (a, b) = pair(won, won);
        (a + b).to_string()
    }
    mutex_keeps_increments => ["2"] {
        let x = Mutex::new(0);
        pair(|| *x.lock().unwrap() += 1, || *x.lock().unwrap() += 1);
        x.into_inner().unwrap().to_string()
    }
    mutex_split_section => ["1", "2"] {
        let x = Mutex::new(0);
        let split = || { let v = *x.lock().unwrap(); *x.lock().unwrap() = v + 1; };
        pair(split, split);
        x.into_inner().unwrap().to_string()
    }
    lock_order_cycle => ["deadlock", "done"] {
        let (a, b) = (Mutex::new(()), Mutex::new(()));
        pair(
            || { let _a = a.lock().unwrap(); let _b = b.lock().unwrap(); },
            || { let _b = b.lock().unwrap(); let _a = a.lock().unwrap(); },
        );
        "done".to_owned()
    }
    try_lock_fails_and_succeeds => ["(1, 0)", "(1, 1)"] {
        let x = Mutex::new(0);
        let seen = pair(
            || { *x.lock().unwrap() += 1; 1 },
            || usize::from(x.try_lock().is_ok()),
        );
        format!("{seen:?}")
    }
    try_locks_race => ["(false, true)", "(true, false)", "(true, true)"] {
        let x = Mutex::new(0);
        let seen = pair(|| x.try_lock().is_ok(), || x.try_lock().is_ok());
        format!("{seen:?}")
    }
    notify_may_come_too_early => ["deadlock", "done"] {
        let (ready, changed) = (Mutex::new(false), Condvar::new());
        pair(
            || { *ready.lock().unwrap() = true; changed.notify_one(); },
            || { let guard = ready.lock().unwrap(); drop(changed.wait(guard).unwrap()); },
        );
        "done".to_owned()
    }
    wait_in_a_loop_always_ends => ["done"] {
        let (ready, changed) = (Mutex::new(false), Condvar::new());
        pair(
            || { *ready.lock().unwrap() = true; changed.notify_one(); },
            || { let mut guard = ready.lock().unwrap(); while !*guard { guard = changed.wait(guard).unwrap(); } },
        );
        "done".to_owned()
    }
    park_and_unpark => ["true"] {
        let flag = AtomicBool::new(false);
        thread::scope(|s| {
            let parked = s.spawn(|| { while !flag.load(Acquire) { thread::park(); } });
            flag.store(true, Release);
            parked.thread().unpark();
        });
        flag.into_inner().to_string()
    }
    spinning_ends => ["1"] {
        let (data, ready) = (AtomicU32::new(0), AtomicBool::new(false));
        let (_, seen) = pair(
            || { data.store(1, Relaxed); ready.store(true, Release); },
            || { while !ready.load(Acquire) {} data.load(Relaxed) },
        );
        seen.to_string()
    }
    spin_lock_excludes => ["2"] {
        let (held, x) = (AtomicBool::new(false), AtomicU32::new(0));
        let critical = || {
            while held.swap(true, Acquire) { thread::yield_now(); }
            increment(&x, Relaxed);
            held.store(false, Release);
        };
        pair(critical, critical);
        x.into_inner().to_string()
    }
}
