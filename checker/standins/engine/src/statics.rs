//! Statics start afresh in every execution.
//!
//! A stand-in that lives in a static is found out by its address when it is
//! first used, before anything has changed it: its bytes are kept, and put
//! back before the next execution. Heap that the static owned by then is
//! leaked, which is the price of not knowing its type.

use std::cell::RefCell;

struct Kept {
    at: *mut u8,
    bytes: Vec<u8>,
}

impl Kept {
    fn holds(&self, at: *const u8) -> bool {
        let start = self.at.cast_const();
        start == at || (start..start.wrapping_add(self.bytes.len())).contains(&at)
    }
}

thread_local! {
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// Keeps `whole`, a type of a stand-in's that has no object of its own, if it
/// lies in a static.
pub fn keep_static<T: ?Sized>(whole: &T) {
    keep(std::ptr::from_ref(whole).cast(), size_of_val(whole));
}

/// Keeps the bytes at `at` if that is a static not kept yet.
pub(crate) fn keep(at: *const u8, length: usize) {
    if !image::holds(at) {
        return;
    }
    KEPT.with_borrow_mut(|kept| {
        // What lies within a static that is kept already was put there by the
        // execution, as a `LazyLock`'s value is, and goes with the whole.
        if kept.iter().any(|known| known.holds(at)) {
            return;
        }
        // SAFETY: `at` and `length` come from a live reference to a stand-in.
        // Its bytes may hold padding, so they are copied without being looked at.
        let bytes = unsafe {
            let mut bytes = Vec::with_capacity(length);
            std::ptr::copy_nonoverlapping(at, bytes.as_mut_ptr(), length);
            bytes.set_len(length);
            bytes
        };
        kept.push(Kept { at: at.cast_mut(), bytes });
    });
}

/// Puts every kept static back to its initial bytes.
pub(crate) fn restore() {
    KEPT.with_borrow(|kept| {
        for Kept { at, bytes } in kept {
            // SAFETY: a stand-in in a static has interior mutability, so its
            // bytes are writable; no execution is running, so nothing borrows it.
            unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), *at, bytes.len()) };
        }
    });
}

#[cfg(target_os = "linux")]
mod image {
    unsafe extern "C" {
        // Put at both ends of the executable's image by every ELF linker.
        static __executable_start: u8;
        static _end: u8;
    }

    pub fn holds(at: *const u8) -> bool {
        let (start, end) = (&raw const __executable_start, &raw const _end);
        (start..end).contains(&at)
    }
}

#[cfg(target_vendor = "apple")]
mod image {
    unsafe extern "C" {
        // Made up by Apple's linker for each segment.
        #[link_name = "\u{1}segment$start$__DATA"]
        static START: u8;
        #[link_name = "\u{1}segment$end$__DATA"]
        static END: u8;
    }

    pub fn holds(at: *const u8) -> bool {
        let (start, end) = (&raw const START, &raw const END);
        (start..end).contains(&at)
    }
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
mod image {
    // Nowhere to ask: statics keep their values from one execution to the next.
    pub fn holds(_: *const u8) -> bool {
        false
    }
}
