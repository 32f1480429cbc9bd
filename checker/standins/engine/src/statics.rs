//! Statics start afresh in every execution.
//!
//! A stand-in that lives in a static is found out by its address when it is
//! first used, before anything has changed it: its bytes are kept, and put
//! back before the next execution. Heap that the static owned by then is
//! leaked, which is the price of not knowing its type.

use crate::numbered::Numbered;
use std::cell::RefCell;
use std::io;
use std::ops::Range;
use std::sync::LazyLock;

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

/// What some bytes of a word were.
#[derive(Default)]
struct Before {
    bytes: [u8; WORD],
    /// One bit for each byte that was written to. Its neighbours may be std's
    /// own, which outlives the execution.
    written: u8,
}

const WORD: usize = size_of::<usize>();

thread_local! {
    /// Words of statics that the learner's code wrote to, as they were.
    static WRITTEN: RefCell<Numbered<Before>> = RefCell::default();
}

/// Keeps what a plain write to a static is about to change.
pub(crate) fn note_write(at: *const u8, size: usize) {
    if !image::holds(at) || is_stds(at.addr()) {
        return;
    }
    WRITTEN.with_borrow_mut(|written| {
        for byte in (0..size).map(|offset| at.wrapping_add(offset)) {
            let (word, index) = (byte.addr() / WORD, byte.addr() % WORD);
            let before = written.entry(word * WORD).or_default();
            if before.written & (1 << index) == 0 {
                before.written |= 1 << index;
                // SAFETY: the learner's code is about to write there.
                before.bytes[index] = unsafe { byte.read_volatile() };
            }
        }
    });
}

/// Where the locks of `Stdout`, `Stderr` and `Stdin` lie. They are std's own:
/// the model does not know what they order, and they outlive executions.
static HANDLES: LazyLock<[Range<usize>; 3]> = LazyLock::new(|| {
    // No more than the lock, its count and what a buffer needs.
    const SIZE: usize = 56;
    fn lies<T>(handle: &T) -> Range<usize> {
        if size_of::<T>() != size_of::<usize>() {
            return 0..0;
        }
        // SAFETY: as large as an address, which is what a handle consists of.
        // Were it something else, it would be in no static.
        let at: usize = unsafe { std::mem::transmute_copy(handle) };
        at..at + SIZE
    }
    [lies(&io::stdout()), lies(&io::stderr()), lies(&io::stdin())]
});

pub(crate) fn is_stds(at: usize) -> bool {
    HANDLES.iter().any(|handle| handle.contains(&at))
}

/// Whether the address is that of a static.
pub(crate) fn is_static(at: usize) -> bool {
    image::holds(std::ptr::without_provenance(at))
}

/// Every word of the statics, as it is now.
fn words() -> impl Iterator<Item = usize> {
    let (start, end) = image::writable();
    let words = (end - start) / size_of::<usize>();
    let start: *const usize = std::ptr::with_exposed_provenance(start);
    // SAFETY: within the writable part of the image.
    (0..words).map(move |index| unsafe { start.add(index).read_volatile() })
}

/// Keeps what the statics hold before an execution runs.
pub(crate) fn look(before: &mut Vec<usize>) {
    before.clear();
    before.extend(words());
}

/// Every word of the statics that is not what it was `before` the execution.
/// Std keeps caches of its own there, with addresses of what it freed long ago,
/// and such an address may be that of a new block by now.
pub(crate) fn each_new_word(before: &[usize], mut f: impl FnMut(usize)) {
    words().zip(before).filter(|(now, before)| now != *before).for_each(|(now, _)| f(now));
}

/// Puts every kept static back to its initial bytes.
pub(crate) fn restore() {
    WRITTEN.with_borrow_mut(|written| {
        for (at, before) in written.drain() {
            let at: *mut u8 = std::ptr::with_exposed_provenance_mut(at);
            for (index, byte) in before.bytes.into_iter().enumerate() {
                if before.written & (1 << index) != 0 {
                    // SAFETY: the learner's code wrote there before, and no
                    // execution is running.
                    unsafe { at.add(index).write_volatile(byte) };
                }
            }
        }
    });
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
        static __data_start: u8;
        static _end: u8;
    }

    /// Bounds of the statics that can change, on word boundaries.
    pub fn writable() -> (usize, usize) {
        let (start, end) = (&raw const __data_start, &raw const _end);
        (start.expose_provenance().next_multiple_of(8), end.addr() / 8 * 8)
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

    pub fn writable() -> (usize, usize) {
        let (start, end) = (&raw const START, &raw const END);
        (start.expose_provenance().next_multiple_of(8), end.addr() / 8 * 8)
    }

    pub fn holds(at: *const u8) -> bool {
        let (start, end) = (&raw const START, &raw const END);
        (start..end).contains(&at)
    }
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
mod image {
    pub fn writable() -> (usize, usize) {
        (0, 0)
    }

    // Nowhere to ask: statics keep their values from one execution to the next.
    pub fn holds(_: *const u8) -> bool {
        false
    }
}
