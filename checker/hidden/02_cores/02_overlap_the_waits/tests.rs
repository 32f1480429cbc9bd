//! One core, and a server whose answers take their time.

use harness::{cpu_and_wall, expect, expect_eq, note, others_are_blocked};
use learner::{Io, fetch_all};
use std::sync::{Condvar, Mutex};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

const REQUESTS: u32 = 16;

/// How long the server waits for requests that do not come.
const PATIENCE: Duration = Duration::from_secs(2);

fn page(id: u32) -> String {
    format!("page {id}")
}

/// Answers nobody until `REQUESTS` pages have been asked for.
struct Gate {
    opened: Instant,
    asked: Mutex<Vec<u32>>,
    another: Condvar,
}

impl Gate {
    fn open() -> Self {
        Self { opened: Instant::now(), asked: Mutex::default(), another: Condvar::new() }
    }

    /// Whether all have been asked for, this page included.
    fn met(&self, id: u32, block: bool) -> bool {
        let mut asked = self.asked.lock().expect("nobody panics");
        if !asked.contains(&id) {
            asked.push(id);
            self.another.notify_all();
        }
        loop {
            let left = PATIENCE.saturating_sub(self.opened.elapsed());
            if asked.len() == REQUESTS as usize {
                return true;
            }
            if left.is_zero() {
                expect_eq("requests that wait together", asked.len(), REQUESTS as usize);
            }
            if !block {
                return false;
            }
            asked = self.another.wait_timeout(asked, left).expect("nobody panics").0;
        }
    }
}

impl Io for Gate {
    fn fetch(&self, id: u32) -> String {
        self.met(id, true);
        page(id)
    }

    fn try_fetch(&self, id: u32) -> Option<String> {
        self.met(id, false).then(|| page(id))
    }
}

/// Has each answer ready a time of its own after the server's start.
struct Server {
    started: Instant,
    ready: fn(u32) -> Duration,
    asked: Mutex<Vec<u32>>,
}

impl Server {
    fn start(ready: fn(u32) -> Duration) -> Self {
        Self { started: Instant::now(), ready, asked: Mutex::default() }
    }

    /// The pages asked for, sorted.
    fn asked(self) -> Vec<u32> {
        let mut asked = self.asked.into_inner().expect("nobody panics");
        asked.sort_unstable();
        asked
    }
}

impl Io for Server {
    fn fetch(&self, id: u32) -> String {
        self.asked.lock().expect("nobody panics").push(id);
        sleep((self.ready)(id).saturating_sub(self.started.elapsed()));
        page(id)
    }

    fn try_fetch(&self, id: u32) -> Option<String> {
        let mut asked = self.asked.lock().expect("nobody panics");
        if !asked.contains(&id) {
            asked.push(id);
        }
        (self.started.elapsed() >= (self.ready)(id)).then(|| page(id))
    }
}

/// Sixteen requests wait together: the server answers nobody until all are
/// there.
fn all_sixteen_wait_together() {
    let ids: Vec<u32> = (0..REQUESTS).collect();
    let gate = Gate::open();
    let answers = fetch_all(&ids, &gate);
    expect_eq("number of answers", answers.len(), ids.len());
    let together = gate.asked.into_inner().expect("nobody panics").len();
    note("requests under way together on one core", together as f64, "");
}

/// The last page asked for is answered first: the answers are still in the
/// order of the ids.
fn answers_are_in_the_order_of_the_ids() {
    let server = Server::start(|id| Duration::from_millis(30) * id);
    let answers = fetch_all(&[3, 2, 1], &server);
    expect_eq("answers", answers, [3, 2, 1].map(page).to_vec());
}

/// Five pages: each is asked for once.
fn each_page_is_asked_for_once() {
    let server = Server::start(|_| Duration::from_millis(5));
    let answers = fetch_all(&[70, 10, 40, 90, 30], &server);
    expect_eq("number of answers", answers.len(), 5);
    expect_eq("pages asked for, sorted", server.asked(), vec![10, 30, 40, 70, 90]);
}

/// No ids, no answers; one id, one answer.
fn none_and_one() {
    let server = Server::start(|_| Duration::from_millis(1));
    expect_eq("answers for no ids", fetch_all(&[], &server), vec![]);
    expect_eq("answers for one id", fetch_all(&[7], &server), vec![page(7)]);
    expect_eq("pages asked for", server.asked(), vec![7]);
}

/// Looks 24 times, from 60 ms to 180 ms after the start; says how often
/// everybody slept.
fn moments_of_sleep(start: Instant) -> Option<usize> {
    let mut moments = 0;
    for look in 0..24 {
        sleep(Duration::from_millis(60 + 5 * look).saturating_sub(start.elapsed()));
        moments += usize::from(others_are_blocked()?);
    }
    Some(moments)
}

/// All sixteen answers are ready after 200 ms. The program is looked at 24
/// times until then: at twelve of them at least, all its threads are asleep.
/// The best of three calls counts.
fn all_threads_sleep_until_the_answers_come() {
    let ids: Vec<u32> = (0..REQUESTS).collect();
    let call = || {
        let server = Server::start(|_| Duration::from_millis(200));
        let start = server.started;
        let watch = thread::spawn(move || moments_of_sleep(start));
        let (cpu, _) = cpu_and_wall(|| drop(fetch_all(&ids, &server)));
        // Without Linux: a core that is busy a tenth of the time is not asleep.
        let idle = 24 * usize::from(cpu < Duration::from_millis(20));
        watch.join().expect("the watch does not panic").unwrap_or(idle)
    };
    let slept = (0..3).any(|_| call() >= 12);
    expect("a program that sleeps until the answers come", slept);
}

harness::cases![
    all_sixteen_wait_together,
    answers_are_in_the_order_of_the_ids,
    each_page_is_asked_for_once,
    none_and_one,
    all_threads_sleep_until_the_answers_come,
];
