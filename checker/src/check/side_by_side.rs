//! Work on every CPU, its results in one place.

use crate::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

/// CPUs this process may use; the harness of a speed measurement counts alike.
pub fn usable_cpus() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Runs these jobs, begun in their order, and hands the number and the result
/// of each to `done` as soon as there is one. Stops at the first `Err`.
pub fn each<J: Sync, R: Send>(
    jobs: &[J],
    run: impl Fn(&J) -> Result<R, Error> + Sync,
    mut done: impl FnMut(usize, R),
) -> Result<(), Error> {
    let next = AtomicUsize::new(0);
    let work = |results: mpsc::Sender<(usize, Result<R, Error>)>| {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(job) = jobs.get(index) else { return };
            // Nobody listens any more once another job could not be run.
            if results.send((index, run(job))).is_err() {
                return;
            }
        }
    };
    let (results, came) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..usable_cpus().min(jobs.len()) {
            let results = results.clone();
            scope.spawn(|| work(results));
        }
        drop(results);
        for (index, result) in came {
            done(index, result?);
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_job_is_done_once() {
        let jobs: Vec<usize> = (0..100).collect();
        let mut results = vec![None; jobs.len()];
        each(
            &jobs,
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
