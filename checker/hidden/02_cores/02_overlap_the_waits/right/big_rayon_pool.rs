//! A rayon pool with a thread for each request, whatever the cores.

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

pub trait Io: Sync {
    fn fetch(&self, id: u32) -> String;
    fn try_fetch(&self, id: u32) -> Option<String>;
}

pub fn fetch_all(ids: &[u32], io: &impl Io) -> Vec<String> {
    let threads = ids.len().max(1);
    let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| ids.par_iter().with_max_len(1).map(|&id| io.fetch(id)).collect())
}
