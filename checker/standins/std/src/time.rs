//! Stand-in for `std::time`.

pub use ::std::time::*;
