//! `loom`: what its tests are written with. Other suites hold the types to
//! their promises; this one holds the paths to loom's.

use loom::cell::{Cell, UnsafeCell};
use loom::model::Builder;
use loom::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst};
use loom::sync::atomic::{AtomicBool, AtomicPtr, AtomicU32, AtomicUsize, fence};
use loom::sync::{Arc, Condvar, Mutex, Notify, RwLock, mpsc};
use loom::{hint, thread};

loom::lazy_static! {
    static ref STARTED: AtomicU32 = AtomicU32::new(0);
    /// Of another type.
    pub static ref NAMES: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());
}

loom::thread_local! {
    static OWN: Cell<u32> = Cell::new(1);
}

struct Slot {
    full: AtomicBool,
    value: UnsafeCell<u32>,
}

// SAFETY: `value` is read only after `full` was seen.
unsafe impl Sync for Slot {}

#[test]
fn an_addition_is_not_lost() {
    loom::model(|| {
        let count = Arc::new(AtomicUsize::new(0));
        let other = {
            let count = Arc::clone(&count);
            thread::spawn(move || count.fetch_add(1, Relaxed))
        };
        count.fetch_add(1, Relaxed);
        other.join().unwrap();
        assert_eq!(count.load(SeqCst), 2);
    });
}

#[test]
fn two_models_may_follow_each_other() {
    for _ in 0..2 {
        loom::model(|| {
            let flag = Arc::new(AtomicBool::new(false));
            let other = {
                let flag = flag.clone();
                thread::spawn(move || flag.store(true, Release))
            };
            other.join().unwrap();
            assert!(flag.load(Acquire));
        });
    }
}

#[test]
fn a_builder_has_its_settings() {
    let mut builder = Builder::new();
    builder.preemption_bound = Some(2);
    builder.max_threads = 3;
    builder.max_branches = 500;
    builder.check(|| {
        let lock = Arc::new(Mutex::new(0));
        let other = {
            let lock = lock.clone();
            let named = thread::Builder::new().name("other".to_owned());
            named.spawn(move || *lock.lock().unwrap() += 1).unwrap()
        };
        *lock.lock().unwrap() += 1;
        assert_eq!(other.thread().name(), Some("other"));
        other.join().unwrap();
        assert_eq!(*lock.lock().unwrap(), 2);
    });
}

#[test]
fn a_cell_is_published_by_a_flag() {
    loom::model(|| {
        let slot = Arc::new(Slot { full: AtomicBool::new(false), value: UnsafeCell::new(0) });
        let writer = {
            let slot = slot.clone();
            thread::spawn(move || {
                // SAFETY: nobody reads before `full` is set.
                slot.value.with_mut(|value| unsafe { *value = 5 });
                slot.full.store(true, Release);
            })
        };
        if slot.full.load(Acquire) {
            // SAFETY: written before `full` was set.
            assert_eq!(slot.value.with(|value| unsafe { *value }), 5);
        }
        writer.join().unwrap();
        // SAFETY: the other thread is gone.
        assert_eq!(unsafe { *slot.value.get().deref() }, 5);
        // SAFETY: as above.
        unsafe { *slot.value.get_mut().deref() += 1 };
        // SAFETY: as above.
        assert_eq!(slot.value.get().with(|value| unsafe { *value }), 6);
    });
}

#[test]
fn statics_start_afresh_in_every_execution() {
    loom::model(|| {
        let other = thread::spawn(|| STARTED.fetch_add(1, AcqRel));
        let mine = STARTED.fetch_add(1, AcqRel);
        let theirs = other.join().unwrap();
        assert_eq!(mine + theirs, 1);
        NAMES.lock().unwrap().push("main");
        assert_eq!(NAMES.lock().unwrap().len(), 1);
    });
}

#[test]
fn each_thread_has_its_own_value() {
    loom::model(|| {
        OWN.with(|own| own.set(2));
        let other = thread::spawn(|| OWN.with(Cell::get));
        assert_eq!(other.join().unwrap(), 1);
        assert_eq!(OWN.with(Cell::get), 2);
    });
}

#[test]
fn a_waiter_is_woken() {
    loom::model(|| {
        let state = Arc::new((Mutex::new(false), Condvar::new()));
        let other = {
            let state = state.clone();
            thread::spawn(move || {
                *state.0.lock().unwrap() = true;
                state.1.notify_one();
            })
        };
        let mut ready = state.0.lock().unwrap();
        while !*ready {
            ready = state.1.wait(ready).unwrap();
        }
        drop(ready);
        other.join().unwrap();
    });
}

#[test]
fn a_notification_is_kept() {
    loom::model(|| {
        let shared = Arc::new((Notify::new(), AtomicU32::new(0)));
        let other = {
            let shared = shared.clone();
            thread::spawn(move || {
                shared.1.store(1, Relaxed);
                shared.0.notify();
            })
        };
        // It may return for no reason.
        while shared.1.load(Relaxed) == 0 {
            shared.0.wait();
        }
        other.join().unwrap();
    });
}

#[test]
fn a_message_arrives() {
    loom::model(|| {
        let (sender, receiver) = mpsc::channel();
        let other = thread::spawn(move || sender.send(3).unwrap());
        assert_eq!(receiver.recv().unwrap(), 3);
        other.join().unwrap();
    });
}

#[test]
fn readers_and_a_writer() {
    loom::model(|| {
        let lock = Arc::new(RwLock::new((0, 0)));
        let writer = {
            let lock = lock.clone();
            thread::spawn(move || *lock.write().unwrap() = (1, 1))
        };
        let (one, two) = *lock.read().unwrap();
        assert_eq!(one, two);
        writer.join().unwrap();
    });
}

#[test]
fn who_waits_in_a_loop_says_so() {
    loom::model(|| {
        let flag = Arc::new(AtomicBool::new(false));
        let other = {
            let flag = flag.clone();
            thread::spawn(move || {
                fence(Release);
                flag.store(true, Relaxed);
            })
        };
        while !flag.load(Relaxed) {
            hint::spin_loop();
            thread::yield_now();
        }
        fence(Acquire);
        other.join().unwrap();
    });
}

#[test]
fn a_pointer_is_handed_over() {
    loom::model(|| {
        let place = Arc::new(AtomicPtr::new(std::ptr::null_mut()));
        let other = {
            let place = place.clone();
            thread::spawn(move || place.store(Box::into_raw(Box::new(7)), Release))
        };
        other.join().unwrap();
        // SAFETY: made by `Box::into_raw`, and taken once.
        assert_eq!(*unsafe { Box::from_raw(place.swap(std::ptr::null_mut(), Acquire)) }, 7);
    });
}
