//! Stand-in for `crossbeam::atomic::AtomicConsume`: a load that acquires, as the
//! original's is on most machines.

use standin_std::sync::atomic::Ordering::Acquire;
use standin_std::sync::atomic::{
    AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicPtr, AtomicU8,
    AtomicU16, AtomicU32, AtomicU64, AtomicUsize,
};

pub trait AtomicConsume {
    type Val;

    fn load_consume(&self) -> Self::Val;
}

macro_rules! consume {
    ($($atomic:ident $value:ty),*) => {$(
        impl AtomicConsume for $atomic {
            type Val = $value;

            #[track_caller]
            fn load_consume(&self) -> $value {
                self.load(Acquire)
            }
        }
    )*};
}
consume!(AtomicBool bool, AtomicU8 u8, AtomicI8 i8, AtomicU16 u16, AtomicI16 i16, AtomicU32 u32,
    AtomicI32 i32, AtomicU64 u64, AtomicI64 i64, AtomicUsize usize, AtomicIsize isize);

impl<T> AtomicConsume for AtomicPtr<T> {
    type Val = *mut T;

    #[track_caller]
    fn load_consume(&self) -> *mut T {
        self.load(Acquire)
    }
}
