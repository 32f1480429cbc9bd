//@ caught-by: model
//@ because: deadlock
//! The channel has a bound, and only those who fill it empty it.

use crossbeam::channel::bounded;
use parking_lot::Mutex;
use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub trait Web: Sync {
    fn fetch(&self, page: u32) -> String;
    fn links(&self, text: &str) -> Vec<u32>;
}

pub fn crawl(web: &impl Web, start: u32, fetchers: usize) -> Vec<u32> {
    let known = Mutex::new(HashSet::from([start]));
    let unfinished = AtomicUsize::new(1);
    let (send, receive) = bounded(2 * fetchers);
    send.send(Some(start)).unwrap();
    thread::scope(|scope| {
        for _ in 0..fetchers {
            scope.spawn(|| {
                while let Some(page) = receive.recv().unwrap() {
                    let links = web.links(&web.fetch(page));
                    for link in links {
                        if known.lock().insert(link) {
                            unfinished.fetch_add(1, Ordering::SeqCst);
                            send.send(Some(link)).unwrap();
                        }
                    }
                    if unfinished.fetch_sub(1, Ordering::SeqCst) == 1 {
                        (0..fetchers).for_each(|_| send.send(None).unwrap());
                    }
                }
            });
        }
    });
    known.into_inner().into_iter().collect()
}
