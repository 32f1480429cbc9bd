//! `std::thread`.

use std::any::Any;
use std::collections::HashSet;
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::{self, Builder};
use std::time::Duration;

fn text(payload: &(dyn Any + Send)) -> Option<&str> {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str))
}

#[test]
fn join_returns_what_the_thread_returned() {
    assert_eq!(thread::spawn(|| 1).join().unwrap(), 1);
    let boxed: thread::Result<Box<dyn Fn() -> u8 + Send>> =
        thread::spawn(|| Box::new(|| 2u8) as Box<dyn Fn() -> u8 + Send>).join();
    assert_eq!(boxed.unwrap()(), 2);
}

#[test]
fn join_returns_the_payload_of_a_panic() {
    let said = thread::spawn(|| panic!("{} said", "it")).join().unwrap_err();
    assert_eq!(text(&*said), Some("it said"));
    let said = thread::spawn(|| panic!("plain")).join().unwrap_err();
    assert_eq!(text(&*said), Some("plain"));
    let threw = thread::spawn(|| std::panic::panic_any(7u8)).join().unwrap_err();
    assert_eq!(threw.downcast_ref::<u8>(), Some(&7));
    let resumed = thread::spawn(|| std::panic::resume_unwind(Box::new(8u8))).join();
    assert_eq!(resumed.unwrap_err().downcast_ref::<u8>(), Some(&8));
}

#[test]
fn what_a_thread_did_is_known_once_it_is_joined() {
    let value = Arc::new(AtomicUsize::new(0));
    let other = Arc::clone(&value);
    let stores = thread::spawn(move || other.store(1, Ordering::Relaxed));
    stores.join().unwrap();
    assert_eq!(value.load(Ordering::Relaxed), 1);
    assert_eq!(Arc::strong_count(&value), 1);
}

#[test]
fn threads_have_names_and_numbers() {
    let named = Builder::new().name("worker".to_owned());
    let named = named.stack_size(64 * 1024).spawn(thread::current).unwrap();
    assert_eq!(named.thread().name(), Some("worker"));
    let id = named.thread().id();
    let seen = named.join().unwrap();
    assert_eq!((seen.name(), seen.id()), (Some("worker"), id));
    assert_eq!(thread::spawn(|| thread::current().name().map(str::to_owned)).join().unwrap(), None);
    assert_ne!(thread::current().id(), id);
    assert_eq!(thread::current().id(), thread::current().id());
}

#[test]
fn numbers_are_never_used_again() {
    let ids: HashSet<_> =
        (0..4).map(|_| thread::spawn(|| thread::current().id()).join().unwrap()).collect();
    assert_eq!(ids.len(), 4);
}

#[test]
#[should_panic(expected = "interior null")]
fn a_name_holds_no_zero() {
    let _ = Builder::new().name("a\0b".to_owned()).spawn(|| ());
}

#[test]
fn handles_can_be_printed() {
    let handle = Builder::new().name("it".to_owned()).spawn(|| ()).unwrap();
    assert_eq!(format!("{handle:?}"), "JoinHandle { .. }");
    let id = handle.thread().id();
    let wanted = format!("Thread {{ id: {id:?}, name: Some(\"it\"), .. }}");
    assert_eq!(format!("{:?}", handle.thread()), wanted);
    handle.join().unwrap();
}

#[test]
fn a_thread_is_finished_sooner_or_later() {
    let go = Arc::new(AtomicBool::new(false));
    let waits = {
        let go = Arc::clone(&go);
        thread::spawn(move || {
            while !go.load(Ordering::Acquire) {
                thread::yield_now();
            }
            5
        })
    };
    assert!(!waits.is_finished());
    go.store(true, Ordering::Release);
    while !waits.is_finished() {
        std::hint::spin_loop();
    }
    assert_eq!(waits.join().unwrap(), 5);
}

#[test]
fn more_than_twenty_threads_one_after_the_other() {
    let sum: usize = (0..24).map(|value| thread::spawn(move || value).join().unwrap()).sum();
    assert_eq!(sum, 276);
}

#[test]
fn a_thread_without_a_handle_goes_on() {
    let (sender, receiver) = mpsc::channel();
    drop(thread::spawn(move || {
        thread::spawn(move || sender.send(3).unwrap());
    }));
    assert_eq!(receiver.recv(), Ok(3));
}

#[test]
fn the_result_of_a_thread_without_a_handle_is_dropped() {
    let value = Arc::new(());
    let (sender, receiver) = mpsc::channel::<()>();
    let result = (Arc::clone(&value), sender);
    drop(thread::spawn(move || result));
    assert!(receiver.recv().is_err());
    assert_eq!(Arc::strong_count(&value), 1);
}

#[test]
fn unpark_before_park_is_kept() {
    thread::current().unpark();
    thread::current().unpark();
    thread::park();
    thread::park_timeout(Duration::from_millis(1));
}

#[test]
fn park_waits_for_a_flag() {
    let ready = Arc::new(AtomicBool::new(false));
    let other = Arc::clone(&ready);
    let waits = thread::spawn(move || {
        while !other.load(Ordering::Acquire) {
            thread::park();
        }
    });
    ready.store(true, Ordering::Release);
    waits.thread().unpark();
    waits.join().unwrap();
}

#[test]
fn unpark_tells_what_came_before() {
    let ready = Arc::new(AtomicBool::new(false));
    let (main, other) = (thread::current(), Arc::clone(&ready));
    let tells = thread::spawn(move || {
        other.store(true, Ordering::Relaxed);
        main.unpark();
    });
    while !ready.load(Ordering::Relaxed) {
        thread::park_timeout(Duration::from_secs(3600));
    }
    tells.join().unwrap();
}

#[test]
fn a_thread_knows_that_it_panics() {
    struct Notes(Arc<Mutex<Vec<bool>>>);
    impl Drop for Notes {
        fn drop(&mut self) {
            self.0.lock().unwrap().push(thread::panicking());
        }
    }
    let seen = Arc::new(Mutex::new(Vec::new()));
    let (panics, returns) = (Notes(Arc::clone(&seen)), Notes(Arc::clone(&seen)));
    let panics = thread::spawn(move || {
        let _notes = panics;
        panic!("as it should");
    });
    let returns = thread::spawn(move || drop(returns));
    assert!(panics.join().is_err());
    returns.join().unwrap();
    let mut seen = seen.lock().unwrap().clone();
    seen.sort_unstable();
    assert_eq!(seen, [false, true]);
    assert!(!thread::panicking());
}

#[test]
#[allow(deprecated)]
fn time_passes() {
    thread::sleep(Duration::from_millis(1));
    thread::sleep_ms(1);
    thread::park_timeout_ms(1);
    thread::yield_now();
    let cpus: NonZero<usize> = thread::available_parallelism().unwrap();
    assert!(cpus.get() >= 1);
}

#[test]
fn what_is_borrowed_can_be_promised_to_last() {
    let value = AtomicUsize::new(0);
    // SAFETY: it is joined before `value` is gone.
    let adds = unsafe { Builder::new().spawn_unchecked(|| value.fetch_add(1, Ordering::Relaxed)) };
    adds.unwrap().join().unwrap();
    assert_eq!(value.into_inner(), 1);
}
