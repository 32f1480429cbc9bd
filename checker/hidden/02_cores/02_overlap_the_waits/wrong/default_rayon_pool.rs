//@ caught-by: test
//@ because: requests that wait together
//! "Parallel iterators make it parallel": on one core the pool has one thread.

use rayon::prelude::*;

pub trait Io: Sync {
    fn fetch(&self, id: u32) -> String;
    fn try_fetch(&self, id: u32) -> Option<String>;
}

pub fn fetch_all(ids: &[u32], io: &impl Io) -> Vec<String> {
    ids.par_iter().map(|&id| io.fetch(id)).collect()
}
