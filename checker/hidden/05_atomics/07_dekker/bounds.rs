//! What must not compile.

use learner::{End, Tunnel};
use std::rc::Rc;

fn sent<T: Send>(_: T) {}

/// What is in the tunnel goes from thread to thread: an `Rc` must not.
// error: E0277
fn end_of_an_rc_is_sent(end: End<'_, Rc<u32>>) {
    sent(end);
}

/// Two inside from the same end would both write to the log.
// error: E0499
fn twice_inside_from_one_end(mut end: End<'_, u32>) {
    let first = end.try_enter();
    let second = end.try_enter();
    if let (Some(mut first), Some(mut second)) = (first, second) {
        *first += 1;
        *second += 1;
    }
}

/// There is one north and one south: a second pair while the first is in use.
// error: E0499, E0502
fn four_ends(mut tunnel: Tunnel<u32>) {
    let (mut north, _) = tunnel.ends();
    let (_, mut south) = tunnel.ends();
    let _ = (north.try_enter().is_some(), south.try_enter().is_some());
}

/// The log is in the tunnel, and goes with it.
// error: E0505
fn log_outlives_its_tunnel(mut tunnel: Tunnel<u32>) -> u32 {
    let (mut north, _) = tunnel.ends();
    let inside = north.try_enter();
    drop(tunnel);
    inside.map_or(0, |log| *log)
}
