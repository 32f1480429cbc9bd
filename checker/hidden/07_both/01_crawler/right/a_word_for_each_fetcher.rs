//! An atomic counts what is unfinished; who finishes the last page sends everybody home.

use crossbeam::channel::unbounded;
use parking_lot::Mutex;
use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};

pub trait Web: Sync {
    fn fetch(&self, page: u32) -> String;
    fn links(&self, text: &str) -> Vec<u32>;
}

pub fn crawl(web: &impl Web, start: u32, fetchers: usize) -> Vec<u32> {
    let known = Mutex::new(HashSet::from([start]));
    let unfinished = AtomicUsize::new(1);
    let (send, receive) = unbounded();
    send.send(Some(start)).unwrap();
    crossbeam::scope(|scope| {
        for _ in 0..fetchers {
            scope.spawn(|_| {
                while let Some(page) = receive.recv().unwrap() {
                    let links = web.links(&web.fetch(page));
                    let is_new = |link: &u32| known.lock().insert(*link);
                    for link in links.into_iter().filter(is_new) {
                        unfinished.fetch_add(1, Ordering::SeqCst);
                        send.send(Some(link)).unwrap();
                    }
                    if unfinished.fetch_sub(1, Ordering::SeqCst) == 1 {
                        (0..fetchers).for_each(|_| send.send(None).unwrap());
                    }
                }
            });
        }
    })
    .unwrap();
    known.into_inner().into_iter().collect()
}
