//! A server, cores and a clock that are made up, and counted calls.

use harness::{Calls, Rendezvous, VirtualTime, expect, expect_at_most, expect_eq, note};
use learner::{Work, digest_all};
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Condvar, Mutex};

const PAGES: u32 = 64;
const CONNECTIONS: usize = 16;
const CORES: usize = 2;

fn page(id: u32) -> u64 {
    u64::from(id) * 1000
}

fn digested(page: u64) -> u64 {
    page + 7
}

fn ids(length: u32) -> Vec<u32> {
    (0..length).rev().map(|n| n * 3 + 5).collect()
}

fn wanted(ids: &[u32]) -> Vec<u64> {
    ids.iter().map(|&id| digested(page(id))).collect()
}

/// Counts what is called, and how often for each id.
struct Counted {
    requests: Calls,
    digests: Calls,
    fetched: Vec<AtomicU32>,
    digested: Vec<AtomicU32>,
}

impl Counted {
    fn new(length: u32) -> Self {
        let zeros = || (0..3 * length + 6).map(|_| AtomicU32::new(0)).collect();
        let (requests, digests) = (Calls::new(), Calls::new());
        Self { requests, digests, fetched: zeros(), digested: zeros() }
    }

    /// The fewest and the most calls for one of the ids.
    fn calls(calls: &[AtomicU32], ids: &[u32]) -> (u32, u32) {
        let calls = || ids.iter().map(|&id| calls[id as usize].load(Relaxed));
        (calls().min().unwrap_or(1), calls().max().unwrap_or(1))
    }
}

impl Work for Counted {
    fn fetch(&self, id: u32) -> u64 {
        let _call = self.requests.enter();
        self.fetched[id as usize].fetch_add(1, Relaxed);
        page(id)
    }

    fn digest(&self, page: u64) -> u64 {
        let _call = self.digests.enter();
        self.digested[(page / 1000) as usize].fetch_add(1, Relaxed);
        digested(page)
    }
}

/// No pages to 64, 1 to 16 connections, 1 to 3 cores: the digests are in the
/// order of the ids.
fn digests_are_in_the_order_of_the_ids() {
    for length in [0, 1, 2, 5, 16, 17, 64] {
        for (connections, cores) in [(1, 1), (2, 1), (3, 3), (16, 2)] {
            let ids = ids(length);
            let digests = digest_all(&ids, connections, cores, &Counted::new(length));
            expect_eq(&format!("digests of {length} pages"), digests, wanted(&ids));
        }
    }
}

/// 64 pages: each is fetched once and digested once.
fn each_page_is_fetched_and_digested_once() {
    let (ids, work) = (ids(PAGES), Counted::new(PAGES));
    digest_all(&ids, CONNECTIONS, CORES, &work);
    let requests = Counted::calls(&work.fetched, &ids);
    expect_eq("fewest and most requests for one page", requests, (1, 1));
    let digests = Counted::calls(&work.digested, &ids);
    expect_eq("fewest and most digests of one page", digests, (1, 1));
}

/// A server and cores, in made-up time.
struct Machine {
    time: VirtualTime,
    /// What the first or the last page of the list takes, if it is asked for at
    /// the beginning.
    first: u64,
    connections: usize,
    /// Cores that nobody uses.
    idle: Mutex<usize>,
    freed: Condvar,
    most_digests: usize,
    requests: Calls,
    digests: Calls,
}

/// What a request takes.
const FETCH: u64 = 30;

/// What a digest takes, of a core.
const DIGEST: u64 = 4;

impl Machine {
    fn new(connections: usize, cores: usize) -> Self {
        Self {
            time: VirtualTime::new(),
            first: FETCH,
            connections,
            idle: Mutex::new(cores),
            freed: Condvar::new(),
            most_digests: 2 * cores,
            requests: Calls::new(),
            digests: Calls::new(),
        }
    }

    /// The ticks that so many pages take.
    fn ticks(&self, pages: u32) -> u64 {
        let ids: Vec<u32> = (0..pages).collect();
        let cores = self.most_digests / 2;
        let run = || digest_all(&ids, self.connections, cores, self);
        let (ticks, digests) = self.time.spent(run);
        expect_eq("digests", digests, wanted(&ids));
        ticks
    }
}

impl Work for Machine {
    fn fetch(&self, id: u32) -> u64 {
        let _call = self.requests.enter();
        expect_at_most("requests at a time", self.requests.in_flight(), self.connections);
        let first = [0, PAGES - 1].contains(&id) && self.time.now() == 0;
        self.time.pass(if first { self.first } else { FETCH });
        page(id)
    }

    fn digest(&self, page: u64) -> u64 {
        let _call = self.digests.enter();
        expect_at_most("digests at a time", self.digests.in_flight(), self.most_digests);
        let idle = self.idle.lock().expect("nobody panics");
        *self.freed.wait_while(idle, |idle| *idle == 0).expect("nobody panics") -= 1;
        self.time.pass(DIGEST);
        *self.idle.lock().expect("nobody panics") += 1;
        self.freed.notify_one();
        digested(page)
    }
}

/// Twenty pages with 3 connections and 2 cores, and with 5 and 1: the server is asked
/// for no more at a time, and no more than twice the cores compute.
fn the_limits_are_kept() {
    for (connections, cores) in [(3, 2), (5, 1)] {
        Machine::new(connections, cores).ticks(20);
    }
}

/// Ten pages, and fewer connections than cores: a single request at a time.
fn one_connection_and_three_cores() {
    Machine::new(1, 3).ticks(10);
}

/// 64 pages, 16 connections, 2 cores: requests that take 30 ticks, which is 120
/// in all, and digests that take 4, which is 128 in all. Done within 179 ticks.
fn requests_and_digests_overlap() {
    let machine = Machine::new(CONNECTIONS, CORES);
    let ticks = machine.ticks(PAGES);
    note("requests under way together:", machine.requests.peak() as f64, "");
    note("digests under way together:", machine.digests.peak() as f64, "");
    let alone = u64::from(PAGES) * (FETCH + DIGEST);
    note("one page after another takes", alone as f64, "ticks");
    note("your program takes", ticks as f64, "ticks");
    expect_at_most("ticks for 64 pages", ticks, 179);
}

/// The same, but a page that is asked for at the beginning takes 110 ticks: the
/// first of the list, or the last one for those who begin there. Fifteen
/// connections bring the others within 150 ticks; all is done within 210.
fn nobody_waits_for_the_slow_page() {
    let mut machine = Machine::new(CONNECTIONS, CORES);
    machine.first = 110;
    expect_at_most("ticks for 64 pages, one of which is slow", machine.ticks(PAGES), 210);
}

/// The last request waits for a digest, and the first digest for the last
/// request.
struct Meeting {
    meeting: Rendezvous,
    digests: AtomicU32,
}

impl Meeting {
    fn meet(&self) {
        expect("a page digested while the last one is on its way", self.meeting.meet());
    }
}

impl Work for Meeting {
    fn fetch(&self, id: u32) -> u64 {
        if id + 1 == PAGES {
            self.meet();
        }
        page(id)
    }

    fn digest(&self, page: u64) -> u64 {
        if self.digests.fetch_add(1, Relaxed) == 0 {
            self.meet();
        }
        digested(page)
    }
}

/// 64 pages: the last request is answered while the first page is digested.
fn the_last_request_meets_a_digest() {
    let ids: Vec<u32> = (0..PAGES).collect();
    let work = Meeting { meeting: Rendezvous::new(2), digests: AtomicU32::new(0) };
    digest_all(&ids, CONNECTIONS, CORES, &work);
}

harness::cases![
    digests_are_in_the_order_of_the_ids,
    each_page_is_fetched_and_digested_once,
    the_limits_are_kept,
    requests_and_digests_overlap,
    nobody_waits_for_the_slow_page,
    the_last_request_meets_a_digest,
    one_connection_and_three_cores,
];
