//! First uses that race: looks, sets and panics around something that happens
//! once. Naive and reduced search agree.

mod search;

use search::pair;
use standin_std::sync::atomic::AtomicU32;
use standin_std::sync::atomic::Ordering::Relaxed;
use standin_std::sync::{LazyLock, Mutex, Once, OnceLock};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

fn panics<R>(f: impl FnOnce() -> R) -> bool {
    catch_unwind(AssertUnwindSafe(|| drop(f()))).is_err()
}

/// Says nothing on the terminal.
fn fail<R>() -> R {
    resume_unwind(Box::new("failed"))
}

search::litmus! {
    completed_looked_at_first => ["(false, 0)", "(false, 1)", "(true, 1)"] {
        let (once, x) = (Once::new(), AtomicU32::new(0));
        let (seen, ()) = pair(
            || (once.is_completed(), x.load(Relaxed)),
            || once.call_once(|| x.store(1, Relaxed)),
        );
        format!("{seen:?}")
    }
    value_looked_at_first => ["None", "Some(1)"] {
        let lock = OnceLock::new();
        let (seen, _) = pair(|| lock.get().copied(), || lock.set(1));
        format!("{seen:?}")
    }
    value_looked_at_by_two => ["(None, None)", "(None, Some(1))", "(Some(1), None)", "(Some(1), Some(1))"] {
        let lock = OnceLock::new();
        let (seen, _) = pair(|| pair(|| lock.get().copied(), || lock.get().copied()), || lock.set(1));
        format!("{seen:?}")
    }
    poisoned_with_and_without_force => ["false", "true"] {
        let once = Once::new();
        assert!(panics(|| once.call_once(fail)));
        let (panicked, ()) = pair(|| panics(|| once.call_once(|| ())), || once.call_once_force(|_| ()));
        panicked.to_string()
    }
    waiting_for_a_call_that_panics => ["true"] {
        let once = Once::new();
        let (panicked, _) = pair(|| panics(|| once.wait()), || panics(|| once.call_once(fail)));
        panicked.to_string()
    }
    waiting_for_no_call => ["deadlock"] {
        Once::new().wait();
        String::new()
    }
    a_panic_leaves_the_value_out => ["(true, None, 5)"] {
        let lock = OnceLock::new();
        let first = panics(|| lock.get_or_init(fail));
        let between = lock.get().copied();
        format!("{:?}", (first, between, lock.get_or_init(|| 5)))
    }
    a_value_taken_can_be_set_again => ["(Some(1), None, Ok(()), Some(2))"] {
        let mut lock = OnceLock::from(1);
        format!("{:?}", (lock.take(), lock.get().copied(), lock.set(2), lock.clone().into_inner()))
    }
    a_lazy_panic_is_for_ever => ["(true, true)"] {
        let lazy: LazyLock<u32, _> = LazyLock::new(fail::<u32>);
        format!("{:?}", pair(|| panics(|| *lazy), || panics(|| *lazy)))
    }
    a_lazy_value_peeked_at => ["(None, 5)", "(Some(5), 5)"] {
        let lazy = LazyLock::new(|| 5);
        format!("{:?}", pair(|| LazyLock::get(&lazy).copied(), || *lazy))
    }
    a_lazy_value_changed_by_its_owner => ["8"] {
        let mut lazy = LazyLock::new(|| 5);
        *LazyLock::force_mut(&mut lazy) += 1;
        *lazy += 2;
        lazy.to_string()
    }
    statics_happen_once_in_every_execution => ["(2, 7, 3, true)"] {
        static LAZY: LazyLock<Mutex<Vec<u32>>> = LazyLock::new(|| Mutex::new(vec![1]));
        static LOCK: OnceLock<u32> = OnceLock::new();
        static ONCE: Once = Once::new();
        static CALLS: AtomicU32 = AtomicU32::new(2);
        let enter = || {
            ONCE.call_once(|| { CALLS.fetch_add(1, Relaxed); });
            LOCK.get_or_init(|| 7);
        };
        pair(|| { enter(); LAZY.lock().unwrap().push(2); }, enter);
        let length = LAZY.lock().unwrap().len();
        format!("{:?}", (length, LOCK.get().unwrap(), CALLS.load(Relaxed), ONCE.is_completed()))
    }
}

#[test]
fn values_look_as_in_std() {
    let search = facts::Search { seconds: 9.0, steps: 99, bound: None };
    let mut searcher = engine::Searcher::new(search, || {
        let (lock, lazy) = (OnceLock::from(1), LazyLock::new(|| 1));
        assert_eq!(
            format!("{:?} {lock:?}", OnceLock::<u8>::new()),
            "OnceLock(<uninit>) OnceLock(1)"
        );
        assert_eq!(format!("{lazy:?}"), "LazyLock(<uninit>)");
        assert_eq!((lock.clone(), *lazy), (lock, 1));
        assert_eq!(format!("{lazy:?} {:?}", Once::new()), "LazyLock(1) Once { .. }");
    });
    searcher.by_bounds();
    assert_eq!(searcher.result().failure, None);
}
