//! Stand-in for `core`: what `std` stands in for is reached through it too.
#![no_std]

pub use ::core::*;

pub mod cell {
    pub use standin_std::cell::*;
}

pub mod hint {
    pub use standin_std::hint::*;
}

pub mod sync {
    pub use ::core::sync::*;
    pub mod atomic {
        pub use standin_std::sync::atomic::*;
    }
}
