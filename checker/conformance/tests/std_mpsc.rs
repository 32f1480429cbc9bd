//! `std::sync::mpsc`, channels without bound.

use std::error::Error;
use std::sync::Arc;
use std::sync::mpsc::{
    Receiver, RecvError, RecvTimeoutError, SendError, Sender, TryRecvError, TrySendError, channel,
};
use std::thread;
use std::time::Duration;

const BRIEF: Duration = Duration::from_millis(1);
const LONG: Duration = Duration::from_secs(3600);

#[test]
fn messages_come_in_the_order_they_were_sent() {
    let (sender, receiver) = channel();
    let sends = thread::spawn(move || {
        for value in 0..3 {
            sender.send(value).unwrap();
        }
    });
    assert_eq!(receiver.iter().collect::<Vec<_>>(), [0, 1, 2]);
    sends.join().unwrap();
}

#[test]
fn what_was_sent_is_received_after_all_senders_are_gone() {
    let (sender, receiver) = channel();
    sender.send(1).unwrap();
    sender.clone().send(2).unwrap();
    drop(sender);
    assert_eq!(receiver.recv(), Ok(1));
    assert_eq!(receiver.try_recv(), Ok(2));
    assert_eq!(receiver.recv(), Err(RecvError));
    assert_eq!(receiver.try_recv(), Err(TryRecvError::Disconnected));
    assert_eq!(receiver.recv_timeout(LONG), Err(RecvTimeoutError::Disconnected));
}

#[test]
fn an_empty_channel_is_told_from_a_dead_one() {
    let (sender, receiver) = channel::<u8>();
    assert_eq!(receiver.try_recv(), Err(TryRecvError::Empty));
    assert_eq!(receiver.recv_timeout(BRIEF), Err(RecvTimeoutError::Timeout));
    drop(sender);
    assert_eq!(receiver.try_recv(), Err(TryRecvError::Disconnected));
}

#[test]
fn a_send_without_a_receiver_gives_the_message_back() {
    let (sender, receiver) = channel();
    drop(receiver);
    let SendError(value) = sender.send("kept".to_owned()).unwrap_err();
    assert_eq!(value, "kept");
}

#[test]
fn the_receiver_drops_what_nobody_will_receive() {
    let value = Arc::new(());
    let (sender, receiver) = channel();
    sender.send(Arc::clone(&value)).unwrap();
    drop(receiver);
    assert_eq!(Arc::strong_count(&value), 1);
    drop(sender.send(Arc::clone(&value)));
    assert_eq!(Arc::strong_count(&value), 1);
}

#[test]
fn a_receiver_that_waits_hears_that_the_last_sender_is_gone() {
    let (sender, receiver) = channel::<u8>();
    let other = sender.clone();
    let drops = [thread::spawn(move || drop(sender)), thread::spawn(move || drop(other))];
    assert_eq!(receiver.recv(), Err(RecvError));
    for drops in drops {
        drops.join().unwrap();
    }
}

#[test]
fn a_send_may_come_too_late() {
    let (sender, receiver) = channel();
    let receives = thread::spawn(move || receiver.try_recv());
    let sent = sender.send(1).is_ok();
    let received = receives.join().unwrap();
    assert!(sent || received == Err(TryRecvError::Empty));
}

#[test]
fn each_message_is_received_once() {
    let (sender, receiver) = channel();
    let sends: Vec<_> = (0..2)
        .map(|value| {
            let sender = sender.clone();
            thread::spawn(move || sender.send(value).unwrap())
        })
        .collect();
    drop(sender);
    let mut received: Vec<i32> = receiver.into_iter().collect();
    received.sort_unstable();
    assert_eq!(received, [0, 1]);
    sends.into_iter().for_each(|sends| sends.join().unwrap());
}

#[test]
fn iterators_end_where_they_should() {
    let (sender, receiver) = channel();
    sender.send(1).unwrap();
    sender.send(2).unwrap();
    assert_eq!(receiver.try_iter().collect::<Vec<_>>(), [1, 2]);
    assert_eq!(receiver.try_iter().next(), None);
    sender.send(3).unwrap();
    drop(sender);
    let mut seen = Vec::new();
    for value in &receiver {
        seen.push(value);
    }
    for value in receiver {
        seen.push(value);
    }
    assert_eq!(seen, [3]);
}

#[test]
fn an_endpoint_can_be_sent_and_a_sender_shared() {
    let (sender, receiver) = channel::<Sender<u8>>();
    let (reply_to, replies) = channel();
    thread::scope(|scope| {
        scope.spawn(move || receiver.recv().unwrap().send(7).unwrap());
        let shared = &sender;
        scope.spawn(move || shared.send(reply_to).unwrap());
    });
    assert_eq!(replies.recv(), Ok(7));
}

#[test]
fn what_is_received_brings_what_came_before() {
    use std::sync::atomic::{AtomicU8, Ordering};
    static READY: AtomicU8 = AtomicU8::new(0);
    let (sender, receiver) = channel();
    let sends = thread::spawn(move || {
        READY.store(1, Ordering::Relaxed);
        sender.send(()).unwrap();
    });
    receiver.recv().unwrap();
    assert_eq!(READY.load(Ordering::Relaxed), 1);
    sends.join().unwrap();
}

#[test]
fn a_timed_receive_gets_what_is_there() {
    let (sender, receiver) = channel();
    sender.send(1).unwrap();
    assert_eq!(receiver.recv_timeout(Duration::ZERO), Ok(1));
    let sends = thread::spawn(move || sender.send(2));
    match receiver.recv_timeout(BRIEF) {
        Ok(value) => assert_eq!(value, 2),
        Err(error) => assert_eq!(error, RecvTimeoutError::Timeout),
    }
    sends.join().unwrap().unwrap();
}

fn says(error: &dyn Error) -> String {
    format!("{error:?}: {error}")
}

#[test]
fn errors_say_what_is_wrong() {
    assert_eq!(says(&SendError(1)), "SendError { .. }: sending on a closed channel");
    assert_eq!(says(&RecvError), "RecvError: receiving on a closed channel");
    assert_eq!(says(&TryRecvError::Empty), "Empty: receiving on an empty channel");
    let closed = "Disconnected: receiving on a closed channel";
    assert_eq!(says(&TryRecvError::Disconnected), closed);
    assert_eq!(says(&RecvTimeoutError::Timeout), "Timeout: timed out waiting on channel");
    let closed = "Disconnected: channel is empty and sending half is closed";
    assert_eq!(says(&RecvTimeoutError::Disconnected), closed);
    assert_eq!(says(&TrySendError::Full(1)), "TrySendError::Full(..): sending on a full channel");
    let closed = "TrySendError::Disconnected(..): sending on a closed channel";
    assert_eq!(says(&TrySendError::Disconnected(1)), closed);
}

#[test]
fn errors_are_made_of_one_another() {
    assert_eq!(TryRecvError::from(RecvError), TryRecvError::Disconnected);
    assert_eq!(RecvTimeoutError::from(RecvError), RecvTimeoutError::Disconnected);
    assert_eq!(TrySendError::from(SendError(1)), TrySendError::Disconnected(1));
}

#[test]
fn ends_and_iterators_can_be_printed() {
    let (sender, receiver): (Sender<u8>, Receiver<u8>) = channel();
    assert_eq!(format!("{sender:?} {receiver:?}"), "Sender { .. } Receiver { .. }");
    assert_eq!(format!("{:?}", receiver.iter()), "Iter { rx: Receiver { .. } }");
    assert_eq!(format!("{:?}", receiver.try_iter()), "TryIter { rx: Receiver { .. } }");
    assert_eq!(format!("{:?}", receiver.into_iter()), "IntoIter { rx: Receiver { .. } }");
}
