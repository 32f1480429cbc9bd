//! Work on every CPU, its results in one place.

use crate::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

/// CPUs this process may use; the harness of a speed measurement counts alike.
pub fn usable_cpus() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Runs these jobs and hands the number and the result of each to `done` as soon
/// as there is one. As many compute at a time as there are CPUs; as many again of
/// those that mostly wait, as tests with sleeping threads do, run beside them.
/// Stops at the first `Err`.
pub fn each_beside_waiting<J: Sync, R: Send>(
    jobs: &[J],
    waits: impl Fn(&J) -> bool,
    run: impl Fn(&J) -> Result<R, Error> + Sync,
    mut done: impl FnMut(usize, R),
) -> Result<(), Error> {
    let (waiting, computing) = (0..jobs.len()).partition(|&index| waits(&jobs[index]));
    let (waiting, computing) = (Queue::new(waiting), Queue::new(computing));
    let work = |queues: &[&Queue], results: mpsc::Sender<(usize, Result<R, Error>)>| {
        while let Some(index) = queues.iter().find_map(|queue| queue.next()) {
            // Nobody listens any more once another job could not be run.
            if results.send((index, run(&jobs[index]))).is_err() {
                return;
            }
        }
    };
    let (results, came) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..usable_cpus().min(jobs.len()) {
            let (here, there) = (results.clone(), results.clone());
            scope.spawn(|| work(&[&computing, &waiting], here));
            scope.spawn(|| work(&[&waiting], there));
        }
        drop(results);
        for (index, result) in came {
            done(index, result?);
        }
        Ok(())
    })
}

/// The same, where all jobs compute.
pub fn each<J: Sync, R: Send>(
    jobs: &[J],
    run: impl Fn(&J) -> Result<R, Error> + Sync,
    done: impl FnMut(usize, R),
) -> Result<(), Error> {
    each_beside_waiting(jobs, |_| false, run, done)
}

/// Numbers of jobs, each handed out once, in their order.
struct Queue {
    jobs: Vec<usize>,
    next: AtomicUsize,
}

impl Queue {
    fn new(jobs: Vec<usize>) -> Self {
        Self { jobs, next: AtomicUsize::new(0) }
    }

    fn next(&self) -> Option<usize> {
        self.jobs.get(self.next.fetch_add(1, Ordering::Relaxed)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_job_is_done_once() {
        let jobs: Vec<usize> = (0..100).collect();
        let mut results = vec![None; jobs.len()];
        each_beside_waiting(
            &jobs,
            |job| job % 3 == 0,
            |job| Ok(job * 2),
            |index, result| {
                assert_eq!(results[index].replace(result), None);
            },
        )
        .unwrap();
        assert!(results.iter().enumerate().all(|(index, it)| *it == Some(2 * index)));
    }

    #[test]
    fn the_first_error_is_the_result() {
        let failed = each(&[1, 2, 3], |_| Err::<(), _>(Error::fault("broken")), |_, ()| ());
        assert_eq!(failed.unwrap_err().to_string(), "broken");
    }
}
