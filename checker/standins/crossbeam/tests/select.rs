//! What `select!` promises: naive and reduced search agree.

#[path = "../../std/tests/search/mod.rs"]
mod search;

use crossbeam::channel::{Receiver, Select, after, bounded, never, tick, unbounded};
use crossbeam::channel::{select, select_biased};
use search::pair;
use std::time::Duration;

const SHORT: Duration = Duration::from_millis(10);
const LONG: Duration = Duration::from_secs(10);

fn three(
    a: impl FnOnce() -> u32 + Send,
    b: impl FnOnce() -> u32 + Send,
    c: impl FnOnce() -> u32 + Send,
) -> String {
    let (a, (b, c)) = pair(a, || pair(b, c));
    format!("{:?}", (a, b, c))
}

search::litmus! {
    two_selects_meet => ["(true, 7)"] {
        let (s, r) = bounded(0);
        let seen = pair(
            move || select! { send(s, 7) -> sent => sent.is_ok() },
            move || select! { recv(r) -> msg => msg.unwrap() },
        );
        format!("{seen:?}")
    }
    two_selects_meet_on_one_of_two => ["(1, 1)", "(2, 2)"] {
        let ((s, r), (t, q)) = (bounded(0), bounded(0));
        let seen = pair(
            || select! { send(s, 1) -> _ => 1, send(t, 2) -> _ => 2 },
            || select! { recv(r) -> msg => msg.unwrap(), recv(q) -> msg => msg.unwrap() },
        );
        format!("{seen:?}")
    }
    a_select_that_both_sends_and_receives => ["(0, 1)", "(2, 0)"] {
        let ((s, r), (t, q)) = (bounded(0), bounded(0));
        let seen = pair(
            || select! { send(s, 1) -> _ => 0, recv(q) -> msg => msg.unwrap() },
            || select! { send(t, 2) -> _ => 0, recv(r) -> msg => msg.unwrap() },
        );
        format!("{seen:?}")
    }
    a_select_does_not_meet_itself => ["deadlock"] {
        let (s, r) = bounded(0);
        select! { send(s, 1) -> _ => "sent", recv(r) -> _ => "received" }.to_owned()
    }
    a_select_sends_to_a_receiver => ["(9, 9)"] {
        let ((s, r), (_t, q)) = (bounded(0), bounded::<u32>(0));
        let seen = pair(
            || select! { send(s, 9) -> sent => { sent.unwrap(); 9 } recv(q) -> _ => 0 },
            || r.recv().unwrap(),
        );
        format!("{seen:?}")
    }
    a_select_receives_from_a_sender => ["(9, 9)"] {
        let ((s, r), (_t, q)) = (bounded(0), bounded::<u32>(0));
        let seen = pair(
            || { s.send(9).unwrap(); 9 },
            || select! { recv(r) -> msg => msg.unwrap(), recv(q) -> _ => 0 },
        );
        format!("{seen:?}")
    }
    trying_to_send_needs_a_select_that_waits => ["(false, 2)", "(true, 1)"] {
        let (s, r) = bounded(0);
        let other = s.clone();
        let seen = pair(
            || {
                let sent = s.try_send(1).is_ok();
                if !sent { other.send(2).unwrap(); }
                sent
            },
            || select! { recv(r) -> msg => msg.unwrap(), recv(never()) -> msg => msg.unwrap() },
        );
        format!("{seen:?}")
    }
    trying_to_receive_needs_a_select_that_waits => ["None", "Some(1)"] {
        let (s, r) = bounded(0);
        let (_, got) = pair(
            move || select! { send(s, 1) -> sent => sent.is_ok() },
            move || r.try_recv().ok(),
        );
        format!("{got:?}")
    }
    @large one_sender_two_selects => ["(0, 0, 1)", "(0, 1, 0)"] {
        let ((s, r), (t, q)) = (bounded(0), bounded::<u32>(0));
        let get = |r: Receiver<u32>, q: Receiver<u32>| move || {
            let got = select! { recv(r) -> msg => msg.unwrap_or(0), recv(q) -> _ => 0 };
            got
        };
        let (first, second) = (get(r.clone(), q.clone()), get(r, q));
        three(move || { let _ = s.send(1); drop(t); 0 }, first, second)
    }
    @large one_select_two_receivers => ["(1, 1, 0)", "(2, 0, 2)"] {
        let ((s, r), (t, q)) = (bounded(0), bounded(0));
        three(
            move || select! { send(s, 1) -> _ => 1, send(t, 2) -> _ => 2 },
            move || r.recv().unwrap_or(0),
            move || q.recv().unwrap_or(0),
        )
    }
    a_select_sees_receivers_leave => ["false"] {
        let ((s, r), (t, q)) = (bounded(0), bounded(0));
        let (sent, ()) = pair(
            || select! { send(s, 1) -> sent => sent.is_ok(), send(t, 2) -> sent => sent.is_ok() },
            || drop(r),
        );
        drop(q);
        sent.to_string()
    }
    a_place_is_kept_while_the_message_is_made => ["(true, [1])"] {
        let (s, r) = bounded(1);
        let t = s.clone();
        let (sent, got) = pair(
            move || select! { send(s, { assert!(t.try_send(5).is_err()); drop(t); 1 }) -> sent => sent.is_ok() },
            move || r.iter().collect::<Vec<_>>(),
        );
        format!("{:?}", (sent, got))
    }
    the_first_is_preferred => ["1"] {
        let ((s, r), (t, q)) = (unbounded(), unbounded());
        s.send(1).unwrap();
        t.send(2).unwrap();
        select_biased! { recv(r) -> msg => msg.unwrap(), recv(q) -> msg => msg.unwrap() }.to_string()
    }
    a_message_beats_a_timeout => ["Some(1)"] {
        let (s, r) = unbounded();
        let (_, got) = pair(|| s.send(1).unwrap(), || select! { recv(r) -> msg => msg.ok(), default(LONG) => None });
        format!("{got:?}")
    }
    @adversary a_timeout_may_come_early => ["None", "Some(1)"] {
        let (s, r) = unbounded();
        let (_, got) = pair(|| s.send(1).unwrap(), || select! { recv(r) -> msg => msg.ok(), default(LONG) => None });
        format!("{got:?}")
    }
    @adversary a_timer_may_come_early => ["None", "Some(1)"] {
        let (s, r) = unbounded();
        let (_, got) = pair(|| s.send(1).unwrap(), || select! { recv(r) -> msg => msg.ok(), recv(after(LONG)) -> _ => None });
        format!("{got:?}")
    }
    the_timer_that_is_due_first => ["short, long, late"] {
        let (long, short) = (after(LONG), after(SHORT));
        let mut seen = Vec::new();
        for _ in 0..3 {
            seen.push(select! {
                recv(long) -> _ => "long",
                recv(short) -> _ => "short",
                default(LONG) => "late",
            });
        }
        seen.join(", ")
    }
    a_ticker_goes_on => ["[10ms, 20ms]"] {
        let ticker = tick(SHORT);
        let first = ticker.recv().unwrap() - SHORT;
        let ticks: Vec<_> = ticker.iter().take(2).map(|at| at - first).map(|d| d - SHORT).collect();
        format!("{ticks:?}")
    }
    two_wait_for_one_timer => ["deadlock"] {
        let timer = after(SHORT);
        pair(|| timer.recv().is_ok(), || timer.recv().is_ok());
        "done".to_owned()
    }
    ready_is_not_received => ["(0, None)", "(0, Some(1))"] {
        let (s, r) = unbounded();
        s.send(1).unwrap();
        let (_, seen) = pair(|| r.try_recv().is_ok(), || {
            let mut select = Select::new();
            select.recv(&r);
            let ready = select.try_ready().unwrap_or_default();
            (ready, r.try_recv().ok())
        });
        format!("{seen:?}")
    }
    @large both_producers_are_heard => ["12", "21"] {
        let ((s, r), (t, q)) = (bounded(1), bounded(0));
        crossbeam::scope(|scope| {
            scope.spawn(move |_| s.send(1).unwrap());
            scope.spawn(move |_| t.send(2).unwrap());
            let mut got = String::new();
            while got.len() < 2 {
                select! {
                    recv(r) -> msg => if let Ok(n) = msg { got += &u32::to_string(&n) },
                    recv(q) -> msg => if let Ok(n) = msg { got += &u32::to_string(&n) },
                }
            }
            got
        }).unwrap()
    }
}
