//! `crossbeam::channel`: waiting for several channels, and for time.

use crossbeam::channel::{
    Receiver, RecvError, RecvTimeoutError, Select, SelectedOperation, SendError, TryRecvError,
    after, at, bounded, never, select_biased, tick, unbounded,
};
use crossbeam::select;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use std::time::{Duration, Instant};

const SHORT: Duration = Duration::from_millis(5);
const LONG: Duration = Duration::from_secs(3600);

#[test]
fn what_is_ready_is_taken() {
    let ((s, r), (_t, q)) = (unbounded(), unbounded::<u32>());
    s.send(1).unwrap();
    let got = select! {
        recv(r) -> msg => msg,
        recv(q) -> msg => msg,
    };
    assert_eq!(got, Ok(1));
    let nothing = select! {
        recv(r) -> _ => false,
        recv(q) -> _ => false,
        default => true,
    };
    assert!(nothing);
}

#[test]
fn a_channel_that_ended_is_ready() {
    let ((s, r), (t, q)) = (unbounded::<u32>(), bounded::<u32>(0));
    drop((s, q));
    select! {
        recv(r) -> msg => assert_eq!(msg, Err(RecvError)),
        send(t, 5) -> sent => assert_eq!(sent, Err(SendError(5))),
    }
    assert_eq!(select! { send(t, 5) -> sent => sent }, Err(SendError(5)));
}

#[test]
fn a_message_is_made_only_if_it_is_sent() {
    let ((s, r), (t, q)) = (bounded(1), bounded::<u32>(1));
    s.send(0).unwrap();
    let mut made = 0;
    select! {
        send(s, { made += 1; 1 }) -> sent => sent.unwrap(),
        default() => {}
    }
    assert_eq!(made, 0);
    select! {
        send(t, { made += 1; made }) -> sent => sent.unwrap(),
        recv(never::<u32>()) -> _ => unreachable!(),
    }
    assert_eq!((made, r.recv(), q.recv()), (1, Ok(0), Ok(1)));
}

#[test]
fn time_runs_out() {
    let (_s, r) = unbounded::<u32>();
    let started = Instant::now();
    let late = select! { recv(r) -> _ => false, default(SHORT) => true };
    assert!(late && started.elapsed() >= SHORT);
    let late = select! { recv(r) -> _ => false, recv(after(SHORT)) -> _ => true };
    assert!(late);
    let late =
        select! { recv(r) -> _ => false, recv(after(SHORT)) -> _ => true, default(LONG) => false };
    assert!(late);
}

#[test]
fn arms_may_jump_return_and_borrow() {
    fn first(receivers: &[Receiver<u32>]) -> Option<u32> {
        loop {
            select! {
                recv(receivers[0]) -> msg => match msg {
                    Ok(0) => continue,
                    Ok(n) => return Some(n),
                    Err(_) => break,
                },
                recv(&receivers[1]) -> msg => return msg.ok(),
            }
        }
        None
    }
    let ((s, r), (_t, q)) = (unbounded(), unbounded());
    s.send(0).unwrap();
    s.send(2).unwrap();
    let receivers = [r, q];
    assert_eq!(first(&receivers), Some(2));
    drop(s);
    assert_eq!(first(&receivers), None);
}

#[test]
fn a_receiver_may_be_given_up_in_its_arm() {
    let ((s, mut r), (t, mut q)) = (unbounded(), unbounded());
    s.send(1).unwrap();
    t.send(2).unwrap();
    drop((s, t));
    let mut sum = 0;
    for _ in 0..4 {
        select! {
            recv(r) -> msg => match msg { Ok(n) => sum += n, Err(_) => r = never() },
            recv(q) -> msg => match msg { Ok(n) => sum += n, Err(_) => q = never() },
        }
    }
    assert_eq!(sum, 3);
}

#[test]
fn an_option_of_a_receiver_is_an_arm() {
    let (s, r) = unbounded();
    s.send(1).unwrap();
    let (some, none) = (Some(&r), None::<&Receiver<u32>>);
    select! {
        recv(some.unwrap_or(&never())) -> msg => assert_eq!(msg, Ok(1)),
        recv(none.unwrap_or(&never())) -> _ => unreachable!(),
    }
}

#[test]
fn the_first_is_preferred_where_that_is_asked_for() {
    let ((s, r), (t, q)) = (unbounded(), unbounded());
    s.send(1).unwrap();
    t.send(2).unwrap();
    let got = select_biased! { recv(q) -> msg => msg, recv(r) -> msg => msg };
    assert_eq!(got, Ok(2));
    let mut biased = Select::new_biased();
    biased.recv(&q);
    let first = biased.recv(&r);
    assert_eq!(biased.select().recv_as(first, &r), Ok(1));
}

trait RecvAs {
    fn recv_as(self, index: usize, r: &Receiver<u32>) -> Result<u32, RecvError>;
}

impl RecvAs for SelectedOperation<'_> {
    fn recv_as(self, index: usize, r: &Receiver<u32>) -> Result<u32, RecvError> {
        assert_eq!(self.index(), index);
        self.recv(r)
    }
}

#[test]
fn selects_meet_without_capacity() {
    let ((s, r), (t, q)) = (bounded(0), bounded(0));
    let sent = thread::scope(|scope| {
        let sender = scope.spawn(|| {
            select! {
                send(s, 1) -> sent => { sent.unwrap(); 1 }
                send(t, 2) -> sent => { sent.unwrap(); 2 }
            }
        });
        let got = select! { recv(r) -> msg => msg.unwrap(), recv(q) -> msg => msg.unwrap() };
        (sender.join().unwrap(), got)
    });
    assert_eq!(sent.0, sent.1);
}

#[test]
fn a_select_does_not_meet_itself() {
    let (s, r) = bounded(0);
    select! {
        send(s, 1) -> _ => unreachable!(),
        recv(r) -> _ => unreachable!(),
        default(SHORT) => {}
    }
    assert_eq!(r.try_recv(), Err(TryRecvError::Empty));
}

#[test]
fn operations_by_number() {
    let ((s, r), (t, q)) = (unbounded(), bounded(1));
    let mut select = Select::new();
    let receive = select.recv(&r);
    let send = select.send(&t);
    assert_eq!((receive, send), (0, 1));
    let operation = select.select();
    assert_eq!(operation.index(), send);
    assert_eq!(operation.send(&t, 4), Ok(()));
    assert!(select.try_select().is_err());
    assert!(select.select_timeout(SHORT).is_err());
    assert!(select.select_deadline(Instant::now()).is_err());
    s.send(3).unwrap();
    let operation = select.try_select().unwrap();
    assert_eq!((operation.index(), operation.recv(&r)), (receive, Ok(3)));
    select.remove(receive);
    assert_eq!(q.recv(), Ok(4));
    let operation = select.select_timeout(LONG).unwrap();
    assert_eq!(operation.index(), send);
    operation.send(&t, 5).unwrap();
    assert_eq!(format!("{select:?}"), "Select { .. }");
    assert_eq!(select.clone().recv(&r), 2);
}

#[test]
fn readiness_takes_nothing() {
    let (s, r) = unbounded();
    let mut select = Select::new();
    let index = select.recv(&r);
    assert!(select.try_ready().is_err());
    assert!(select.ready_timeout(SHORT).is_err());
    assert!(select.ready_deadline(Instant::now()).is_err());
    s.send(1).unwrap();
    assert_eq!((select.ready(), select.try_ready().ok()), (index, Some(index)));
    assert_eq!(r.try_recv(), Ok(1));
    drop(s);
    assert_eq!(select.ready_timeout(LONG).ok(), Some(index));
}

#[test]
fn misuse_panics() {
    let panics = |f: &dyn Fn()| catch_unwind(AssertUnwindSafe(f)).is_err();
    let ((s, r), (t, q)) = (unbounded::<u32>(), unbounded::<u32>());
    s.send(1).unwrap();
    drop(t);
    assert!(panics(&|| _ = Select::new().select().index()));
    assert!(panics(&|| _ = Select::new().ready()));
    assert!(panics(&|| {
        let mut select = Select::new();
        let index = select.recv(&r);
        select.remove(index);
        select.remove(index);
    }));
    assert!(panics(&|| {
        let mut select = Select::new();
        select.recv(&q);
        drop(select.select());
    }));
    assert_eq!(r.try_recv(), Ok(1));
}

#[test]
fn nothing_comes_from_never() {
    let nothing = never::<u32>();
    assert_eq!(nothing.try_recv(), Err(TryRecvError::Empty));
    assert_eq!(nothing.recv_timeout(SHORT), Err(RecvTimeoutError::Timeout));
    assert_eq!((nothing.capacity(), nothing.len()), (Some(0), 0));
    assert!(nothing.is_empty() && nothing.is_full());
    assert!(nothing.same_channel(&never()));
    assert_eq!(nothing.try_iter().next(), None);
}

#[test]
fn a_timer_delivers_once() {
    let started = Instant::now();
    let timer = after(SHORT);
    assert_eq!((timer.capacity(), timer.try_recv()), (Some(1), Err(TryRecvError::Empty)));
    assert!(timer.is_empty() && !timer.is_full());
    let delivered = timer.recv().unwrap();
    assert!(delivered >= started + SHORT && Instant::now() >= delivered);
    assert_eq!(timer.recv_timeout(SHORT), Err(RecvTimeoutError::Timeout));
    assert!(timer.same_channel(&timer.clone()) && !timer.same_channel(&after(SHORT)));
}

#[test]
fn a_time_that_is_past_is_delivered_at_once() {
    let now = Instant::now();
    let timer = at(now);
    assert_eq!((timer.len(), timer.try_recv(), timer.len()), (1, Ok(now), 0));
}

#[test]
fn a_ticker_delivers_again_and_again() {
    let ticker = tick(SHORT);
    assert_eq!(ticker.try_recv(), Err(TryRecvError::Empty));
    let (first, second) = (ticker.recv().unwrap(), ticker.recv().unwrap());
    assert!(second >= first + SHORT);
    assert_eq!(ticker.capacity(), Some(1));
    assert!(ticker.recv_timeout(LONG).is_ok());
}
