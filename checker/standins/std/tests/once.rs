//! What `Once`, `OnceLock`, `LazyLock` and `Barrier` do: naive and reduced
//! search agree.

mod search;

use search::pair;
use standin_std::sync::atomic::AtomicU32;
use standin_std::sync::atomic::Ordering::Relaxed;
use standin_std::sync::{Barrier, LazyLock, Once, OnceLock};
use standin_std::thread;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

static NUMBER: LazyLock<AtomicU32> = LazyLock::new(|| AtomicU32::new(5));

search::litmus! {
    once_happens_once_and_is_known => ["(1, 1)"] {
        let (once, x) = (Once::new(), AtomicU32::new(0));
        let both = || { once.call_once(|| x.store(x.load(Relaxed) + 1, Relaxed)); x.load(Relaxed) };
        format!("{:?}", pair(both, both))
    }
    completed_or_not => ["(false, 0)", "(false, 1)", "(true, 1)"] {
        let (once, x) = (Once::new(), AtomicU32::new(0));
        let (_, seen) = pair(
            || once.call_once(|| x.store(1, Relaxed)),
            || (once.is_completed(), x.load(Relaxed)),
        );
        format!("{seen:?}")
    }
    a_panic_poisons => ["(true, true, true)"] {
        let once = Once::new();
        let died = catch_unwind(|| once.call_once(|| resume_unwind(Box::new(1)))).is_err();
        let poisoned = thread::scope(|s| s.spawn(|| once.call_once(|| ())).join().is_err());
        let mut forced = false;
        once.call_once_force(|state| forced = state.is_poisoned());
        once.wait();
        format!("{:?}", (died, poisoned, forced))
    }
    set_has_one_winner => ["(true, false) 1", "(false, true) 2"] {
        let cell = OnceLock::new();
        let set = |value: u32| { let cell = &cell; move || cell.set(value).is_ok() };
        let won = pair(set(1), set(2));
        format!("{won:?} {}", cell.into_inner().unwrap())
    }
    everybody_gets_the_same => ["(1, 1)", "(2, 2)"] {
        let cell = OnceLock::new();
        let get = |value: u32| { let cell = &cell; move || *cell.get_or_init(|| value) };
        format!("{:?}", pair(get(1), get(2)))
    }
    get_waits_for_nobody => ["None", "Some(1)"] {
        let cell = OnceLock::new();
        let (_, seen) = pair(|| *cell.get_or_init(|| 1), || cell.get().copied());
        format!("{seen:?}")
    }
    wait_waits => ["1"] {
        let cell = OnceLock::new();
        let (_, seen) = pair(|| cell.set(1).unwrap(), || *cell.wait());
        seen.to_string()
    }
    a_panic_leaves_it_empty => ["(None, 2)"] {
        let cell = OnceLock::new();
        let panicked = catch_unwind(AssertUnwindSafe(|| *cell.get_or_init(|| resume_unwind(Box::new(1)))));
        format!("{:?}", (panicked.ok().or(cell.get().copied()), *cell.get_or_init(|| 2)))
    }
    initialising_in_itself_never_ends => ["deadlock"] {
        let cell = OnceLock::new();
        cell.get_or_init(|| *cell.get_or_init(|| 1)).to_string()
    }
    a_lazy_static_starts_afresh => ["7"] {
        pair(|| NUMBER.fetch_add(1, Relaxed), || NUMBER.fetch_add(1, Relaxed));
        NUMBER.load(Relaxed).to_string()
    }
    a_lazy_lock_that_panicked_is_poisoned => ["(true, true)"] {
        let lazy: LazyLock<u32> = LazyLock::new(|| resume_unwind(Box::new(1)));
        let died = |lazy: &LazyLock<u32>| catch_unwind(AssertUnwindSafe(|| **lazy)).is_err();
        let first = died(&lazy);
        let second = thread::scope(|s| s.spawn(|| *LazyLock::force(&lazy)).join().is_err());
        format!("{:?}", (first, second))
    }
    a_barrier_lets_nobody_through_early => ["(1, 1) 1"] {
        let (barrier, x, y) = (Barrier::new(2), AtomicU32::new(0), AtomicU32::new(0));
        let side = |mine: &AtomicU32, other: &AtomicU32| {
            mine.store(1, Relaxed);
            let leads = barrier.wait().is_leader();
            (other.load(Relaxed), u32::from(leads))
        };
        let (a, b) = pair(|| side(&x, &y), || side(&y, &x));
        format!("{:?} {}", (a.0, b.0), a.1 + b.1)
    }
    a_barrier_is_used_again => ["2"] {
        let barrier = Barrier::new(2);
        let twice = || u32::from(barrier.wait().is_leader()) + u32::from(barrier.wait().is_leader());
        let (a, b) = pair(twice, twice);
        (a + b).to_string()
    }
    a_barrier_for_one_too_many => ["deadlock"] {
        let barrier = Barrier::new(3);
        pair(|| barrier.wait().is_leader(), || barrier.wait().is_leader());
        String::new()
    }
}
