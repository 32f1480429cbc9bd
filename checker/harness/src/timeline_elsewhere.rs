//! Without the recording std there are no timelines.

use crate::{case, channel};
use facts::Fact;

/// As where there are.
pub fn timeline_main(_scene: impl FnOnce()) -> ! {
    case::ordered(Vec::new);
    channel::finish(Fact::Unsupported("a timeline needs the recording std".to_owned()))
}
