//! What happens when one end of a channel leaves, is late or has no room:
//! naive and reduced search agree.

mod search;

use search::pair;
use standin_std::sync::atomic::AtomicU32;
use standin_std::sync::atomic::Ordering::Relaxed;
use standin_std::sync::mpsc::{TryRecvError, TrySendError, channel, sync_channel};
use standin_std::sync::{Arc, Mutex};
use standin_std::thread;
use standin_std::time::Duration;

const SHORT: Duration = Duration::from_millis(10);

search::litmus! {
    messages_of_two_senders_mix => ["[1, 2, 3]", "[1, 3, 2]", "[3, 1, 2]"] {
        let (tx, rx) = channel();
        let other = tx.clone();
        thread::scope(|s| {
            s.spawn(move || { tx.send(1).unwrap(); tx.send(2).unwrap(); });
            s.spawn(move || other.send(3).unwrap());
            format!("{:?}", rx.iter().collect::<Vec<_>>())
        })
    }
    hanging_up_tells_what_was_known => ["1"] {
        let (tx, rx) = channel::<()>();
        let x = &AtomicU32::new(0);
        let ((), seen) = pair(
            move || { x.store(1, Relaxed); drop(tx); },
            move || { assert!(rx.recv().is_err()); x.load(Relaxed) },
        );
        seen.to_string()
    }
    leaving_tells_what_was_known => ["(false, 1)", "(true, 0)", "(true, 1)"] {
        let (tx, rx) = channel();
        let x = &AtomicU32::new(0);
        let (seen, ()) = pair(
            || (tx.send(1).is_ok(), x.load(Relaxed)),
            move || { x.store(1, Relaxed); drop(rx); },
        );
        format!("{seen:?}")
    }
    two_hang_up => ["(Disconnected, 3)", "(Empty, 0)", "(Empty, 1)", "(Empty, 2)", "(Empty, 3)"] {
        let (tx, rx) = channel::<()>();
        let other = tx.clone();
        let gone = &AtomicU32::new(0);
        thread::scope(|s| {
            s.spawn(move || { drop(tx); gone.fetch_add(1, Relaxed); });
            s.spawn(move || { drop(other); gone.fetch_add(2, Relaxed); });
            let seen = rx.try_recv().unwrap_err();
            let gone = if seen == TryRecvError::Empty { gone.load(Relaxed) } else { 3 };
            format!("{:?}", (seen, gone))
        })
    }
    a_receiver_leaves_in_between => ["[false, false]", "[true, false]", "[true, true]"] {
        let (tx, rx) = channel();
        let (sent, ()) = pair(|| [tx.send(1).is_ok(), tx.send(2).is_ok()], move || drop(rx));
        format!("{sent:?}")
    }
    a_receiver_leaves_after_a_message => ["(false, true)", "(true, false)", "(true, true)"] {
        let (tx, rx) = channel();
        let other = tx.clone();
        thread::scope(|s| {
            let a = s.spawn(move || tx.send(1).is_ok());
            let b = s.spawn(move || other.send(2).is_ok());
            s.spawn(move || drop((rx.recv().unwrap(), rx)));
            format!("{:?}", (a.join().unwrap(), b.join().unwrap()))
        })
    }
    a_late_send_after_a_receive => ["(1, Err(Empty))", "(1, Ok(2))", "(2, Err(Empty))", "(2, Ok(1))"] {
        let (tx, rx) = channel();
        let (other, _kept) = (tx.clone(), tx.clone());
        thread::scope(|s| {
            s.spawn(move || { let _ = tx.send(1); });
            s.spawn(move || { let _ = other.send(2); });
            s.spawn(move || format!("{:?}", (rx.recv().unwrap(), rx.try_recv()))).join().unwrap()
                .replace("Disconnected", "Empty")
        })
    }
    messages_nobody_receives_are_dropped => ["1"] {
        let (tx, rx) = channel();
        let message = Arc::new(());
        tx.send(Arc::clone(&message)).unwrap();
        drop(rx);
        assert!(tx.send(Arc::clone(&message)).is_err());
        Arc::strong_count(&message).to_string()
    }
    a_message_may_lock_when_it_is_dropped => ["1"] {
        struct Counted<'a>(&'a Mutex<u32>);
        impl Drop for Counted<'_> {
            fn drop(&mut self) { *self.0.lock().unwrap() += 1; }
        }
        let drops = Mutex::new(0);
        let (tx, rx) = channel();
        let (_, ()) = pair(|| drop(tx.send(Counted(&drops))), move || drop(rx));
        drops.lock().unwrap().to_string()
    }
    no_room_waits_and_says_so => ["(Ok(()), Err(1))", "(Ok(()), Ok(()))"] {
        let (tx, rx) = sync_channel(1);
        let (_, sent) = pair(move || (rx.recv().unwrap(), rx), || (tx.try_send(0), tx.try_send(1)));
        let value = |error| match error { TrySendError::Full(n) | TrySendError::Disconnected(n) => n };
        format!("{:?}", (sent.0.map_err(value), sent.1.map_err(value)))
    }
    two_wait_for_room => ["[0, 1, 2]", "[0, 2, 1]"] {
        let (tx, rx) = sync_channel(1);
        tx.send(0).unwrap();
        let other = tx.clone();
        thread::scope(|s| {
            s.spawn(move || tx.send(1).unwrap());
            s.spawn(move || other.send(2).unwrap());
            format!("{:?}", rx.iter().collect::<Vec<_>>())
        })
    }
    leaving_frees_who_waits_for_room => ["SendError(2)"] {
        let (tx, rx) = sync_channel(1);
        tx.send(1).unwrap();
        let (sent, ()) = pair(|| tx.send(2), move || drop(rx));
        sent.map_or_else(|error| format!("SendError({})", error.0), |()| "sent".to_owned())
    }
    meeting_holds_up_the_sender => ["1", "2"] {
        let (tx, rx) = sync_channel(0);
        let x = &AtomicU32::new(0);
        let ((), seen) = pair(
            move || { x.store(1, Relaxed); rx.recv().unwrap(); x.store(2, Relaxed); },
            || { tx.send(()).unwrap(); x.load(Relaxed) },
        );
        seen.to_string()
    }
    meeting_nobody_gives_the_message_back => ["sent", "SendError(7)"] {
        let (tx, rx) = sync_channel(0);
        let (sent, ()) = pair(|| tx.send(7), move || drop((rx.try_recv(), rx)));
        sent.map_or_else(|error| format!("SendError({})", error.0), |()| "sent".to_owned())
    }
    two_meet_one => ["(1, 2)", "(2, 1)"] {
        let (tx, rx) = sync_channel(0);
        let other = tx.clone();
        thread::scope(|s| {
            s.spawn(move || tx.send(1).unwrap());
            s.spawn(move || other.send(2).unwrap());
            format!("{:?}", (rx.recv().unwrap(), rx.recv().unwrap()))
        })
    }
    one_meets_and_leaves => ["(false, true)", "(true, false)"] {
        let (tx, rx) = sync_channel(0);
        let other = tx.clone();
        thread::scope(|s| {
            let a = s.spawn(move || tx.send(1).is_ok());
            let b = s.spawn(move || other.send(2).is_ok());
            s.spawn(move || drop((rx.recv().unwrap(), rx)));
            format!("{:?}", (a.join().unwrap(), b.join().unwrap()))
        })
    }
    one_waits_and_two_try => ["(false, false, 0)", "(false, true, 2)", "(true, false, 1)"] {
        let (tx, rx) = sync_channel(0);
        let other = tx.clone();
        thread::scope(|s| {
            let a = s.spawn(move || tx.try_send(1).is_ok());
            let b = s.spawn(move || other.try_send(2).is_ok());
            let got = s.spawn(move || rx.recv().unwrap_or(0));
            let got = got.join().unwrap();
            format!("{:?}", (a.join().unwrap(), b.join().unwrap(), got))
        })
    }
    a_meeting_within_the_time => ["(true, Ok(1))"] {
        let (tx, rx) = sync_channel(0);
        format!("{:?}", pair(|| tx.send(1).is_ok(), move || rx.recv_timeout(SHORT)))
    }
    @adversary a_meeting_missed => ["(false, Err(Timeout))", "(true, Ok(1))"] {
        let (tx, rx) = sync_channel(0);
        format!("{:?}", pair(|| tx.send(1).is_ok(), move || rx.recv_timeout(SHORT)))
    }
    @adversary time_runs_out_early => ["(Err(Timeout), 0)", "(Err(Timeout), 1)", "(Ok(1), 1)"] {
        let (tx, rx) = channel();
        let x = &AtomicU32::new(0);
        let (_, got) = pair(
            || { x.store(1, Relaxed); let _ = tx.send(1); },
            move || (rx.recv_timeout(SHORT), x.load(Relaxed)),
        );
        format!("{got:?}")
    }
    @adversary time_does_not_run_out_on_a_message => ["Ok(1)"] {
        let (tx, rx) = channel();
        tx.send(1).unwrap();
        format!("{:?}", rx.recv_timeout(SHORT))
    }
    @adversary time_does_not_run_out_on_a_hang_up => ["Err(Disconnected)"] {
        let (tx, rx) = channel::<()>();
        drop(tx);
        format!("{:?}", rx.recv_timeout(SHORT))
    }
    a_stage_in_between => ["[10, 20]"] {
        let (tx, middle) = sync_channel(1);
        let (out, rx) = channel();
        thread::scope(|s| {
            s.spawn(move || for i in 1..=2 { tx.send(i).unwrap(); });
            s.spawn(move || for i in middle { out.send(i * 10).unwrap(); });
            format!("{:?}", rx.iter().collect::<Vec<_>>())
        })
    }
    @large two_messages_from_each_of_three => ["9"] {
        let (tx, rx) = channel();
        thread::scope(|s| {
            for _ in 0..3 {
                let tx = tx.clone();
                s.spawn(move || for i in 1..=2 { tx.send(i).unwrap(); });
            }
            drop(tx);
            rx.iter().sum::<i32>().to_string()
        })
    }
}

#[test]
fn a_receive_for_ever_is_named() {
    let search = facts::Search { seconds: 9.0, steps: 99, bound: None };
    let mut searcher = engine::Searcher::new(search, || {
        let (_tx, rx) = channel::<u8>();
        let _ = rx.recv();
    });
    searcher.by_bounds();
    let failure = searcher.result().failure.expect("nobody sends");
    let facts::FailureKind::Deadlock(blocked) = &failure.kind else { panic!("{:?}", failure.kind) };
    assert_eq!(blocked[0].op, "recv");
    let object = blocked[0].object.expect("it waits for the channel");
    assert_eq!(failure.trace.objects[object].kind, "channel");
}
