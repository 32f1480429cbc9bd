//! How executions fail, and what does not make them fail.

use engine::Searcher;
use facts::{FailureKind, Limit, Search, Searched};
use standin_std::sync::atomic::Ordering::{Acquire, Relaxed, Release, SeqCst};
use standin_std::sync::atomic::{AtomicBool, AtomicU32};
use standin_std::sync::{Condvar, Mutex};
use standin_std::thread_local;
use standin_std::{hint, thread};
use std::cell::Cell;
use std::sync::Arc;

fn search(model: impl Fn() + 'static) -> Searched {
    engine::hear_panics();
    let mut searcher = Searcher::new(Search { seconds: 20.0, steps: 2_000, bound: None }, model);
    searcher.by_bounds();
    searcher.result()
}

fn holds(model: impl Fn() + 'static) -> Searched {
    let searched = search(model);
    assert_eq!(searched.failure, None);
    assert_eq!(searched.limit, None);
    searched
}

fn fails(model: impl Fn() + 'static) -> FailureKind {
    search(model).failure.expect("some execution fails").kind
}

#[test]
fn a_panic_that_is_joined_is_the_joiners_business() {
    holds(|| {
        let result = thread::spawn(|| panic!("boom")).join();
        let payload = result.unwrap_err();
        assert_eq!(payload.downcast_ref::<&str>(), Some(&"boom"));
    });
}

#[test]
fn a_panic_nobody_looks_at_is_a_failure() {
    let kind = fails(|| drop(thread::spawn(|| panic!("boom"))));
    assert!(matches!(kind, FailureKind::Panicked { thread: 1, panic } if panic.message == "boom"));
}

#[test]
fn an_unwrapped_join_is_explained_by_the_childs_panic() {
    let kind = fails(|| thread::spawn(|| panic!("boom")).join().unwrap());
    assert!(matches!(kind, FailureKind::Panicked { thread: 1, panic } if panic.message == "boom"));
}

#[test]
fn a_scoped_panic_is_explained_by_the_childs_panic() {
    let kind = fails(|| {
        thread::scope(|s| {
            s.spawn(|| panic!("boom"));
        });
    });
    assert!(matches!(kind, FailureKind::Panicked { thread: 1, panic } if panic.message == "boom"));
}

#[test]
fn a_panic_that_is_caught_is_none() {
    holds(|| {
        thread::spawn(|| {
            let _ = std::panic::catch_unwind(|| panic!("boom"));
        });
    });
}

#[test]
fn a_panicking_holder_poisons_the_lock() {
    holds(|| {
        let lock = Arc::new(Mutex::new(1));
        let theirs = Arc::clone(&lock);
        let result = thread::spawn(move || {
            let _guard = theirs.lock().unwrap();
            panic!("boom");
        });
        assert!(result.join().is_err());
        assert!(lock.is_poisoned());
        assert_eq!(*lock.lock().unwrap_err().into_inner(), 1);
    });
}

#[test]
fn a_deadlock_says_who_holds_what() {
    let kind = fails(|| {
        let (a, b) = (Mutex::new(()), Mutex::new(()));
        thread::scope(|s| {
            s.spawn(|| {
                let _a = a.lock().unwrap();
                let _b = b.lock().unwrap();
            });
            s.spawn(|| {
                let _b = b.lock().unwrap();
                let _a = a.lock().unwrap();
            });
        });
    });
    let FailureKind::Deadlock(blocked) = kind else { panic!("{kind:?}") };
    let lockers: Vec<_> = blocked.iter().filter(|b| b.op == "lock").collect();
    assert_eq!(lockers.len(), 2);
    for blocked in lockers {
        assert_eq!(blocked.holders, [3 - blocked.thread]);
        assert_eq!(blocked.holds.len(), 1);
    }
}

#[test]
fn locking_twice_is_a_deadlock_with_oneself() {
    let kind = fails(|| {
        let lock = Mutex::new(());
        let _first = lock.lock();
        let _second = lock.lock();
    });
    let FailureKind::Deadlock(blocked) = kind else { panic!("{kind:?}") };
    assert_eq!((blocked[0].thread, &blocked[0].holders[..]), (0, &[0][..]));
}

#[test]
fn an_if_around_wait_is_found_out_by_a_spurious_wakeup() {
    let searched = search(|| {
        let (ready, changed) = (Mutex::new(false), Condvar::new());
        thread::scope(|s| {
            s.spawn(|| {
                *ready.lock().unwrap() = true;
                changed.notify_one();
            });
            let mut guard = ready.lock().unwrap();
            if !*guard {
                guard = changed.wait(guard).unwrap();
            }
            assert!(*guard);
        });
    });
    let failure = searched.failure.expect("a spurious wakeup is tried");
    assert_eq!(failure.adversarial, 1);
    assert!(failure.trace.steps.iter().any(|step| step.op == "wake" && step.adversarial));
}

#[test]
fn a_single_weak_exchange_fails_once_in_a_while() {
    let body = |weak: bool| {
        move || {
            let x = AtomicU32::new(0);
            let won = if weak {
                x.compare_exchange_weak(0, 1, SeqCst, SeqCst)
            } else {
                x.compare_exchange(0, 1, SeqCst, SeqCst)
            };
            assert!(won.is_ok());
        }
    };
    holds(body(false));
    fails(body(true));
}

#[test]
fn parking_may_end_by_itself() {
    fails(|| {
        let ready = AtomicBool::new(false);
        thread::scope(|s| {
            let parked = s.spawn(|| {
                thread::park();
                assert!(ready.load(SeqCst));
            });
            ready.store(true, SeqCst);
            parked.thread().unpark();
        });
    });
}

#[test]
fn many_threads_one_after_the_other() {
    holds(|| {
        let x = Arc::new(AtomicU32::new(0));
        for _ in 0..40 {
            let x = Arc::clone(&x);
            thread::spawn(move || x.fetch_add(1, Relaxed)).join().unwrap();
        }
        assert_eq!(x.load(Relaxed), 40);
    });
}

#[test]
fn too_many_threads_at_once_cannot_be_told() {
    let searched = search(|| {
        let threads: Vec<_> = (0..40).map(|_| thread::spawn(thread::park)).collect();
        threads.iter().for_each(|thread| thread.thread().unpark());
    });
    assert!(matches!(searched.limit, Some(Limit::Threads(_))));
}

#[test]
fn statics_start_afresh() {
    static COUNT: AtomicU32 = AtomicU32::new(5);
    static LIST: Mutex<Vec<u32>> = Mutex::new(Vec::new());
    static SLOTS: [AtomicU32; 2] = [const { AtomicU32::new(7) }; 2];
    let searched = holds(|| {
        assert_eq!(COUNT.fetch_add(1, SeqCst), 5);
        assert_eq!(SLOTS[1].swap(1, Relaxed), 7);
        LIST.lock().unwrap().push(1);
        let other = thread::spawn(|| LIST.lock().unwrap().push(2));
        LIST.lock().unwrap().push(3);
        other.join().unwrap();
        assert_eq!(LIST.lock().unwrap().len(), 3);
    });
    assert!(searched.passes.last().unwrap().executions > 1);
}

#[test]
fn thread_locals_belong_to_their_thread() {
    thread_local! {
        static PLAIN: Cell<u32> = Cell::new(1);
        static CONST: Cell<u32> = const { Cell::new(2) };
    }
    holds(|| {
        PLAIN.set(10);
        let theirs = thread::spawn(|| (PLAIN.get(), CONST.replace(20))).join().unwrap();
        assert_eq!(theirs, (1, 2));
        assert_eq!((PLAIN.get(), CONST.get()), (10, 2));
    });
}

#[test]
fn a_spin_on_what_never_comes_is_a_livelock() {
    let kind = fails(|| {
        let ready = AtomicBool::new(false);
        while !ready.load(Acquire) {
            hint::spin_loop();
        }
    });
    assert_eq!(kind, FailureKind::Livelock(vec![0]));
}

#[test]
fn a_test_and_test_and_set_lock_of_three_threads_holds() {
    holds(|| {
        let (held, x) = (AtomicBool::new(false), AtomicU32::new(0));
        thread::scope(|s| {
            for _ in 0..2 {
                s.spawn(|| {
                    loop {
                        while held.load(Relaxed) {
                            hint::spin_loop();
                        }
                        if !held.swap(true, Acquire) {
                            break;
                        }
                    }
                    x.store(x.load(Relaxed) + 1, Relaxed);
                    held.store(false, Release);
                });
            }
        });
        assert_eq!(x.load(Relaxed), 2);
    });
}

#[test]
fn a_bounded_number_of_looks_ends() {
    holds(|| {
        let ready = AtomicBool::new(false);
        let looks = (0..20).filter(|_| !ready.load(Acquire)).count();
        assert_eq!(looks, 20);
    });
}

#[test]
fn exclusive_access_sees_the_newest_value() {
    holds(|| {
        let mut x = AtomicU32::new(1);
        x.store(2, Relaxed);
        *x.get_mut() += 1;
        assert_eq!(x.fetch_add(1, Relaxed), 3);
        assert_eq!(x.into_inner(), 4);
    });
}

#[test]
fn threads_left_behind_end_with_main() {
    holds(|| {
        let never = Arc::new((Mutex::new(false), Condvar::new()));
        let theirs = Arc::clone(&never);
        thread::spawn(move || {
            let mut done = theirs.0.lock().unwrap();
            while !*done {
                done = theirs.1.wait(done).unwrap();
            }
        });
        drop(never.0.lock());
    });
}
