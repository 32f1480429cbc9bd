//! `std::thread_local!` and `LocalKey`.

// Both forms are tested.
#![allow(clippy::missing_const_for_thread_local)]

use std::cell::{Cell, RefCell};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

thread_local! {
    /// With attributes and a visibility.
    #[allow(dead_code)]
    pub(crate) static CONST: Cell<u32> = const { Cell::new(1) };
    static LAZY: RefCell<Vec<u32>> = RefCell::new(vec![1]);
    pub static COMPUTED: u8 = const {
        let half = 1;
        half + half
    }
}

thread_local!(static SINGLE: u8 = 1);

thread_local! {}

#[test]
fn each_thread_has_its_own() {
    CONST.set(2);
    LAZY.with_borrow_mut(|values| values.push(2));
    thread::spawn(|| {
        assert_eq!(CONST.get(), 1);
        assert_eq!(LAZY.take(), [1]);
    })
    .join()
    .unwrap();
    assert_eq!(CONST.get(), 2);
    assert_eq!(LAZY.with_borrow(Vec::len), 2);
    assert_eq!(COMPUTED.with(|value| *value) + SINGLE.with(|value| *value), 3);
}

#[test]
fn cells_have_short_forms() {
    assert_eq!(CONST.replace(5), 1);
    assert_eq!(CONST.take(), 5);
    assert_eq!(CONST.try_with(Cell::get), Ok(0));
    LAZY.set(vec![7]);
    assert_eq!(LAZY.replace(vec![8]), [7]);
    assert_eq!(LAZY.take(), [8]);
    assert_eq!(format!("{CONST:?}"), "LocalKey { .. }");
}

#[test]
fn setting_it_first_initialises_nothing() {
    thread_local!(static NEVER: Cell<u8> = panic!("not needed"));
    NEVER.set(1);
    assert_eq!(NEVER.get(), 1);
}

#[test]
fn a_borrow_forbids_another() {
    let clashes = || LAZY.with_borrow_mut(|_| LAZY.with_borrow(Vec::len));
    assert!(std::panic::catch_unwind(clashes).is_err());
}

type Log = Arc<Mutex<Vec<String>>>;

/// Says as it is dropped whether the others are there.
struct Notes {
    name: &'static str,
    log: RefCell<Option<Log>>,
}

impl Notes {
    const fn new(name: &'static str) -> Self {
        Self { name, log: RefCell::new(None) }
    }

    fn log(&self, log: &Log) {
        *self.log.borrow_mut() = Some(Arc::clone(log));
    }
}

impl Drop for Notes {
    fn drop(&mut self) {
        let Some(log) = self.log.take() else { return };
        let first = FIRST.try_with(|_| ()).is_ok();
        let second = SECOND.try_with(|_| ()).is_ok();
        let line = format!("{}: {first} {second} {}", self.name, PLAIN.get());
        log.lock().unwrap().push(line);
    }
}

thread_local! {
    static FIRST: Notes = const { Notes::new("first") };
    static SECOND: Notes = Notes::new("second");
    static PLAIN: Cell<u8> = Cell::new(0);
}

#[test]
fn values_are_dropped_before_their_thread_is_joined() {
    let log = Log::default();
    let kept = Arc::clone(&log);
    let ended = thread::spawn(move || {
        FIRST.with(|notes| notes.log(&kept));
        SECOND.with(|notes| notes.log(&kept));
        PLAIN.set(4);
    });
    ended.join().unwrap();
    // The later one goes first, and what has no destructor stays.
    assert_eq!(*log.lock().unwrap(), ["second: true false 4", "first: false false 4"]);
}

#[test]
fn a_destructor_may_make_another_value() {
    let log = Log::default();
    let kept = Arc::clone(&log);
    thread::spawn(move || SECOND.with(|notes| notes.log(&kept))).join().unwrap();
    assert_eq!(*log.lock().unwrap(), ["second: true false 0"]);
}

#[test]
fn what_is_gone_is_an_error() {
    struct Asks(Cell<Option<mpsc::Sender<String>>>);
    impl Drop for Asks {
        fn drop(&mut self) {
            let error = GONE.try_with(|_| ()).unwrap_err();
            let panics = std::panic::catch_unwind(|| GONE.with(|_| ())).is_err();
            let said = format!("{error:?}, {error}, {panics}");
            self.0.take().unwrap().send(said).unwrap();
        }
    }
    thread_local!(static GONE: Asks = const { Asks(Cell::new(None)) });
    let (sender, receiver) = mpsc::channel();
    let ended = thread::spawn(move || GONE.with(|asks| asks.0.set(Some(sender))));
    ended.join().unwrap();
    assert_eq!(receiver.recv().unwrap(), "AccessError, already destroyed, true");
}

#[test]
fn they_are_dropped_after_a_panic_too() {
    let log = Log::default();
    let kept = Arc::clone(&log);
    let ended = thread::spawn(move || {
        FIRST.with(|notes| notes.log(&kept));
        panic!("as it should");
    });
    assert!(ended.join().is_err());
    assert_eq!(log.lock().unwrap().len(), 1);
}
