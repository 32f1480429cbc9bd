//! Threads that fetch, and rayon's pool of `cores` threads for the digests.

use rayon::ThreadPoolBuilder;
use std::sync::Mutex;
use std::thread;

pub trait Work: Sync {
    fn fetch(&self, id: u32) -> u64;
    fn digest(&self, page: u64) -> u64;
}

pub fn digest_all(ids: &[u32], connections: usize, cores: usize, work: &impl Work) -> Vec<u64> {
    let pool = ThreadPoolBuilder::new().num_threads(cores).build().unwrap();
    let orders = Mutex::new(ids.iter().enumerate());
    let digests = Mutex::new(vec![0; ids.len()]);
    let (orders, digests_of) = (&orders, &digests);
    pool.in_place_scope(|cpu| {
        thread::scope(|io| {
            for _ in 0..connections {
                io.spawn(move || {
                    loop {
                        let order = orders.lock().unwrap().next();
                        let Some((place, &id)) = order else { break };
                        let page = work.fetch(id);
                        cpu.spawn(move |_| {
                            let digest = work.digest(page);
                            digests_of.lock().unwrap()[place] = digest;
                        });
                    }
                });
            }
        });
    });
    digests.into_inner().unwrap()
}
