//! What code compiled for ThreadSanitizer calls: LLVM's names, our work.
//!
//! The functions must not unwind, and none does: a fault suspends its thread
//! for good.

use super::counts::{self, Count};
use super::{INSTRUMENTED, access};
use std::ffi::{c_int, c_void};
use std::sync::atomic;
use std::sync::atomic::Ordering::{Relaxed, SeqCst};

/// Called once for each instrumented part of the program, before `main`.
#[unsafe(no_mangle)]
extern "C" fn __tsan_init() {
    INSTRUMENTED.store(true, Relaxed);
}

macro_rules! accesses {
    ($($name:ident: $size:literal, $write:literal;)*) => {$(
        #[unsafe(no_mangle)]
        extern "C" fn $name(at: *const u8) {
            access(at, $size, $write);
        }
    )*};
}

accesses! {
    __tsan_read1: 1, false;
    __tsan_read2: 2, false;
    __tsan_read4: 4, false;
    __tsan_read8: 8, false;
    __tsan_read16: 16, false;
    __tsan_write1: 1, true;
    __tsan_write2: 2, true;
    __tsan_write4: 4, true;
    __tsan_write8: 8, true;
    __tsan_write16: 16, true;
    __tsan_unaligned_read2: 2, false;
    __tsan_unaligned_read4: 4, false;
    __tsan_unaligned_read8: 8, false;
    __tsan_unaligned_read16: 16, false;
    __tsan_unaligned_write2: 2, true;
    __tsan_unaligned_write4: 4, true;
    __tsan_unaligned_write8: 8, true;
    __tsan_unaligned_write16: 16, true;
}

#[unsafe(no_mangle)]
unsafe extern "C" fn __tsan_memcpy(to: *mut u8, from: *const u8, size: usize) -> *mut u8 {
    access(from, size, false);
    access(to, size, true);
    // SAFETY: the caller's promises are those of `memcpy`.
    unsafe { to.copy_from_nonoverlapping(from, size) };
    to
}

#[unsafe(no_mangle)]
unsafe extern "C" fn __tsan_memmove(to: *mut u8, from: *const u8, size: usize) -> *mut u8 {
    access(from, size, false);
    access(to, size, true);
    // SAFETY: the caller's promises are those of `memmove`.
    unsafe { to.copy_from(from, size) };
    to
}

#[unsafe(no_mangle)]
unsafe extern "C" fn __tsan_memset(to: *mut u8, value: c_int, size: usize) -> *mut u8 {
    access(to, size, true);
    // SAFETY: the caller's promises are those of `memset`, which takes the low
    // byte of `value`.
    unsafe { to.write_bytes(value.to_le_bytes()[0], size) };
    to
}

#[unsafe(no_mangle)]
extern "C" fn __tsan_func_entry(_: *const c_void) {}

#[unsafe(no_mangle)]
extern "C" fn __tsan_func_exit() {}

#[unsafe(no_mangle)]
extern "C" fn __tsan_atomic_thread_fence(order: c_int) {
    counts::fence(order);
}

#[unsafe(no_mangle)]
extern "C" fn __tsan_atomic_signal_fence(_: c_int) {}

macro_rules! now {
    ($atomic:ident) => {
        u64::from($atomic.load(SeqCst))
    };
}

/// The atomics of one width: those that std's own generic code uses.
macro_rules! atomics {
    (
        $atomic:ident, $int:ty, $load:ident, $store:ident, $swap:ident,
        $exchange:ident, $strong:ident, $weak:ident,
        $($update:ident: $method:ident),*
    ) => {
        #[unsafe(no_mangle)]
        unsafe extern "C" fn $load(at: *mut $int, order: c_int) -> $int {
            // SAFETY: the instrumented code passes the address of a live atomic.
            let atomic = unsafe { atomic::$atomic::from_ptr(at) };
            counts::act(at.cast(), order, Count::Other, || now!(atomic), || false);
            atomic.load(SeqCst)
        }

        #[unsafe(no_mangle)]
        unsafe extern "C" fn $store(at: *mut $int, value: $int, order: c_int) {
            // SAFETY: as for the load.
            unsafe { $swap(at, value, order) };
        }

        #[unsafe(no_mangle)]
        unsafe extern "C" fn $swap(at: *mut $int, value: $int, order: c_int) -> $int {
            // SAFETY: as for the load.
            let atomic = unsafe { atomic::$atomic::from_ptr(at) };
            let mut before = value;
            counts::act(at.cast(), order, Count::Other, || now!(atomic), || {
                before = atomic.swap(value, SeqCst);
                true
            });
            before
        }

        /// Returns the value found.
        #[unsafe(no_mangle)]
        unsafe extern "C" fn $exchange(
            at: *mut $int,
            expected: $int,
            new: $int,
            order: c_int,
            _failure: c_int,
        ) -> $int {
            // SAFETY: as for the load.
            let atomic = unsafe { atomic::$atomic::from_ptr(at) };
            let mut result = Err(expected);
            counts::act(at.cast(), order, Count::Other, || now!(atomic), || {
                result = atomic.compare_exchange(expected, new, SeqCst, SeqCst);
                result.is_ok()
            });
            result.unwrap_or_else(|found| found)
        }

        #[unsafe(no_mangle)]
        unsafe extern "C" fn $strong(
            at: *mut $int,
            expected: *mut $int,
            new: $int,
            order: c_int,
            failure: c_int,
        ) -> c_int {
            // SAFETY: both point to live integers, as the caller promises.
            unsafe {
                let wanted = *expected;
                *expected = $exchange(at, wanted, new, order, failure);
                c_int::from(*expected == wanted)
            }
        }

        #[unsafe(no_mangle)]
        unsafe extern "C" fn $weak(
            at: *mut $int,
            expected: *mut $int,
            new: $int,
            order: c_int,
            failure: c_int,
        ) -> c_int {
            // SAFETY: as for the strong one.
            unsafe { $strong(at, expected, new, order, failure) }
        }

        $(
            #[unsafe(no_mangle)]
            unsafe extern "C" fn $update(at: *mut $int, value: $int, order: c_int) -> $int {
                // SAFETY: as for the load.
                let atomic = unsafe { atomic::$atomic::from_ptr(at) };
                let count = Count::of(stringify!($method), at.cast(), value.into());
                let mut before = value;
                counts::act(at.cast(), order, count, || now!(atomic), || {
                    before = atomic.$method(value, SeqCst);
                    true
                });
                before
            }
        )*
    };
}

atomics! {
    AtomicU8, u8, __tsan_atomic8_load, __tsan_atomic8_store, __tsan_atomic8_exchange,
    __tsan_atomic8_compare_exchange_val, __tsan_atomic8_compare_exchange_strong,
    __tsan_atomic8_compare_exchange_weak,
    __tsan_atomic8_fetch_add: fetch_add, __tsan_atomic8_fetch_sub: fetch_sub,
    __tsan_atomic8_fetch_and: fetch_and, __tsan_atomic8_fetch_or: fetch_or,
    __tsan_atomic8_fetch_xor: fetch_xor, __tsan_atomic8_fetch_nand: fetch_nand
}

atomics! {
    AtomicU16, u16, __tsan_atomic16_load, __tsan_atomic16_store, __tsan_atomic16_exchange,
    __tsan_atomic16_compare_exchange_val, __tsan_atomic16_compare_exchange_strong,
    __tsan_atomic16_compare_exchange_weak,
    __tsan_atomic16_fetch_add: fetch_add, __tsan_atomic16_fetch_sub: fetch_sub,
    __tsan_atomic16_fetch_and: fetch_and, __tsan_atomic16_fetch_or: fetch_or,
    __tsan_atomic16_fetch_xor: fetch_xor, __tsan_atomic16_fetch_nand: fetch_nand
}

atomics! {
    AtomicU32, u32, __tsan_atomic32_load, __tsan_atomic32_store, __tsan_atomic32_exchange,
    __tsan_atomic32_compare_exchange_val, __tsan_atomic32_compare_exchange_strong,
    __tsan_atomic32_compare_exchange_weak,
    __tsan_atomic32_fetch_add: fetch_add, __tsan_atomic32_fetch_sub: fetch_sub,
    __tsan_atomic32_fetch_and: fetch_and, __tsan_atomic32_fetch_or: fetch_or,
    __tsan_atomic32_fetch_xor: fetch_xor, __tsan_atomic32_fetch_nand: fetch_nand
}

atomics! {
    AtomicU64, u64, __tsan_atomic64_load, __tsan_atomic64_store, __tsan_atomic64_exchange,
    __tsan_atomic64_compare_exchange_val, __tsan_atomic64_compare_exchange_strong,
    __tsan_atomic64_compare_exchange_weak,
    __tsan_atomic64_fetch_add: fetch_add, __tsan_atomic64_fetch_sub: fetch_sub,
    __tsan_atomic64_fetch_and: fetch_and, __tsan_atomic64_fetch_or: fetch_or,
    __tsan_atomic64_fetch_xor: fetch_xor, __tsan_atomic64_fetch_nand: fetch_nand
}
