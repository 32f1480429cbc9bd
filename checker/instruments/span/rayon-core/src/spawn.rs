//! Stand-in for `rayon_core::{spawn, spawn_fifo}`: the task runs at once, for
//! nobody says when it would be waited for.

use crate::seat::Pool;
use strands::Fork;

pub fn spawn<F>(func: F)
where
    F: FnOnce() + Send + 'static,
{
    spawn_in(Pool::current(), func);
}

pub fn spawn_fifo<F>(func: F)
where
    F: FnOnce() + Send + 'static,
{
    spawn_in(Pool::current(), func);
}

pub fn spawn_in(pool: Pool, func: impl FnOnce()) {
    spawn_at(pool, 0, func);
}

/// As worker `index`.
pub fn spawn_at(pool: Pool, index: usize, func: impl FnOnce()) {
    let start = strands::fork_for_good(Fork::Task);
    let own = strands::now();
    strands::begin(start);
    pool.at(index, func);
    strands::now();
    strands::begin(own);
}
