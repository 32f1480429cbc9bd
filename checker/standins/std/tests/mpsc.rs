//! What channels do: naive and reduced search agree.

mod search;

use search::pair;
use standin_std::sync::atomic::AtomicU32;
use standin_std::sync::atomic::Ordering::Relaxed;
use standin_std::sync::mpsc::{channel, sync_channel};
use standin_std::thread;
use std::time::Duration;

const SHORT: Duration = Duration::from_millis(10);

search::litmus! {
    messages_stay_in_order => ["[1, 2, 3]"] {
        let (tx, rx) = channel();
        let (_, got) = pair(move || for n in 1..4 { tx.send(n).unwrap(); }, move || rx.iter().collect::<Vec<_>>());
        format!("{got:?}")
    }
    two_senders_in_any_order => ["[1, 2]", "[2, 1]"] {
        let (tx, rx) = channel();
        let other = tx.clone();
        pair(move || tx.send(1).unwrap(), move || other.send(2).unwrap());
        format!("{:?}", rx.into_iter().collect::<Vec<_>>())
    }
    a_message_tells_what_was_known => ["1"] {
        let (tx, rx) = channel();
        let x = &AtomicU32::new(0);
        let (_, seen) = pair(
            || { x.store(1, Relaxed); tx.send(()).unwrap(); },
            move || { rx.recv().unwrap(); x.load(Relaxed) },
        );
        seen.to_string()
    }
    an_earlier_message_tells_nothing_later => ["0", "1"] {
        let (tx, rx) = channel();
        let x = &AtomicU32::new(0);
        let (_, seen) = pair(
            || { tx.send(()).unwrap(); x.store(1, Relaxed); let _ = tx.send(()); },
            move || { rx.recv().unwrap(); x.load(Relaxed) },
        );
        seen.to_string()
    }
    another_senders_message_orders_nothing => ["0", "1"] {
        let (tx, rx) = channel();
        let other = tx.clone();
        let x = &AtomicU32::new(0);
        thread::scope(|s| {
            s.spawn(move || { let _ = tx.send(1); });
            s.spawn(|| { x.store(1, Relaxed); let _ = other.send(1); });
            s.spawn(move || { rx.recv().unwrap(); x.load(Relaxed) }).join().unwrap().to_string()
        })
    }
    a_sender_kept_keeps_the_receiver => ["deadlock"] {
        let (tx, rx) = channel();
        let other = tx.clone();
        thread::scope(|s| { s.spawn(move || tx.send(1).unwrap()); rx.iter().count() });
        drop(other);
        String::new()
    }
    sending_to_nobody_fails => ["false", "true"] {
        let (tx, rx) = channel();
        let (sent, ()) = pair(move || tx.send(1).is_ok(), move || drop(rx));
        sent.to_string()
    }
    trying_sees_all_there_is => ["(Err(Disconnected), Err(Disconnected))", "(Err(Empty), Err(Disconnected))", "(Err(Empty), Err(Empty))"] {
        let (tx, rx) = channel::<u32>();
        let other = tx.clone();
        let (_, seen) = pair(
            move || pair(move || drop(tx), move || drop(other)),
            move || (rx.try_recv(), rx.try_recv()),
        );
        format!("{seen:?}")
    }
    a_message_before_the_end => ["Err(Empty)", "Ok(1)"] {
        let (tx, rx) = channel();
        let (_, seen) = pair(move || tx.send(1).is_ok(), move || rx.try_recv());
        format!("{seen:?}")
    }
    a_full_channel_waits => ["(true, true)"] {
        let (tx, rx) = sync_channel(1);
        let (sent, got) = pair(
            move || (tx.send(1).is_ok(), tx.send(2).is_ok()),
            move || (rx.recv(), rx.recv()),
        );
        assert_eq!(got, (Ok(1), Ok(2)));
        format!("{sent:?}")
    }
    a_full_channel_and_nobody_there => ["deadlock"] {
        let (tx, _rx) = sync_channel(1);
        tx.send(1).unwrap();
        tx.send(2).unwrap();
        String::new()
    }
    room_tells_what_the_receiver_knew => ["1"] {
        let (tx, rx) = sync_channel(1);
        let x = &AtomicU32::new(0);
        tx.send(()).unwrap();
        let (seen, _) = pair(
            || { tx.send(()).unwrap(); x.load(Relaxed) },
            move || { x.store(1, Relaxed); rx.recv().unwrap(); rx },
        );
        seen.to_string()
    }
    try_send_finds_room_or_not => ["false", "true"] {
        let (tx, rx) = sync_channel(1);
        tx.send(()).unwrap();
        let (seen, _) = pair(|| tx.try_send(()).is_ok(), move || rx.recv().unwrap());
        seen.to_string()
    }
    hand_to_hand => ["(1, 2)"] {
        let (tx, rx) = sync_channel(0);
        let (_, got) = pair(
            move || { tx.send(1).unwrap(); tx.send(2).unwrap(); },
            move || (rx.recv().unwrap(), rx.recv().unwrap()),
        );
        format!("{got:?}")
    }
    hand_to_hand_meets => ["(1, 1)"] {
        let (tx, rx) = sync_channel(0);
        let (x, y) = (&AtomicU32::new(0), &AtomicU32::new(0));
        let seen = pair(
            || { x.store(1, Relaxed); tx.send(()).unwrap(); y.load(Relaxed) },
            move || { y.store(1, Relaxed); rx.recv().unwrap(); x.load(Relaxed) },
        );
        format!("{seen:?}")
    }
    hand_to_nobody => ["deadlock"] {
        let (tx, _rx) = sync_channel(0);
        tx.send(1).unwrap();
        String::new()
    }
    hand_to_one_who_leaves => ["false"] {
        let (tx, rx) = sync_channel(0);
        let (sent, ()) = pair(move || tx.send(1).is_ok(), move || drop(rx));
        sent.to_string()
    }
    try_send_needs_one_who_waits => ["(false, Err(RecvError))", "(true, Ok(1))"] {
        let (tx, rx) = sync_channel(0);
        let seen = pair(move || tx.try_send(1).is_ok(), move || rx.recv());
        format!("{seen:?}")
    }
    recv_timeout_gets_what_comes => ["Ok(1)"] {
        let (tx, rx) = channel();
        let (_, got) = pair(move || tx.send(1).unwrap(), move || rx.recv_timeout(SHORT));
        format!("{got:?}")
    }
    @adversary recv_timeout_may_give_up => ["(Err(Timeout), Ok(1))", "(Ok(1), Err(Disconnected))", "(Ok(1), Err(Timeout))"] {
        let (tx, rx) = channel();
        let (_, got) = pair(move || tx.send(1).is_ok(), move || (rx.recv_timeout(SHORT), rx.recv_timeout(SHORT)));
        format!("{got:?}")
    }
    @adversary giving_up_can_be_told => ["false", "true"] {
        let (tx, rx) = channel();
        let cancelled = &AtomicU32::new(0);
        let (seen, _) = pair(
            || { let seen = cancelled.load(Relaxed) == 1; let _ = tx.send(1); seen },
            move || if rx.recv_timeout(SHORT).is_err() { cancelled.store(1, Relaxed); },
        );
        seen.to_string()
    }
    recv_timeout_alone_gives_up => ["Err(Timeout)"] {
        let (_tx, rx) = channel::<u32>();
        format!("{:?}", rx.recv_timeout(SHORT))
    }
    polling_ends => ["1"] {
        let (tx, rx) = channel();
        let (_, got) = pair(move || tx.send(1).unwrap(), move || loop {
            if let Ok(value) = rx.try_recv() { break value }
        });
        got.to_string()
    }
    @large three_producers => ["6"] {
        let (tx, rx) = channel();
        thread::scope(|s| {
            for n in 1..4 {
                let tx = tx.clone();
                s.spawn(move || tx.send(n).unwrap());
            }
            drop(tx);
            rx.iter().sum::<u32>().to_string()
        })
    }
    @large pipeline => ["[2, 4, 6]"] {
        let (first, one) = sync_channel(1);
        let (second, two) = sync_channel(2);
        thread::scope(|s| {
            s.spawn(move || for n in 1..4 { first.send(n).unwrap(); });
            s.spawn(move || for n in one { second.send(2 * n).unwrap(); });
            format!("{:?}", two.iter().collect::<Vec<u32>>())
        })
    }
}
