//! Stand-in for `std::cell`.

pub use ::std::cell::*;
