//@ caught-by: test
//@ because: ticks for 64 pages
//! `par_iter` for everything: rayon's pool has a thread for each CPU.

use rayon::prelude::*;

pub trait Work: Sync {
    fn fetch(&self, id: u32) -> u64;
    fn digest(&self, page: u64) -> u64;
}

pub fn digest_all(ids: &[u32], connections: usize, cores: usize, work: &impl Work) -> Vec<u64> {
    let _ = (connections, cores);
    ids.par_iter().map(|&id| work.digest(work.fetch(id))).collect()
}
