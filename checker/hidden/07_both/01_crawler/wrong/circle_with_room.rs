//@ caught-by: test
//@ because: deadlock
//! Channels with plenty of room, and a page with more links than that: the caller
//! fills one end of a circle and empties the other.

use crossbeam::channel::bounded;
use std::collections::HashSet;
use std::thread;

pub trait Web: Sync {
    fn fetch(&self, page: u32) -> String;
    fn links(&self, text: &str) -> Vec<u32>;
}

pub fn crawl(web: &impl Web, start: u32, fetchers: usize) -> Vec<u32> {
    let (jobs, take) = bounded::<u32>(256);
    let (tell, results) = bounded::<Vec<u32>>(256);
    let mut known = HashSet::from([start]);
    thread::scope(|scope| {
        for _ in 0..fetchers {
            let (take, tell) = (take.clone(), tell.clone());
            scope.spawn(move || {
                for page in take {
                    tell.send(web.links(&web.fetch(page))).unwrap();
                }
            });
        }
        let mut open = 1;
        jobs.send(start).unwrap();
        while open > 0 {
            for link in results.recv().unwrap() {
                if known.insert(link) {
                    open += 1;
                    jobs.send(link).unwrap();
                }
            }
            open -= 1;
        }
        drop(jobs);
    });
    known.into_iter().collect()
}
