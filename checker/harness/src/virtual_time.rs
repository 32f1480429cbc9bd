//! Time that is made up: it passes only while every thread of the program is
//! blocked, so what a program takes is a count, on any machine, busy or quiet.
//!
//! A sleeping operation stands for a core that works on it. With sixteen
//! threads that each "work" so, a program takes the time it would take on
//! sixteen cores, though the machine may have one. This is the simulation of a
//! parallel machine by discrete events: when nobody can go on, the clock jumps
//! to the first moment at which somebody can.

use crate::channel;
use crate::clock::cpu_time_of_others;
use crate::threads::Watch;
use facts::Fact;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long the clock leaves the core to others while somebody still runs, who
/// has been seen to run for a while: at first it looks often, for most have soon
/// done what they do. To look costs as much CPU time as the pause, and threads
/// that yield get little beside somebody who looks all the time.
fn pause(watched: Duration) -> Duration {
    (watched / 8).clamp(Duration::from_micros(40), Duration::from_millis(5))
}

/// CPU time that a program may use between two ticks: who uses more does not
/// compute, but looks again and again. It is not wall time, of which a busy
/// machine may take any amount.
const BUSY: Duration = Duration::from_secs(1);

/// A clock that moves on when every thread of the program is blocked, in
/// [`pass`](Self::pass) or elsewhere. A thread that sleeps by the real clock
/// counts as blocked, so virtual time may overtake it.
///
/// It needs a system that tells what the threads do; elsewhere the case ends
/// as one that cannot be told.
#[derive(Debug)]
pub struct VirtualTime {
    shared: Arc<Shared>,
    driver: Option<JoinHandle<()>>,
}

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    /// Somebody sleeps who did not before, or the clock is no longer needed.
    asked: Condvar,
}

#[derive(Debug, Default)]
struct State {
    now: u64,
    /// Who sleeps, and until when.
    sleepers: Vec<(u64, Arc<Bell>)>,
    over: bool,
}

/// What one sleeper waits for. Not `thread::park`, whose token may be meant for
/// the learner's code.
#[derive(Debug, Default)]
struct Bell {
    rung: Mutex<bool>,
    ring: Condvar,
}

impl VirtualTime {
    /// A clock at 0, and the thread that drives it.
    #[expect(clippy::new_without_default, reason = "it starts a thread")]
    pub fn new() -> Self {
        let shared = Arc::<Shared>::default();
        let driver = thread::spawn({
            let shared = Arc::clone(&shared);
            move || shared.drive()
        });
        Self { shared, driver: Some(driver) }
    }

    /// The present moment, in ticks.
    pub fn now(&self) -> u64 {
        self.shared.lock().now
    }

    /// Blocks the calling thread for so many ticks.
    pub fn pass(&self, ticks: u64) {
        if ticks == 0 {
            return;
        }
        let bell = Arc::<Bell>::default();
        let mut state = self.shared.lock();
        let until = state.now + ticks;
        state.sleepers.push((until, Arc::clone(&bell)));
        drop(state);
        self.shared.asked.notify_one();
        let rung = bell.rung.lock().unwrap_or_else(PoisonError::into_inner);
        drop(bell.ring.wait_while(rung, |rung| !*rung));
    }

    /// How many ticks pass while `work` is done.
    pub fn spent<R>(&self, work: impl FnOnce() -> R) -> (u64, R) {
        let start = self.now();
        let result = work();
        (self.now() - start, result)
    }
}

impl Drop for VirtualTime {
    fn drop(&mut self) {
        self.shared.lock().over = true;
        self.shared.asked.notify_one();
        if let Some(driver) = self.driver.take() {
            // It panics only where a lock of its own is broken.
            let _ = driver.join();
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn drive(&self) {
        let mut watch = Watch::default();
        // CPU time and moment of the last tick, or when somebody began to sleep
        // after it.
        let (mut moved, mut watched) = (cpu_time_of_others(), Instant::now());
        loop {
            let mut waited = false;
            let idle = |state: &mut State| {
                let idle = state.sleepers.is_empty() && !state.over;
                waited |= idle;
                idle
            };
            let state = self.asked.wait_while(self.lock(), idle);
            if state.unwrap_or_else(PoisonError::into_inner).over {
                return;
            }
            if waited {
                (moved, watched) = (cpu_time_of_others(), Instant::now());
            }
            match watch.all_others_stay_blocked() {
                Some(true) => {
                    self.advance();
                    (moved, watched) = (cpu_time_of_others(), Instant::now());
                }
                Some(false) if cpu_time_of_others().saturating_sub(moved) > BUSY => {
                    channel::finish(Fact::BusyWaiting { cpu_seconds: BUSY.as_secs() })
                }
                Some(false) => thread::sleep(pause(watched.elapsed())),
                None => channel::finish(Fact::Unsupported(
                    "this system does not tell which threads are blocked".to_owned(),
                )),
            }
        }
    }

    /// To the first moment at which somebody wakes.
    fn advance(&self) {
        let mut state = self.lock();
        let Some(now) = state.sleepers.iter().map(|(until, _)| *until).min() else { return };
        state.now = now;
        for (_, bell) in state.sleepers.extract_if(.., |(until, _)| *until == now) {
            *bell.rung.lock().unwrap_or_else(PoisonError::into_inner) = true;
            bell.ring.notify_one();
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn sleeps_that_overlap_take_the_time_of_the_longest() {
        let time = VirtualTime::new();
        let (ticks, ()) = time.spent(|| {
            thread::scope(|scope| {
                for ticks in [300, 100, 700] {
                    let time = &time;
                    scope.spawn(move || time.pass(ticks));
                }
            });
        });
        assert_eq!(ticks, 700);
    }

    #[test]
    fn sleeps_one_after_another_add_up() {
        let time = VirtualTime::new();
        let (ticks, ()) = time.spent(|| (0..50).for_each(|_| time.pass(3)));
        assert_eq!(ticks, 150);
    }

    #[test]
    fn a_thread_that_computes_holds_the_clock() {
        let time = VirtualTime::new();
        thread::scope(|scope| {
            scope.spawn(|| time.pass(1));
            let sum: u64 = (0..2_000_000).map(std::hint::black_box).sum();
            assert_eq!((sum > 0, time.now()), (true, 0));
        });
        assert_eq!(time.now(), 1);
    }
}
