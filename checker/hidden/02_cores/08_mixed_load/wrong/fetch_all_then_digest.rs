//@ caught-by: test
//@ because: ticks for 64 pages
//! Two parallel loops, and the second begins when the first is over.

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

pub trait Work: Sync {
    fn fetch(&self, id: u32) -> u64;
    fn digest(&self, page: u64) -> u64;
}

pub fn digest_all(ids: &[u32], connections: usize, cores: usize, work: &impl Work) -> Vec<u64> {
    let pool = |threads| ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let fetch = || ids.par_iter().with_max_len(1).map(|&id| work.fetch(id)).collect();
    let pages: Vec<u64> = pool(connections).install(fetch);
    pool(cores).install(|| pages.par_iter().map(|&page| work.digest(page)).collect())
}
