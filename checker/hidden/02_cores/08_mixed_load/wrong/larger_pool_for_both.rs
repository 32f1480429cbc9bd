//@ caught-by: test
//@ because: digests at a time
//! A pool that is large enough for the requests is too large for the cores.

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

pub trait Work: Sync {
    fn fetch(&self, id: u32) -> u64;
    fn digest(&self, page: u64) -> u64;
}

pub fn digest_all(ids: &[u32], connections: usize, cores: usize, work: &impl Work) -> Vec<u64> {
    let _ = cores;
    let pool = ThreadPoolBuilder::new().num_threads(connections).build().unwrap();
    pool.install(|| ids.par_iter().map(|&id| work.digest(work.fetch(id))).collect())
}
