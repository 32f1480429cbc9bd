//! What the types promise: naive and reduced search agree.

#[path = "../../std/tests/search/mod.rs"]
mod search;

use crossbeam::atomic::AtomicCell;
use crossbeam::channel::{Receiver, bounded, never, unbounded};
use crossbeam::queue::{ArrayQueue, SegQueue};
use crossbeam::select;
use crossbeam::sync::{Parker, WaitGroup};
use crossbeam::utils::Backoff;
use search::pair;
use standin_std::sync::atomic::AtomicU32;
use standin_std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::time::Duration;

const SHORT: Duration = Duration::from_millis(10);

static QUEUE: SegQueue<u32> = SegQueue::new();

search::litmus! {
    each_message_has_one_receiver => ["([1, 2], [])", "([1], [2])", "([2], [1])", "([], [1, 2])"] {
        let (s, r) = bounded(2);
        s.send(1).unwrap();
        s.send(2).unwrap();
        drop(s);
        let other = r.clone();
        let all = |r: Receiver<u32>| move || r.iter().collect::<Vec<_>>();
        format!("{:?}", pair(all(r), all(other)))
    }
    the_last_receiver_disconnects => ["false", "true"] {
        let (s, r) = unbounded();
        let other = r.clone();
        drop(other);
        let (sent, ()) = pair(move || s.send(1).is_ok(), move || drop(r));
        sent.to_string()
    }
    a_cycle_of_full_channels => ["deadlock"] {
        let (s, r) = bounded(1);
        let (t, q) = bounded(1);
        pair(
            || { s.send(1).unwrap(); s.send(2).unwrap(); q.recv().unwrap() },
            || { t.send(1).unwrap(); t.send(2).unwrap(); r.recv().unwrap() },
        );
        "done".to_owned()
    }
    full_and_empty_are_seen => ["(false, true)", "(true, false)"] {
        let (s, r) = bounded(1);
        let (_, seen) = pair(|| s.send(1).unwrap(), || (r.is_empty(), r.is_full()));
        let seen = if seen == (true, true) { (true, false) } else { seen };
        format!("{seen:?}")
    }
    hand_to_hand => ["1"] {
        let (s, r) = bounded(0);
        let (_, got) = pair(move || s.send(1).unwrap(), move || r.recv().unwrap());
        got.to_string()
    }
    @adversary sending_may_take_too_long => ["(false, None)", "(true, Some(1))"] {
        let (s, r) = bounded(0);
        let seen = pair(move || s.send_timeout(1, SHORT).is_ok(), move || r.recv().ok());
        format!("{seen:?}")
    }
    never_is_never => ["Err(Timeout)"] {
        format!("{:?}", never::<u32>().recv_timeout(SHORT))
    }
    a_scope_returns_panics => ["(true, true)"] {
        let unseen = crossbeam::scope(|s| { s.spawn(|_| std::panic::resume_unwind(Box::new(1))); });
        let seen = crossbeam::scope(|s| s.spawn(|_| -> u32 { std::panic::resume_unwind(Box::new(1)) }).join().is_err());
        format!("{:?}", (unseen.is_err(), seen.is_ok_and(|caught| caught)))
    }
    a_scope_waits_for_threads_of_threads => ["3"] {
        let x = AtomicU32::new(0);
        let y = crossbeam::scope(|s| {
            let child = s.spawn(|s| { s.spawn(|_| x.fetch_add(1, Relaxed)); 1 });
            x.fetch_add(1, Relaxed);
            child.join().unwrap()
        });
        (x.load(Relaxed) + y.unwrap()).to_string()
    }
    a_cell_loses_no_updates => ["2"] {
        let x = AtomicCell::new(0_u32);
        pair(|| x.fetch_add(1), || x.fetch_update(|x| Some(x + 1)).unwrap());
        x.load().to_string()
    }
    load_and_store_lose_updates => ["1", "2"] {
        let x = AtomicCell::new(0_u32);
        let split = || x.store(x.load() + 1);
        pair(split, split);
        x.load().to_string()
    }
    a_cell_tells_what_was_known => ["(false, 0)", "(false, 1)", "(true, 1)"] {
        let (ready, x) = (AtomicCell::new(false), AtomicU32::new(0));
        let (_, seen) = pair(
            || { x.store(1, Relaxed); ready.store(true); },
            || (ready.load(), x.load(Relaxed)),
        );
        format!("{seen:?}")
    }
    a_queue_in_a_static => ["[1, 2]", "[2, 1]"] {
        pair(|| QUEUE.push(1), || QUEUE.push(2));
        format!("{:?}", [QUEUE.pop().unwrap(), QUEUE.pop().unwrap()])
    }
    a_queue_is_empty_or_not => ["None", "Some(1)"] {
        let queue = SegQueue::new();
        let (_, got) = pair(|| queue.push(1), || queue.pop());
        format!("{got:?}")
    }
    an_array_queue_gets_full => ["[1]", "[2, 1]", "[2]"] {
        let queue = ArrayQueue::new(1);
        let (_, (_, first)) = pair(|| queue.push(1), || (queue.push(2), queue.pop()));
        format!("{:?}", first.into_iter().chain(queue).collect::<Vec<_>>())
    }
    a_wait_group_waits => ["1"] {
        let (group, x) = (WaitGroup::new(), AtomicU32::new(0));
        let member = group.clone();
        let x = &x;
        let (_, seen) = pair(
            move || { x.store(1, Relaxed); drop(member); },
            move || { group.wait(); x.load(Relaxed) },
        );
        seen.to_string()
    }
    a_wait_group_clone_kept => ["deadlock"] {
        let group = WaitGroup::new();
        let _member = group.clone();
        group.wait();
        String::new()
    }
    a_parker_is_unparked => ["1"] {
        let (parker, x) = (Parker::new(), &AtomicU32::new(0));
        let unparker = parker.unparker().clone();
        let (_, seen) = pair(
            move || { x.store(1, Relaxed); unparker.unpark(); },
            move || { parker.park(); x.load(Relaxed) },
        );
        seen.to_string()
    }
    backing_off_ends => ["1"] {
        let (ready, x) = (AtomicU32::new(0), AtomicU32::new(0));
        let (_, seen) = pair(
            || { x.store(1, Relaxed); ready.store(1, Release); },
            || { let backoff = Backoff::new(); while ready.load(Acquire) == 0 { backoff.snooze(); } x.load(Relaxed) },
        );
        seen.to_string()
    }
    select_takes_either => ["1", "2"] {
        let ((s, r), (t, q)) = (unbounded(), unbounded());
        let (s, t) = (&s, &t);
        crossbeam::scope(|scope| {
            scope.spawn(move |_| s.send(1).unwrap());
            scope.spawn(move |_| t.send(2).unwrap());
            scope.spawn(|_| select! {
                recv(r) -> msg => msg.unwrap(),
                recv(q) -> msg => msg.unwrap(),
            }).join().unwrap().to_string()
        }).unwrap()
    }
    select_takes_what_is_there_already => ["1", "2"] {
        let ((s, r), (t, q)) = (unbounded(), bounded(1));
        s.send(1).unwrap();
        t.send(2).unwrap();
        select! {
            recv(r) -> msg => msg.unwrap().to_string(),
            recv(&q) -> msg => { msg.unwrap().to_string() }
        }
    }
    select_with_a_default => ["none", "some"] {
        let (s, r) = unbounded();
        let (_, got) = pair(
            || s.send(1).unwrap(),
            || select! { recv(r) -> _ => "some", default => "none" },
        );
        got.to_owned()
    }
    select_gives_up => ["late"] {
        let (_s, r) = unbounded::<u32>();
        select! { recv(r) -> _ => "in time", default(SHORT) => "late" }.to_owned()
    }
    select_sees_the_end => ["true"] {
        let ((s, r), (_t, q)) = (unbounded::<u32>(), unbounded::<u32>());
        let (_, ended) = pair(
            move || drop(s),
            || select! { recv(r) -> msg => msg.is_err(), recv(q) -> msg => msg.is_ok() },
        );
        ended.to_string()
    }
    select_waits_for_ever => ["deadlock"] {
        let (_s, r) = unbounded::<u32>();
        select! { recv(r) -> _ => String::new() }
    }
    two_selects_share_one_message => ["(0, 0)", "(0, 1)", "(1, 0)"] {
        let ((s, r), (t, q)) = (unbounded(), unbounded::<u32>());
        s.send(1).unwrap();
        drop(t);
        let get = || select! { recv(r) -> msg => msg.unwrap(), recv(q) -> _ => 0 };
        format!("{:?}", pair(get, get))
    }
    select_sends_where_there_is_room => ["(None, Some(2))", "(Some(1), None)"] {
        let ((s, r), (t, q)) = (bounded(1), bounded(1));
        select! { send(s, 1) -> sent => sent.unwrap(), send(t, 2) -> sent => sent.unwrap() }
        format!("{:?}", (r.try_recv().ok(), q.try_recv().ok()))
    }
}
