//! `std::sync::atomic`.

use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst};
use std::sync::atomic::{
    AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicPtr, AtomicU8,
    AtomicU16, AtomicU32, AtomicU64, AtomicUsize, compiler_fence, fence,
};
use std::thread;

macro_rules! integers {
    ($($test:ident: $atomic:ident, $int:ident;)*) => {$(
        #[test]
        fn $test() {
            const MAX: $int = $int::MAX;
            const MIN: $int = $int::MIN;
            let mut atomic = $atomic::new(5);
            assert_eq!(atomic.swap(6, AcqRel), 5);
            assert_eq!(atomic.compare_exchange(6, 7, SeqCst, Relaxed), Ok(6));
            assert_eq!(atomic.compare_exchange(6, 8, SeqCst, Acquire), Err(7));
            while atomic.compare_exchange_weak(7, MAX, Release, Relaxed).is_err() {}
            assert_eq!(atomic.fetch_add(1, Relaxed), MAX);
            assert_eq!(atomic.fetch_sub(1, Relaxed), MIN);
            assert_eq!(atomic.load(Relaxed), MAX);
            atomic.store(0b1100, SeqCst);
            assert_eq!(atomic.fetch_and(0b0110, SeqCst), 0b1100);
            assert_eq!(atomic.fetch_or(0b0001, SeqCst), 0b0100);
            assert_eq!(atomic.fetch_xor(0b0111, SeqCst), 0b0101);
            assert_eq!(atomic.fetch_nand(0b0010, SeqCst), 0b0010);
            assert_eq!(atomic.load(SeqCst), !0b0010);
            assert_eq!(atomic.fetch_max(MAX, SeqCst), !0b0010);
            assert_eq!(atomic.fetch_min(MIN, SeqCst), MAX);
            assert_eq!(atomic.fetch_update(SeqCst, SeqCst, |_| None), Err(MIN));
            assert_eq!(atomic.fetch_update(SeqCst, SeqCst, |_| Some(1)), Ok(MIN));
            assert_eq!(atomic.try_update(SeqCst, SeqCst, |_| None), Err(1));
            assert_eq!(atomic.try_update(SeqCst, SeqCst, |old| Some(old + 1)), Ok(1));
            assert_eq!(atomic.update(SeqCst, SeqCst, |old| old + 1), 2);
            *atomic.get_mut() += 1;
            assert_eq!(format!("{atomic:?}"), "4");
            assert_eq!(atomic.into_inner(), 4);
            assert_eq!($atomic::from(3).into_inner(), 3);
            assert_eq!($atomic::default().into_inner(), 0);
        }
    )*};
}

integers! {
    u8_is_whole: AtomicU8, u8;
    u16_is_whole: AtomicU16, u16;
    u32_is_whole: AtomicU32, u32;
    u64_is_whole: AtomicU64, u64;
    usize_is_whole: AtomicUsize, usize;
    i8_is_whole: AtomicI8, i8;
    i16_is_whole: AtomicI16, i16;
    i32_is_whole: AtomicI32, i32;
    i64_is_whole: AtomicI64, i64;
    isize_is_whole: AtomicIsize, isize;
}

#[test]
fn bool_is_whole() {
    let mut atomic = AtomicBool::new(true);
    assert!(atomic.fetch_and(false, SeqCst));
    assert!(!atomic.fetch_or(true, SeqCst));
    assert!(atomic.fetch_xor(true, SeqCst));
    assert!(!atomic.fetch_nand(true, SeqCst));
    assert!(atomic.fetch_not(SeqCst));
    assert!(!atomic.swap(true, SeqCst));
    assert_eq!(atomic.compare_exchange(false, true, SeqCst, SeqCst), Err(true));
    assert_eq!(atomic.fetch_update(SeqCst, SeqCst, |old| Some(!old)), Ok(true));
    assert!(!atomic.update(SeqCst, SeqCst, |old| !old));
    *atomic.get_mut() = false;
    assert_eq!(format!("{atomic:?}"), "false");
    assert!(!atomic.into_inner());
    assert!(!AtomicBool::default().into_inner());
    assert!(AtomicBool::from(true).into_inner());
}

#[test]
fn pointer_is_whole() {
    let mut values = [1u16, 2, 3];
    let start = values.as_mut_ptr();
    let mut atomic = AtomicPtr::new(start);
    assert_eq!(atomic.fetch_ptr_add(2, Relaxed), start);
    assert_eq!(atomic.fetch_ptr_sub(1, Relaxed), start.wrapping_add(2));
    assert_eq!(atomic.fetch_byte_sub(2, Relaxed), start.wrapping_add(1));
    assert_eq!(atomic.fetch_byte_add(2, Relaxed), start);
    assert_eq!(atomic.fetch_or(1, Relaxed), start.wrapping_add(1));
    assert_eq!(atomic.fetch_xor(1, Relaxed), start.wrapping_add(1).map_addr(|a| a | 1));
    assert_eq!(atomic.fetch_and(!1, Relaxed), start.wrapping_add(1));
    // SAFETY: it points into `values`.
    assert_eq!(unsafe { *atomic.load(Relaxed) }, 2);
    assert_eq!(format!("{atomic:p} {atomic:?}"), format!("{0:p} {0:p}", start.wrapping_add(1)));
    *atomic.get_mut() = start;
    assert_eq!(atomic.compare_exchange(start, start, SeqCst, SeqCst), Ok(start));
    assert_eq!(atomic.swap(std::ptr::null_mut(), SeqCst), start);
    assert!(atomic.into_inner().is_null());
    assert!(AtomicPtr::<u8>::default().into_inner().is_null());
}

#[test]
#[allow(deprecated)]
fn what_is_old_still_works() {
    use std::sync::atomic::{ATOMIC_BOOL_INIT, ATOMIC_USIZE_INIT};
    static OLD: AtomicUsize = ATOMIC_USIZE_INIT;
    assert_eq!(OLD.compare_and_swap(0, 1, SeqCst), 0);
    assert_eq!(OLD.compare_and_swap(0, 2, Relaxed), 1);
    static NEW: AtomicBool = ATOMIC_BOOL_INIT;
    assert!(!NEW.compare_and_swap(true, false, AcqRel));
    std::sync::atomic::spin_loop_hint();
}

#[test]
fn a_message_passes_by_release_and_acquire() {
    let (data, flag) = (AtomicU8::new(0), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            data.store(1, Relaxed);
            flag.store(true, Release);
        });
        if flag.load(Acquire) {
            assert_eq!(data.load(Relaxed), 1);
        }
    });
}

#[test]
fn a_message_passes_by_fences() {
    let (data, flag) = (AtomicU8::new(0), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            data.store(1, Relaxed);
            fence(Release);
            flag.store(true, Relaxed);
        });
        if flag.load(Relaxed) {
            fence(Acquire);
            compiler_fence(SeqCst);
            assert_eq!(data.load(Relaxed), 1);
        }
    });
}

#[test]
fn sequential_consistency_has_one_order() {
    let (x, y) = (AtomicBool::new(false), AtomicBool::new(false));
    thread::scope(|scope| {
        let other = scope.spawn(|| {
            x.store(true, SeqCst);
            y.load(SeqCst)
        });
        y.store(true, SeqCst);
        assert!(x.load(SeqCst) | other.join().unwrap());
    });
}

#[test]
fn concurrent_updates_all_count() {
    let counter = AtomicU32::new(0);
    thread::scope(|scope| {
        scope.spawn(|| counter.fetch_add(1, Relaxed));
        scope.spawn(|| counter.update(Relaxed, Relaxed, |count| count + 1));
        scope.spawn(|| {
            let mut count = counter.load(Relaxed);
            while let Err(found) = counter.compare_exchange_weak(count, count + 1, Relaxed, Relaxed)
            {
                count = found;
            }
        });
    });
    assert_eq!(counter.into_inner(), 3);
}
