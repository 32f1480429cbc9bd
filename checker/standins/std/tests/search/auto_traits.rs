//! Stand-ins are `Send`, `Sync` and unwind-safe where the original is.

/// Whether a type implements a trait.
macro_rules! implements {
    ($ty:ty: $trait:path) => {{
        #[allow(dead_code)]
        trait Otherwise {
            const YES: bool = false;
        }
        impl<T: ?Sized> Otherwise for T {}
        struct Type<T: ?Sized>(std::marker::PhantomData<T>);
        #[allow(dead_code)]
        impl<T: ?Sized + $trait> Type<T> {
            const YES: bool = true;
        }
        <Type<$ty>>::YES
    }};
}
pub(crate) use implements;

/// Each type, written once with the module `standin` before it and once with
/// `original`, for values of several kinds.
macro_rules! same_auto_traits {
    ($($ty:ident $(<$life:lifetime>)?),* $(,)?) => {
        $($crate::auto_traits::same_auto_traits!(@each $ty ($($life,)?),
            [u32, std::cell::Cell<u32>, std::rc::Rc<u32>, std::sync::MutexGuard<'static, u32>]);)*
    };
    (@each $ty:ident $life:tt, [$($value:ty),*]) => {
        $($crate::auto_traits::same_auto_traits!(@value $ty $life $value);)*
    };
    (@value $ty:ident ($($life:lifetime,)?) $value:ty) => {
        $crate::auto_traits::same_auto_traits!(@traits standin::$ty<$($life,)? $value>, original::$ty<$($life,)? $value>,
            [Send, Sync, std::panic::UnwindSafe, std::panic::RefUnwindSafe]);
    };
    (@traits $mine:ty, $theirs:ty, [$($trait:path),*]) => {
        $($crate::auto_traits::compare(
            concat!(stringify!($mine), ": ", stringify!($trait)),
            $crate::auto_traits::implements!($mine: $trait),
            $crate::auto_traits::implements!($theirs: $trait),
        );)*
    };
}
pub(crate) use same_auto_traits;

pub fn compare(claim: &str, mine: bool, theirs: bool) {
    assert!(mine == theirs, "{claim} is {mine} for the stand-in and {theirs} for the original");
}
