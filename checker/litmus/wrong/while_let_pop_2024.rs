//@ verdict: deadlock
//! The guard of a `while let` lives through the body, which locks again.

use std::sync::Mutex;
use std::thread;

#[test]
fn a_job_makes_a_job() {
    let queue = Mutex::new(vec![3u32]);
    thread::scope(|s| {
        s.spawn(|| {
            while let Some(n) = queue.lock().unwrap().pop() {
                if n > 0 {
                    queue.lock().unwrap().push(n - 1);
                }
            }
        });
    });
}
