//! Stand-in for `loom`: its paths, in front of the stand-in of `std`.
//!
//! What loom explores, the engine does: [`model()`] runs its closure once, as
//! part of the execution that is on.
//!
//! # Limitations
//!
//! See the table in `checker/standins/README.md`.

pub mod alloc;
pub mod cell;
pub mod hint;
pub mod lazy_static;
pub mod model;
pub mod sync;
pub mod thread;

#[doc(inline)]
pub use crate::model::model;
pub use standin_std::thread_local;

/// loom's own limit; a model of the engine's may have more threads.
pub const MAX_THREADS: usize = 5;

/// Exploring has begun already.
pub fn explore() {}

/// The engine explores to the end.
pub fn stop_exploring() {}

/// Stand-in for `loom::lazy_static!`: a value for each execution.
#[macro_export]
macro_rules! lazy_static {
    ($(#[$attr:meta])* static ref $name:ident: $t:ty = $init:expr; $($rest:tt)*) => {
        $crate::__lazy_static! { $(#[$attr])* () $name: $t = $init }
        $crate::lazy_static! { $($rest)* }
    };
    ($(#[$attr:meta])* pub static ref $name:ident: $t:ty = $init:expr; $($rest:tt)*) => {
        $crate::__lazy_static! { $(#[$attr])* (pub) $name: $t = $init }
        $crate::lazy_static! { $($rest)* }
    };
    ($(#[$attr:meta])* pub ($($vis:tt)+) static ref $name:ident: $t:ty = $init:expr; $($rest:tt)*) => {
        $crate::__lazy_static! { $(#[$attr])* (pub ($($vis)+)) $name: $t = $init }
        $crate::lazy_static! { $($rest)* }
    };
    () => {};
}

#[doc(hidden)]
#[macro_export]
macro_rules! __lazy_static {
    ($(#[$attr:meta])* ($($vis:tt)*) $name:ident: $t:ty = $init:expr) => {
        #[allow(missing_copy_implementations, non_camel_case_types, dead_code)]
        $(#[$attr])*
        $($vis)* struct $name {
            __private_field: (),
        }
        #[doc(hidden)]
        $($vis)* static $name: $name = $name { __private_field: () };
        impl ::core::ops::Deref for $name {
            type Target = $t;
            fn deref(&self) -> &$t {
                static LAZY: $crate::lazy_static::Lazy<$t> =
                    $crate::lazy_static::Lazy::new(|| $init);
                LAZY.get()
            }
        }
    };
}
