//! Statics: what is made before `main`, and by `const fn` of one's own.
//!
//! Under the model every execution begins with them as they were written;
//! each test here uses statics of its own, and uses them in two threads.

use std::cell::Cell;
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};
use std::sync::{Barrier, Condvar, LazyLock, Mutex, Once, OnceLock, RwLock};
use std::thread;

#[test]
fn a_vector_behind_a_lock_is_empty_at_first() {
    static VALUES: Mutex<Vec<u8>> = Mutex::new(Vec::new());
    assert!(VALUES.lock().unwrap().is_empty());
    let pushes = thread::spawn(|| VALUES.lock().unwrap().push(1));
    VALUES.lock().unwrap().push(2);
    pushes.join().unwrap();
    assert_eq!(VALUES.lock().unwrap().len(), 2);
}

#[test]
fn an_array_of_atomics_is_zero_at_first() {
    static COUNTS: [AtomicUsize; 2] = [const { AtomicUsize::new(0) }; 2];
    assert!(COUNTS.iter().all(|count| count.load(Ordering::Relaxed) == 0));
    let adds = thread::spawn(|| COUNTS[0].fetch_add(1, Ordering::Relaxed));
    COUNTS[0].fetch_add(1, Ordering::Relaxed);
    COUNTS[1].fetch_add(1, Ordering::Relaxed);
    adds.join().unwrap();
    assert_eq!(COUNTS.each_ref().map(|count| count.load(Ordering::Relaxed)), [2, 1]);
}

#[test]
fn what_is_set_once_is_not_set_at_first() {
    static NAME: OnceLock<String> = OnceLock::new();
    static RUNS: AtomicUsize = AtomicUsize::new(0);
    static ONCE: Once = Once::new();
    static TABLE: LazyLock<RwLock<Vec<u8>>> = LazyLock::new(|| {
        RUNS.fetch_add(1, Ordering::Relaxed);
        RwLock::new(vec![0])
    });
    assert!(NAME.get().is_none() && !ONCE.is_completed());
    assert!(LazyLock::get(&TABLE).is_none());
    let other = thread::spawn(|| {
        ONCE.call_once(|| ());
        TABLE.write().unwrap().push(1);
        NAME.set("other".to_owned()).is_ok()
    });
    ONCE.call_once(|| ());
    TABLE.write().unwrap().push(2);
    let mine = NAME.set("mine".to_owned()).is_ok();
    assert_ne!(other.join().unwrap(), mine);
    assert_eq!(NAME.get().unwrap() == "mine", mine);
    assert_eq!((TABLE.read().unwrap().len(), RUNS.load(Ordering::Relaxed)), (3, 1));
}

/// A lock of one's own, made by a `const fn`.
struct Gate {
    open: Mutex<bool>,
    opened: Condvar,
    passed: AtomicUsize,
}

impl Gate {
    const fn new() -> Self {
        Self { open: Mutex::new(false), opened: Condvar::new(), passed: AtomicUsize::new(0) }
    }

    fn open(&self) {
        *self.open.lock().unwrap() = true;
        self.opened.notify_all();
    }

    fn pass(&self) -> usize {
        let open = self.open.lock().unwrap();
        let _open = self.opened.wait_while(open, |open| !*open).unwrap();
        self.passed.fetch_add(1, Ordering::Relaxed)
    }
}

#[test]
fn a_type_of_ones_own_can_be_a_static() {
    static GATE: Gate = Gate::new();
    assert!(!*GATE.open.lock().unwrap());
    let passes = thread::spawn(|| GATE.pass());
    GATE.open();
    assert_eq!(passes.join().unwrap() + GATE.pass(), 1);
}

#[test]
fn a_list_can_hang_from_a_static() {
    struct Node {
        value: u8,
        next: *mut Node,
    }
    static HEAD: AtomicPtr<Node> = AtomicPtr::new(std::ptr::null_mut());
    fn push(value: u8) {
        let node = Box::into_raw(Box::new(Node { value, next: HEAD.load(Ordering::Relaxed) }));
        loop {
            // SAFETY: nobody else has the node before it is in the list.
            let next = unsafe { (*node).next };
            match HEAD.compare_exchange(next, node, Ordering::Release, Ordering::Relaxed) {
                Ok(_) => return,
                // SAFETY: as above.
                Err(found) => unsafe { (*node).next = found },
            }
        }
    }
    assert!(HEAD.load(Ordering::Relaxed).is_null());
    let pushes = thread::spawn(|| push(1));
    push(2);
    pushes.join().unwrap();
    let (mut sum, mut at) = (0, HEAD.swap(std::ptr::null_mut(), Ordering::Acquire));
    while !at.is_null() {
        // SAFETY: every node came from a box, and this thread took the list.
        let node = unsafe { Box::from_raw(at) };
        sum += node.value;
        at = node.next;
    }
    assert_eq!(sum, 3);
}

#[test]
fn a_barrier_and_a_thread_local_are_fresh() {
    static BARRIER: Barrier = Barrier::new(2);
    thread_local!(static ROUNDS: Cell<u8> = const { Cell::new(0) });
    fn round() -> bool {
        assert_eq!(ROUNDS.replace(1), 0);
        BARRIER.wait().is_leader()
    }
    let other = thread::spawn(round);
    let leads = round();
    assert_ne!(other.join().unwrap(), leads);
}
