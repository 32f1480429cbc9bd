//@ caught-by: model
//@ because: pages found
//! The caller takes an empty queue of answers for the end.

use crossbeam::channel::unbounded;
use std::collections::HashSet;
use std::thread;

pub trait Web: Sync {
    fn fetch(&self, page: u32) -> String;
    fn links(&self, text: &str) -> Vec<u32>;
}

pub fn crawl(web: &impl Web, start: u32, fetchers: usize) -> Vec<u32> {
    let (to_fetch, pages) = unbounded();
    let (report, found) = unbounded();
    thread::scope(|scope| {
        for _ in 0..fetchers {
            let (pages, report) = (pages.clone(), report.clone());
            scope.spawn(move || {
                for page in pages {
                    let _ = report.send(web.links(&web.fetch(page)));
                }
            });
        }
        let mut known = HashSet::from([start]);
        to_fetch.send(start).expect("the fetchers are there");
        let mut answer = found.recv().ok();
        while let Some(links) = answer {
            for page in links {
                if known.insert(page) {
                    to_fetch.send(page).expect("the fetchers are there");
                }
            }
            answer = found.try_recv().ok();
        }
        drop(to_fetch);
        known.into_iter().collect()
    })
}
