//! What `Barrier` does: naive and reduced search agree.

mod search;

use search::pair;
use standin_std::sync::Barrier;
use standin_std::sync::atomic::AtomicU32;
use standin_std::sync::atomic::Ordering::Relaxed;
use standin_std::thread;

search::litmus! {
    everyone_sees_what_was_done_before => ["(1, 1)"] {
        let (barrier, x, y) = (Barrier::new(2), AtomicU32::new(0), AtomicU32::new(0));
        let side = |mine: &AtomicU32, other: &AtomicU32| {
            mine.store(1, Relaxed);
            barrier.wait();
            other.load(Relaxed)
        };
        format!("{:?}", pair(|| side(&x, &y), || side(&y, &x)))
    }
    the_last_one_leads => ["(false, true)", "(true, false)"] {
        let barrier = Barrier::new(2);
        format!("{:?}", pair(|| barrier.wait().is_leader(), || barrier.wait().is_leader()))
    }
    each_round_has_its_leader => ["[false, false]", "[false, true]", "[true, false]", "[true, true]"] {
        let barrier = Barrier::new(2);
        let side = || [barrier.wait().is_leader(), barrier.wait().is_leader()];
        let (a, b) = pair(side, side);
        assert!(a[0] != b[0] && a[1] != b[1]);
        format!("{a:?}")
    }
    one_too_many_is_left_behind => ["deadlock"] {
        let barrier = Barrier::new(2);
        thread::scope(|s| for _ in 0..3 { s.spawn(|| barrier.wait()); });
        String::new()
    }
    one_too_few_waits => ["deadlock"] {
        let barrier = Barrier::new(3);
        pair(|| barrier.wait(), || barrier.wait());
        String::new()
    }
    a_barrier_for_nobody_is_open => ["(true, true)"] {
        let barrier = Barrier::new(0);
        format!("{:?}", pair(|| barrier.wait().is_leader(), || barrier.wait().is_leader()))
    }
    whoever_gets_through => ["[1, 2]", "[1, 3]", "[2, 3]"] {
        static BARRIER: Barrier = Barrier::new(2);
        let arrived = AtomicU32::new(0);
        // The leader stops the third from waiting for ever.
        let mut leaders = Vec::new();
        thread::scope(|s| {
            let threads: Vec<_> = (1..4).map(|n| { let arrived = &arrived; s.spawn(move || {
                if arrived.fetch_add(1, Relaxed) == 2 { return None; }
                BARRIER.wait();
                Some(n)
            }) }).collect();
            leaders.extend(threads.into_iter().filter_map(|thread| thread.join().unwrap()));
        });
        format!("{leaders:?}")
    }
    rounds_keep_apart => ["4"] {
        let (barrier, x) = (Barrier::new(2), AtomicU32::new(0));
        let side = || for round in 1..=2 {
            x.fetch_add(1, Relaxed);
            barrier.wait();
            assert_eq!(x.load(Relaxed), 2 * round);
            barrier.wait();
        };
        pair(side, side);
        x.into_inner().to_string()
    }
}
