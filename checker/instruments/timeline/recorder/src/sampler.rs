//! The second best: a thread of ours looks at the clocks of all others.
//!
//! It runs on a core that the program may not use, if there is one; otherwise it
//! shares the program's and looks less often. Between two looks it is known how
//! long each thread ran and on which core it was last, not when exactly.

mod place;

use crate::clocks::Traced;
use crate::system::{self, Look};
use place::{Interval, Share};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{Builder, JoinHandle, sleep};
use std::time::Duration;

/// Between two looks, on a core of its own and on the program's.
const APART: Duration = Duration::from_micros(500);
const BESIDE: Duration = Duration::from_millis(3);

/// Looks that are kept; when there are more, every second is given up.
const KEPT: usize = 8_000;

/// A record that is being made.
#[derive(Debug)]
pub struct Sampler {
    thread: JoinHandle<Vec<Sample>>,
    over: Arc<AtomicBool>,
    pub beside: bool,
}

/// One look: the kernel's time, and what it showed of each thread.
type Sample = (u64, BTreeMap<u32, Look>);

impl Sampler {
    /// `allowed` are the cores that the program could have had.
    pub fn begin(allowed: &[u32]) -> Result<Self, String> {
        let own = system::allowed();
        let apart: Vec<u32> = allowed.iter().copied().filter(|core| !own.contains(core)).collect();
        let beside = apart.is_empty();
        let over = Arc::new(AtomicBool::new(false));
        let is_over = Arc::clone(&over);
        let thread = Builder::new().spawn(move || {
            let moved = system::keep_to(&apart);
            watch(&is_over, if moved { APART } else { BESIDE })
        });
        let thread = thread.map_err(|error| format!("no thread to look with: {error}"))?;
        Ok(Self { thread, over, beside })
    }

    /// What the threads did since `start`, and how long it was between two looks.
    pub fn end(self, start: u64) -> (BTreeMap<u32, Traced>, u64) {
        // Relaxed: the join below orders everything.
        self.over.store(true, Ordering::Relaxed);
        let samples = self.thread.join().unwrap_or_default();
        let intervals = intervals(&samples, start);
        let whole: u64 = intervals.iter().map(|interval| interval.to - interval.from).sum();
        let every = whole / u64::try_from(intervals.len().max(1)).unwrap_or(1);
        (place::turns(&intervals), every)
    }
}

fn watch(over: &AtomicBool, pause: Duration) -> Vec<Sample> {
    let (own, mut pause) = (system::own_id(), pause);
    let mut samples = Vec::new();
    let mut looks: HashMap<u32, Look> = HashMap::new();
    loop {
        let last = over.load(Ordering::Relaxed);
        let time = system::monotonic();
        for id in system::threads().into_iter().filter(|id| *id != own) {
            if let Some(look) = system::look(id, looks.get(&id)) {
                looks.insert(id, look);
            }
        }
        samples.push((time, looks.iter().map(|(id, look)| (*id, *look)).collect()));
        if last {
            return samples;
        }
        if samples.len() >= KEPT {
            let mut number = 0;
            samples.retain(|_| {
                number += 1;
                number % 2 == 1
            });
            pause *= 2;
        }
        sleep(pause);
    }
}

/// What changed from look to look.
fn intervals(samples: &[Sample], start: u64) -> Vec<Interval> {
    let pairs = samples.windows(2).map(|pair| {
        let [(from, before), (to, after)] = pair else { unreachable!("windows of two") };
        let shares = after.iter().filter_map(|(&thread, look)| {
            let then = before.get(&thread).copied().unwrap_or_default();
            let (ran, ready) =
                (look.ran.saturating_sub(then.ran), look.ready.saturating_sub(then.ready));
            let share = Share { thread, core: look.core, ran, ready };
            (ran > 0).then_some(share)
        });
        let from = from.saturating_sub(start);
        Interval { from, to: to.saturating_sub(start).max(from), shares: shares.collect() }
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::monotonic;

    #[test]
    fn a_thread_that_computes_is_seen_to_run_for_as_long_as_it_did() {
        let start = monotonic();
        let sampler = Sampler::begin(&[]).unwrap();
        let busy = std::thread::spawn(|| {
            let mut sum = 0_u64;
            while system::ran(system::own_id()).unwrap() < 20_000_000 {
                sum = std::hint::black_box(sum + 1);
            }
            // Until it was looked at once more.
            sleep(BESIDE * 10);
            system::own_id()
        });
        let id = busy.join().unwrap();
        let (threads, every) = sampler.end(start);
        let ran: u64 = threads[&id].turns.iter().map(|turn| turn.to - turn.from).sum();
        assert!(ran >= 15_000_000, "{ran} {every}");
    }
}
