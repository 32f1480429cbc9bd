//! Six requests to a server whose answers are ready after 40 ms.

use learner::{Io, fetch_all};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long an answer takes.
const WAIT: Duration = Duration::from_millis(40);

struct Server {
    started: Instant,
}

impl Io for Server {
    fn fetch(&self, id: u32) -> String {
        sleep(WAIT);
        format!("page {id}")
    }

    fn try_fetch(&self, id: u32) -> Option<String> {
        (self.started.elapsed() >= WAIT).then(|| format!("page {id}"))
    }
}

fn scene() {
    let server = Server { started: Instant::now() };
    fetch_all(&[1, 2, 3, 4, 5, 6], &server);
}

harness::timeline!(scene);
