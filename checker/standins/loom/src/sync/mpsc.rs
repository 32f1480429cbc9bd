//! Stand-in for `loom::sync::mpsc`.

pub use standin_std::sync::mpsc::{Receiver, Sender, channel};
