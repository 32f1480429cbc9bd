//! `std::time`.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

const BRIEF: Duration = Duration::from_millis(1);

#[test]
fn instants_are_arithmetic() {
    let start = Instant::now();
    let later = start + BRIEF;
    assert_eq!(later - start, BRIEF);
    assert_eq!(start - later, Duration::ZERO);
    assert_eq!(later.duration_since(start), BRIEF);
    assert_eq!(start.checked_duration_since(later), None);
    assert_eq!(start.saturating_duration_since(later), Duration::ZERO);
    assert_eq!(later - BRIEF, start);
    assert_eq!(start.checked_add(Duration::MAX), None);
    assert_eq!(start.checked_add(BRIEF), Some(later));
    assert_eq!(later.checked_sub(BRIEF), Some(start));
    let mut moved = start;
    moved += BRIEF;
    assert!(moved == later && moved > start);
    moved -= BRIEF;
    assert_eq!(moved, start);
    assert!(format!("{start:?}").starts_with("Instant { tv_sec: "));
}

#[test]
fn a_clock_never_goes_back() {
    let start = Instant::now();
    thread::sleep(BRIEF);
    assert!(start.elapsed() >= BRIEF);
    let (sender, receiver) = channel();
    let thread = thread::spawn(move || {
        assert!(Instant::now() >= start);
        thread::sleep(BRIEF);
        sender.send(Instant::now()).unwrap();
        thread::sleep(BRIEF);
        Instant::now()
    });
    let sent = receiver.recv().unwrap();
    assert!(Instant::now() >= sent && sent >= start + BRIEF);
    let ended = thread.join().unwrap();
    assert!(Instant::now() >= ended && ended >= sent + BRIEF);
}

#[test]
fn a_timeout_takes_its_time() {
    let start = Instant::now();
    let (sender, receiver) = channel::<()>();
    assert_eq!(receiver.recv_timeout(BRIEF), Err(RecvTimeoutError::Timeout));
    assert!(start.elapsed() >= BRIEF);
    drop(sender);
    let start = Instant::now();
    let (lock, condvar) = (Mutex::new(()), Condvar::new());
    let (_guard, result) =
        condvar.wait_timeout_while(lock.lock().unwrap(), BRIEF, |()| true).unwrap();
    assert!(result.timed_out() && start.elapsed() >= BRIEF);
}

#[test]
fn a_loop_until_a_deadline_ends() {
    let deadline = Instant::now() + Duration::from_millis(20);
    while Instant::now() < deadline {
        thread::yield_now();
    }
    assert!(Instant::now() >= deadline);
}

#[test]
fn the_date_is_arithmetic() {
    let now = SystemTime::now();
    assert!(now.duration_since(UNIX_EPOCH).unwrap() > Duration::from_secs(1_700_000_000));
    assert_eq!(UNIX_EPOCH, SystemTime::UNIX_EPOCH);
    let later = now + BRIEF;
    assert_eq!(later.duration_since(now).unwrap(), BRIEF);
    let error = now.duration_since(later).unwrap_err();
    assert_eq!(error.duration(), BRIEF);
    assert_eq!(error.to_string(), "second time provided was later than self");
    assert_eq!(now.checked_add(BRIEF), Some(later));
    assert_eq!(later.checked_sub(BRIEF), Some(now));
    let mut moved = later;
    moved -= BRIEF;
    moved += BRIEF;
    assert_eq!(moved - BRIEF, now);
    assert!(UNIX_EPOCH.elapsed().unwrap() > Duration::ZERO);
    assert_eq!(format!("{UNIX_EPOCH:?}"), "SystemTime { tv_sec: 0, tv_nsec: 0 }");
}
