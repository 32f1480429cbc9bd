//! Stand-in for `crossbeam::epoch::Pointable`.

use std::alloc::{Layout, alloc, dealloc, handle_alloc_error};
use std::mem::MaybeUninit;
use std::slice;

/// What a single word can point to.
pub trait Pointable {
    const ALIGN: usize;

    type Init;

    /// # Safety
    ///
    /// The result is given to [`drop`](Self::drop) once at most.
    unsafe fn init(init: Self::Init) -> usize;

    /// # Safety
    ///
    /// `ptr` came from [`init`](Self::init), was not dropped, and nobody writes.
    unsafe fn deref<'a>(ptr: usize) -> &'a Self;

    /// # Safety
    ///
    /// As for [`deref`](Self::deref), and nobody else reads.
    unsafe fn deref_mut<'a>(ptr: usize) -> &'a mut Self;

    /// # Safety
    ///
    /// `ptr` came from [`init`](Self::init) and is not used again.
    unsafe fn drop(ptr: usize);
}

impl<T> Pointable for T {
    const ALIGN: usize = align_of::<T>();

    type Init = T;

    unsafe fn init(init: T) -> usize {
        Box::into_raw(Box::new(init)) as usize
    }

    unsafe fn deref<'a>(ptr: usize) -> &'a T {
        // SAFETY: as the caller says.
        unsafe { &*(ptr as *const T) }
    }

    unsafe fn deref_mut<'a>(ptr: usize) -> &'a mut T {
        // SAFETY: as the caller says.
        unsafe { &mut *(ptr as *mut T) }
    }

    unsafe fn drop(ptr: usize) {
        // SAFETY: as the caller says.
        drop(unsafe { Box::from_raw(ptr as *mut T) });
    }
}

/// A length, and so many elements behind it.
fn array<T>(len: usize) -> (Layout, usize) {
    let elements = Layout::array::<MaybeUninit<T>>(len).expect("the array fits into memory");
    let header = Layout::new::<usize>();
    let (layout, offset) = header.extend(elements).expect("the array fits into memory");
    (layout.pad_to_align(), offset)
}

impl<T> Pointable for [MaybeUninit<T>] {
    const ALIGN: usize =
        if align_of::<T>() > align_of::<usize>() { align_of::<T>() } else { align_of::<usize>() };

    type Init = usize;

    unsafe fn init(len: usize) -> usize {
        let (layout, _) = array::<T>(len);
        // SAFETY: the layout has the length in it, so its size is not zero.
        let start = unsafe { alloc(layout) };
        if start.is_null() {
            handle_alloc_error(layout);
        }
        // SAFETY: just allocated, large enough and aligned for the length.
        unsafe { start.cast::<usize>().write(len) };
        start as usize
    }

    unsafe fn deref<'a>(ptr: usize) -> &'a Self {
        // SAFETY: `init` wrote the length there.
        let len = unsafe { *(ptr as *const usize) };
        let elements = (ptr + array::<T>(len).1) as *const MaybeUninit<T>;
        // SAFETY: `init` allocated so many elements there.
        unsafe { slice::from_raw_parts(elements, len) }
    }

    unsafe fn deref_mut<'a>(ptr: usize) -> &'a mut Self {
        // SAFETY: as in `deref`.
        let len = unsafe { *(ptr as *const usize) };
        let elements = (ptr + array::<T>(len).1) as *mut MaybeUninit<T>;
        // SAFETY: as in `deref`; nobody else reads.
        unsafe { slice::from_raw_parts_mut(elements, len) }
    }

    unsafe fn drop(ptr: usize) {
        // SAFETY: as in `deref`.
        let len = unsafe { *(ptr as *const usize) };
        // SAFETY: allocated by `init` with this layout.
        unsafe { dealloc(ptr as *mut u8, array::<T>(len).0) };
    }
}
