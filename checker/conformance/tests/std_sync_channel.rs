//! `std::sync::mpsc`, channels with a bound.

use std::sync::Arc;
use std::sync::mpsc::{RecvError, SendError, TryRecvError, TrySendError, sync_channel};
use std::thread;

#[test]
fn a_full_channel_takes_no_more_for_now() {
    let (sender, receiver) = sync_channel(2);
    sender.send(1).unwrap();
    sender.try_send(2).unwrap();
    assert_eq!(sender.try_send(3), Err(TrySendError::Full(3)));
    assert_eq!(receiver.recv(), Ok(1));
    sender.try_send(3).unwrap();
    drop(sender);
    assert_eq!(receiver.into_iter().collect::<Vec<_>>(), [2, 3]);
}

#[test]
fn a_send_waits_for_room() {
    let (sender, receiver) = sync_channel(1);
    let sends = thread::spawn(move || (0..3).for_each(|value| sender.send(value).unwrap()));
    assert_eq!(receiver.iter().collect::<Vec<_>>(), [0, 1, 2]);
    sends.join().unwrap();
}

#[test]
fn a_send_that_waits_hears_that_the_receiver_is_gone() {
    for bound in [0, 1] {
        let (sender, receiver) = sync_channel(bound);
        let sends = thread::spawn(move || {
            let first = sender.send(1);
            let second = sender.send(2);
            (first, second)
        });
        drop(receiver);
        let (first, second) = sends.join().unwrap();
        assert_eq!(second, Err(SendError(2)));
        assert!(bound == 1 || first == Err(SendError(1)));
    }
}

#[test]
fn without_room_hands_meet() {
    let (sender, receiver) = sync_channel(0);
    assert_eq!(sender.try_send(1), Err(TrySendError::Full(1)));
    let receives = thread::spawn(move || receiver.recv());
    sender.send(2).unwrap();
    assert_eq!(receives.join().unwrap(), Ok(2));
    assert_eq!(sender.try_send(3), Err(TrySendError::Disconnected(3)));
}

#[test]
fn without_room_a_send_returns_once_it_is_received() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let (sender, receiver) = sync_channel(0);
    let came = AtomicBool::new(false);
    thread::scope(|scope| {
        let came = &came;
        scope.spawn(move || {
            came.store(true, Ordering::Relaxed);
            receiver.recv().unwrap();
        });
        sender.send(()).unwrap();
        assert!(came.load(Ordering::Relaxed));
    });
}

#[test]
fn an_attempt_without_room_succeeds_if_somebody_waits() {
    let (sender, receiver) = sync_channel(0);
    let receives = thread::spawn(move || receiver.recv());
    while sender.try_send(1).is_err() {
        thread::yield_now();
    }
    assert_eq!(receives.join().unwrap(), Ok(1));
}

#[test]
fn what_was_sent_outlives_its_senders() {
    let (sender, receiver) = sync_channel(1);
    let other = sender.clone();
    other.send(1).unwrap();
    drop((sender, other));
    assert_eq!(receiver.try_recv(), Ok(1));
    assert_eq!(receiver.try_recv(), Err(TryRecvError::Disconnected));
    assert_eq!(receiver.recv(), Err(RecvError));
}

#[test]
fn a_message_that_was_not_sent_is_not_lost() {
    let value = Arc::new(());
    let (sender, receiver) = sync_channel(1);
    sender.send(Arc::clone(&value)).unwrap();
    drop(sender.try_send(Arc::clone(&value)));
    assert_eq!(Arc::strong_count(&value), 2);
    drop(receiver);
    assert_eq!(Arc::strong_count(&value), 1);
    assert_eq!(format!("{sender:?}"), "SyncSender { .. }");
}
