//! `crossbeam::atomic`.

use crossbeam::atomic::{AtomicCell, AtomicConsume};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicUsize, Ordering::Relaxed, Ordering::SeqCst};
use std::thread;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Wide(u64, u64, u8);

static CELL: AtomicCell<u32> = AtomicCell::new(5);

#[test]
fn values_go_in_and_out() {
    let cell = AtomicCell::new(1);
    assert_eq!((cell.load(), cell.swap(2), cell.take(), cell.load()), (1, 1, 2, 0));
    cell.store(3);
    assert_eq!((cell.compare_exchange(3, 4), cell.compare_exchange(3, 5)), (Ok(3), Err(4)));
    assert_eq!(cell.fetch_update(|n| Some(n * 2)), Ok(4));
    assert_eq!(cell.fetch_update(|n| (n > 100).then_some(0)), Err(8));
    assert_eq!(format!("{cell:?}"), "AtomicCell { value: 8 }");
    assert_eq!(cell.into_inner(), 8);
}

#[test]
fn any_type_is_a_cell() {
    let cell = AtomicCell::<Wide>::default();
    cell.store(Wide(1, 2, 3));
    assert_eq!(cell.compare_exchange(Wide(1, 2, 3), Wide(4, 5, 6)), Ok(Wide(1, 2, 3)));
    assert_eq!((cell.swap(Wide(0, 0, 1)), cell.load()), (Wide(4, 5, 6), Wide(0, 0, 1)));
    let unit = AtomicCell::new(());
    unit.store(());
    assert_eq!((unit.load(), unit.compare_exchange((), ())), ((), Ok(())));
    let text = AtomicCell::from(String::from("one"));
    text.store(String::from("two"));
    assert_eq!(
        (text.swap(String::from("three")), text.take(), text.take()),
        ("two".into(), "three".into(), String::new())
    );
    let boxed = AtomicCell::new(Some(Box::new(1)));
    assert_eq!((boxed.take(), boxed.take()), (Some(Box::new(1)), None));
}

#[test]
fn arithmetic_wraps() {
    let cell = AtomicCell::new(250_u8);
    assert_eq!((cell.fetch_add(10), cell.fetch_sub(5), cell.load()), (250, 4, 255));
    assert_eq!((cell.fetch_and(0x0f), cell.fetch_or(0xf0), cell.fetch_xor(0xff)), (255, 15, 255));
    assert_eq!(
        (cell.fetch_nand(1), cell.fetch_max(3), cell.fetch_min(7), cell.load()),
        (0, 255, 255, 7)
    );
    let cell = AtomicCell::new(-1_i64);
    assert_eq!((cell.fetch_add(1), cell.load()), (-1, 0));
    let cell = AtomicCell::new(true);
    assert_eq!(
        (cell.fetch_and(false), cell.fetch_or(true), cell.fetch_xor(true)),
        (true, false, true)
    );
    assert_eq!((cell.fetch_nand(true), cell.load()), (false, true));
}

#[test]
fn small_types_need_no_lock() {
    assert!(AtomicCell::<()>::is_lock_free() && AtomicCell::<u8>::is_lock_free());
    assert!(
        AtomicCell::<usize>::is_lock_free()
            && AtomicCell::<&str>::is_lock_free() == AtomicCell::<u128>::is_lock_free()
    );
    assert!(AtomicCell::<u64>::is_lock_free() && AtomicCell::<Option<Box<u32>>>::is_lock_free());
    assert!(!AtomicCell::<Wide>::is_lock_free() && !AtomicCell::<[u8; 3]>::is_lock_free());
    assert!(!AtomicCell::<[u8; 8]>::is_lock_free());
}

#[test]
fn what_is_replaced_is_dropped() {
    let value = Arc::new(());
    let cell = AtomicCell::new(Arc::clone(&value));
    cell.store(Arc::new(()));
    assert_eq!(Arc::strong_count(&value), 1);
    cell.store(Arc::clone(&value));
    assert_eq!(Arc::strong_count(&value), 2);
    drop(cell);
    assert_eq!(Arc::strong_count(&value), 1);
}

#[test]
fn no_update_is_lost() {
    let cell = AtomicCell::new(0_u32);
    thread::scope(|scope| {
        scope.spawn(|| cell.fetch_add(1));
        scope.spawn(|| cell.fetch_update(|n| Some(n + 1)));
        scope.spawn(|| {
            let mut seen = cell.load();
            while let Err(found) = cell.compare_exchange(seen, seen + 1) {
                seen = found;
            }
        });
    });
    assert_eq!(cell.load(), 3);
}

#[test]
fn a_flag_hands_on_what_was_done() {
    let (ready, x) = (AtomicCell::new(false), AtomicUsize::new(0));
    thread::scope(|scope| {
        scope.spawn(|| {
            x.store(1, Relaxed);
            ready.store(true);
        });
        while !ready.load() {
            std::hint::spin_loop();
        }
        assert_eq!(x.load(Relaxed), 1);
    });
}

#[test]
fn a_lock_of_compare_exchange() {
    let (locked, x) = (AtomicCell::new(false), AtomicUsize::new(0));
    let critical = || {
        while locked.compare_exchange(false, true).is_err() {
            thread::yield_now();
        }
        x.store(x.load(Relaxed) + 1, Relaxed);
        locked.store(false);
    };
    thread::scope(|scope| {
        scope.spawn(critical);
        critical();
    });
    assert_eq!(x.load(SeqCst), 2);
}

#[test]
fn a_cell_may_be_static() {
    assert_eq!(CELL.swap(6), 5);
    assert_eq!(CELL.load(), 6);
}

#[test]
fn consuming_loads() {
    let mut n = 3;
    let pointer = AtomicPtr::new(&raw mut n);
    assert_eq!(
        (AtomicUsize::new(1).load_consume(), AtomicBool::new(true).load_consume()),
        (1, true)
    );
    assert_eq!(pointer.load_consume(), &raw mut n);
}
