//! Tasks interleave, and the reduced search sees all that the naive one sees.

#[path = "../../std/tests/search/mod.rs"]
mod search;

use rayon::prelude::*;
use standin_std::sync::Mutex;
use standin_std::sync::atomic::AtomicU32;
use standin_std::sync::atomic::Ordering::{Relaxed, SeqCst};
use standin_std::thread;

fn increment(x: &AtomicU32) {
    x.store(x.load(SeqCst) + 1, SeqCst);
}

fn pool(size: usize) -> rayon::ThreadPool {
    rayon::ThreadPoolBuilder::new().num_threads(size).build().unwrap()
}

fn lock_over_join(workers: usize) -> String {
    let x = Mutex::new(0);
    let holds = || {
        let _held = x.lock().unwrap();
        rayon::join(|| (), || ());
    };
    pool(workers).install(|| rayon::join(holds, || rayon::join(|| (), || *x.lock().unwrap() += 1)));
    "done".to_owned()
}

search::litmus! {
    joined_increments_lose_one => ["1", "2"] {
        let x = AtomicU32::new(0);
        rayon::join(|| increment(&x), || increment(&x));
        x.into_inner().to_string()
    }
    one_worker_loses_nothing => ["3"] {
        let x = AtomicU32::new(0);
        pool(1).install(|| rayon::join(|| increment(&x), || rayon::join(|| increment(&x), || increment(&x))));
        x.into_inner().to_string()
    }
    nested_joins_lose_up_to_one_each => ["1", "2", "3"] {
        let x = AtomicU32::new(0);
        rayon::join(|| increment(&x), || rayon::join(|| increment(&x), || increment(&x)));
        x.into_inner().to_string()
    }
    tasks_behind_an_idle_worker_are_stolen => ["1", "2"] {
        let x = AtomicU32::new(0);
        rayon::join(|| rayon::join(|| increment(&x), || increment(&x)), || ());
        x.into_inner().to_string()
    }
    // Two at a time: the third finds what one of the first two has stored.
    three_tasks_on_two_workers => ["1", "2", "3"] {
        let x = AtomicU32::new(0);
        rayon::scope(|s| for _ in 0..3 { s.spawn(|_| increment(&x)); });
        x.into_inner().to_string()
    }
    scope_waits_for_tasks_of_tasks => ["2"] {
        let x = AtomicU32::new(0);
        rayon::scope(|s| s.spawn(|s| { x.fetch_add(1, Relaxed); s.spawn(|_| { x.fetch_add(1, Relaxed); }); }));
        x.into_inner().to_string()
    }
    a_scope_in_place_is_run_by_the_workers => ["1", "2"] {
        let x = AtomicU32::new(0);
        rayon::in_place_scope(|s| { s.spawn(|_| increment(&x)); s.spawn(|_| increment(&x)); });
        x.into_inner().to_string()
    }
    what_tasks_did_is_known_when_they_are_waited_for => ["11"] {
        let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
        rayon::join(|| x.store(1, Relaxed), || y.store(1, Relaxed));
        format!("{}{}", x.load(Relaxed), y.load(Relaxed))
    }
    @large two_callers_share_the_pool => ["1", "2", "3", "4"] {
        let x = AtomicU32::new(0);
        let caller = || rayon::join(|| increment(&x), || increment(&x));
        search::pair(caller, caller);
        x.into_inner().to_string()
    }
    a_broadcast_reaches_every_worker => ["[0, 1]"] {
        format!("{:?}", rayon::broadcast(|context| context.index()))
    }
    broadcasts_race => ["1", "2"] {
        let x = AtomicU32::new(0);
        pool(2).install(|| rayon::broadcast(|_| increment(&x)));
        x.into_inner().to_string()
    }
    a_busy_pool_of_one_waits_for_itself => ["deadlock"] {
        let (turn, changed) = (Mutex::new(false), standin_std::sync::Condvar::new());
        let wait = || drop(changed.wait_while(turn.lock().unwrap(), |turn| !*turn).unwrap());
        let wake = || { *turn.lock().unwrap() = true; changed.notify_one(); };
        pool(1).install(|| rayon::join(wait, wake));
        "done".to_owned()
    }
    a_pool_of_two_does_not => ["done"] {
        let (turn, changed) = (Mutex::new(false), standin_std::sync::Condvar::new());
        let wait = || drop(changed.wait_while(turn.lock().unwrap(), |turn| !*turn).unwrap());
        let wake = || { *turn.lock().unwrap() = true; changed.notify_one(); };
        pool(2).install(|| rayon::join(wait, wake));
        "done".to_owned()
    }
    // A worker that waits for its task takes another onto its stack; with two
    // workers there is never one that both waits and holds the lock.
    @large a_lock_held_over_a_join_is_met_again => ["deadlock", "done"] { lock_over_join(3) }
    a_lock_held_over_a_join_of_two_is_not => ["done"] { lock_over_join(2) }
    a_spawned_task_runs_behind_the_callers_back => ["0", "1"] {
        static X: AtomicU32 = AtomicU32::new(0);
        rayon::spawn(|| X.store(1, SeqCst));
        X.load(SeqCst).to_string()
    }
    racy_for_each_loses_one => ["1", "2"] {
        let x = AtomicU32::new(0);
        (0..2).into_par_iter().for_each(|_| increment(&x));
        x.into_inner().to_string()
    }
    fetch_add_loses_none => ["2"] {
        let x = AtomicU32::new(0);
        (0..2).into_par_iter().for_each(|_| { x.fetch_add(1, Relaxed); });
        x.into_inner().to_string()
    }
    @large longer_for_each => ["1", "2", "3", "4"] {
        let x = AtomicU32::new(0);
        (0..4).into_par_iter().for_each(|_| increment(&x));
        x.into_inner().to_string()
    }
    @large fetch_add_over_eight => ["8"] {
        let x = AtomicU32::new(0);
        (0..8).into_par_iter().for_each(|_| { x.fetch_add(1, Relaxed); });
        x.into_inner().to_string()
    }
    threads_outside_are_no_workers => ["(None, Some(0), None)"] {
        let outside = rayon::current_thread_index();
        let inside = rayon::scope(|_| rayon::current_thread_index());
        format!("{:?}", (outside, inside, thread::spawn(rayon::current_thread_index).join().unwrap()))
    }
    a_task_handed_to_a_waiting_worker_can_be_early => ["0", "1"] {
        let (x, seen) = (AtomicU32::new(0), AtomicU32::new(0));
        pool(2).install(|| {
            rayon::join(|| (), || ());
            rayon::scope(|s| {
                s.spawn(|_| seen.store(x.load(Relaxed), Relaxed));
                x.store(1, Relaxed);
                rayon::yield_local();
            });
        });
        seen.into_inner().to_string()
    }
    an_idle_worker_takes_the_task => ["false"] {
        let (a, b) = rayon::join(rayon::current_thread_index, rayon::current_thread_index);
        (a == b).to_string()
    }
    @adversary its_maker_may_be_sooner => ["false", "true"] {
        let (a, b) = rayon::join(rayon::current_thread_index, rayon::current_thread_index);
        (a == b).to_string()
    }
    @adversary who_waits_for_a_task_gets_it_in_the_end => ["1"] {
        let (sender, receiver) = standin_std::sync::mpsc::channel();
        rayon::join(move || receiver.recv().unwrap(), move || sender.send(1).unwrap()).0.to_string()
    }
}
