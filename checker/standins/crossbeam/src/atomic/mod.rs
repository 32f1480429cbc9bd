//! Stand-in for `crossbeam::atomic`.

mod arithmetic;
mod cell;
mod consume;

pub use cell::AtomicCell;
pub use consume::AtomicConsume;
