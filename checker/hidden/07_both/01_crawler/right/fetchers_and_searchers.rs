//! Some threads fetch, others search, the caller keeps the list.

use crossbeam::channel::unbounded;
use std::thread;

pub trait Web: Sync {
    fn fetch(&self, page: u32) -> String;
    fn links(&self, text: &str) -> Vec<u32>;
}

pub fn crawl(web: &impl Web, start: u32, fetchers: usize) -> Vec<u32> {
    let (to_fetch, pages) = unbounded();
    let (to_search, texts) = unbounded::<String>();
    let (report, found) = unbounded::<Vec<u32>>();
    thread::scope(|scope| {
        for _ in 0..fetchers {
            let (pages, to_search) = (pages.clone(), to_search.clone());
            scope.spawn(move || {
                pages.iter().for_each(|page| to_search.send(web.fetch(page)).unwrap());
            });
            let (texts, report) = (texts.clone(), report.clone());
            scope.spawn(move || {
                texts.iter().for_each(|text| report.send(web.links(&text)).unwrap());
            });
        }
        drop(to_search);
        let mut known = vec![start];
        to_fetch.send(start).unwrap();
        let mut answered = 0;
        while answered < known.len() {
            for link in found.recv().unwrap() {
                if !known.contains(&link) {
                    known.push(link);
                    to_fetch.send(link).unwrap();
                }
            }
            answered += 1;
        }
        drop(to_fetch);
        known
    })
}
