//! `crossbeam::channel`: both ends of a channel.

use crossbeam::channel::{
    Receiver, RecvError, RecvTimeoutError, SendError, SendTimeoutError, Sender, TryRecvError,
    TrySendError, bounded, unbounded,
};
use std::error::Error;
use std::fmt::Debug;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::{Duration, Instant};

const SHORT: Duration = Duration::from_millis(5);

#[test]
fn messages_keep_their_order() {
    let (s, r) = unbounded();
    let sender = thread::spawn(move || (0..3).for_each(|n| s.send(n).unwrap()));
    assert_eq!(r.iter().collect::<Vec<_>>(), [0, 1, 2]);
    sender.join().unwrap();
    assert_eq!(r.recv(), Err(RecvError));
}

#[test]
fn what_was_sent_is_received_after_the_senders_are_gone() {
    let (s, r) = bounded(2);
    s.send(1).unwrap();
    s.clone().send(2).unwrap();
    drop(s);
    assert_eq!((r.recv(), r.try_recv()), (Ok(1), Ok(2)));
    assert_eq!(r.try_recv(), Err(TryRecvError::Disconnected));
    assert_eq!(r.recv_timeout(SHORT), Err(RecvTimeoutError::Disconnected));
}

#[test]
fn a_message_comes_back_where_nobody_receives() {
    let (s, r) = bounded(1);
    assert_eq!(s.try_send(1), Ok(()));
    assert_eq!(s.try_send(2), Err(TrySendError::Full(2)));
    assert_eq!(s.send_timeout(3, SHORT), Err(SendTimeoutError::Timeout(3)));
    drop(r);
    assert_eq!(s.send(4), Err(SendError(4)));
    assert_eq!(s.try_send(5), Err(TrySendError::Disconnected(5)));
    assert_eq!(s.send_timeout(6, SHORT), Err(SendTimeoutError::Disconnected(6)));
    assert_eq!(s.send_deadline(7, Instant::now()), Err(SendTimeoutError::Disconnected(7)));
}

#[test]
fn a_full_channel_makes_the_sender_wait() {
    let (s, r) = bounded(1);
    let sent = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&sent);
    let sender = thread::spawn(move || {
        for n in 0..3 {
            s.send(n).unwrap();
            count.fetch_add(1, SeqCst);
        }
    });
    assert_eq!(r.recv(), Ok(0));
    // One received and one in the channel at most.
    assert!(sent.load(SeqCst) <= 2);
    assert_eq!(r.into_iter().collect::<Vec<_>>(), [1, 2]);
    sender.join().unwrap();
}

#[test]
fn without_capacity_both_must_be_there() {
    let (s, r) = bounded(0);
    assert_eq!(s.try_send(1), Err(TrySendError::Full(1)));
    assert_eq!(r.try_recv(), Err(TryRecvError::Empty));
    assert_eq!(s.send_timeout(1, SHORT), Err(SendTimeoutError::Timeout(1)));
    assert_eq!(r.recv_timeout(SHORT), Err(RecvTimeoutError::Timeout));
    let came = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&came);
    let receiver = thread::spawn(move || {
        seen.store(1, SeqCst);
        r.recv()
    });
    s.send(7).unwrap();
    assert_eq!(came.load(SeqCst), 1);
    assert_eq!(receiver.join().unwrap(), Ok(7));
}

#[test]
fn a_receiver_that_leaves_wakes_the_sender() {
    let (s, r) = bounded(0);
    let sender = thread::spawn(move || s.send(1));
    drop(r);
    assert_eq!(sender.join().unwrap(), Err(SendError(1)));
}

#[test]
fn a_sender_that_leaves_wakes_the_receiver() {
    let (s, r) = bounded::<u32>(0);
    let receiver = thread::spawn(move || r.recv());
    drop(s);
    assert_eq!(receiver.join().unwrap(), Err(RecvError));
}

#[test]
fn lengths_and_capacities() {
    let (s, r) = bounded(2);
    assert_eq!((s.capacity(), r.capacity()), (Some(2), Some(2)));
    assert!(s.is_empty() && r.is_empty() && !s.is_full() && !r.is_full());
    s.send(1).unwrap();
    assert_eq!((s.len(), r.len()), (1, 1));
    s.send(2).unwrap();
    assert!(s.is_full() && r.is_full());
    let (s, r) = bounded::<u32>(0);
    assert_eq!((s.capacity(), s.len(), r.len()), (Some(0), 0, 0));
    assert!(s.is_empty() && s.is_full() && r.is_empty() && r.is_full());
    let (s, r) = unbounded();
    assert_eq!((s.capacity(), r.capacity()), (None, None));
    s.send(1).unwrap();
    assert!(!s.is_full() && !r.is_full() && !r.is_empty());
}

#[test]
fn ends_know_their_channel() {
    let ((s, r), (t, q)) = (unbounded::<u32>(), unbounded::<u32>());
    assert!(s.same_channel(&s.clone()) && r.same_channel(&r.clone()));
    assert!(!s.same_channel(&t) && !r.same_channel(&q));
}

#[test]
fn iterators_end_where_they_should() {
    let (s, r) = unbounded();
    s.send(1).unwrap();
    s.send(2).unwrap();
    assert_eq!(r.try_iter().collect::<Vec<_>>(), [1, 2]);
    assert_eq!(r.try_iter().next(), None);
    s.send(3).unwrap();
    drop(s);
    let mut all = Vec::new();
    for n in &r {
        all.push(n);
    }
    assert_eq!((all, r.iter().next(), r.into_iter().next()), (vec![3], None, None));
}

#[test]
fn each_message_is_dropped_once() {
    struct Counted(Arc<AtomicUsize>);
    impl Drop for Counted {
        fn drop(&mut self) {
            self.0.fetch_add(1, SeqCst);
        }
    }
    let count = Arc::new(AtomicUsize::new(0));
    let (s, r) = unbounded();
    for _ in 0..3 {
        assert!(s.send(Counted(Arc::clone(&count))).is_ok());
    }
    drop(r.recv());
    assert_eq!(count.load(SeqCst), 1);
    drop(r);
    assert_eq!(count.load(SeqCst), 3);
    assert!(s.send(Counted(Arc::clone(&count))).is_err());
    assert_eq!(count.load(SeqCst), 4);
}

#[test]
fn two_producers_one_consumer() {
    let (s, r) = bounded(1);
    let t = s.clone();
    thread::scope(|scope| {
        scope.spawn(move || (0..2).for_each(|n| s.send(n).unwrap()));
        scope.spawn(move || (10..12).for_each(|n| t.send(n).unwrap()));
        let all: Vec<u32> = r.iter().collect();
        let of = |from: u32| all.iter().copied().filter(move |n| n / 10 == from / 10);
        assert!(of(0).eq(0..2) && of(10).eq(10..12), "{all:?}");
    });
}

#[test]
fn errors_say_what_happened() {
    assert_eq!(format!("{}", SendError(1)), "sending on a disconnected channel");
    assert_eq!(format!("{:?}", SendError(1)), "\"SendError(..)\"");
    assert_eq!(format!("{:?}", TrySendError::Full(1)), "\"Full(..)\"");
    assert_eq!(format!("{}", RecvError), "receiving on an empty and disconnected channel");
    assert_eq!(SendError(3).into_inner(), 3);
    assert!(TrySendError::Full(1).is_full() && TrySendError::Disconnected(1).is_disconnected());
    assert_eq!(TrySendError::from(SendError(1)), TrySendError::Disconnected(1));
    assert_eq!(TryRecvError::from(RecvError), TryRecvError::Disconnected);
    assert!(RecvTimeoutError::Timeout.is_timeout());
    let boxed: Box<dyn Error> = Box::new(RecvError);
    assert_eq!(boxed.to_string(), RecvError.to_string());
}

#[test]
fn ends_are_shown_without_what_is_in_them() {
    let (s, r) = bounded(1);
    s.send(1).unwrap();
    assert_eq!(format!("{s:?} {r:?}"), "Sender { .. } Receiver { .. }");
    assert_eq!(format!("{:?} {:?}", r.iter(), r.try_iter()), "Iter { .. } TryIter { .. }");
    assert_eq!(format!("{:?}", r.into_iter()), "IntoIter { .. }");
}

macro_rules! implements {
    ($ty:ty: $bound:path) => {{
        #[allow(dead_code)]
        trait Otherwise {
            const YES: bool = false;
        }
        impl<T: ?Sized> Otherwise for T {}
        #[allow(dead_code)]
        struct Type<T: ?Sized>(std::marker::PhantomData<T>);
        #[allow(dead_code)]
        impl<T: ?Sized + $bound> Type<T> {
            const YES: bool = true;
        }
        <Type<$ty>>::YES
    }};
}

#[test]
fn ends_go_where_their_messages_may_go() {
    assert!(implements!(Sender<u32>: Send) && implements!(Sender<u32>: Sync));
    assert!(implements!(Receiver<u32>: Send) && implements!(Receiver<u32>: Sync));
    assert!(!implements!(Sender<Rc<u32>>: Send) && !implements!(Receiver<Rc<u32>>: Sync));
    assert!(implements!(Sender<Rc<u32>>: UnwindSafe) && implements!(Receiver<u32>: RefUnwindSafe));
    assert!(implements!(Sender<u32>: Clone) && implements!(Receiver<u32>: Clone));
    assert!(implements!(Sender<Rc<u32>>: Debug) && !implements!(Sender<u32>: Default));
    assert!(implements!(SendError<u32>: Error) && !implements!(SendError<Rc<u32>>: Error));
}
