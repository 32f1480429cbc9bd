//! Stand-in for `std::prelude`: std's own, but for the macros that are swapped.
//!
//! Newer compilers take std's macros from the prelude and no longer from
//! the root of `std`: then `thread_local!` would be the real one.

pub mod v1 {
    pub use crate::thread_local;
    pub use ::std::prelude::v1::*;
}

pub mod rust_2015 {
    pub use crate::thread_local;
    pub use ::std::prelude::rust_2015::*;
}

pub mod rust_2018 {
    pub use crate::thread_local;
    pub use ::std::prelude::rust_2018::*;
}

pub mod rust_2021 {
    pub use crate::thread_local;
    pub use ::std::prelude::rust_2021::*;
}

pub mod rust_2024 {
    pub use crate::thread_local;
    pub use ::std::prelude::rust_2024::*;
}
