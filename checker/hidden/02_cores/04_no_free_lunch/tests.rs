//! What was predicted, beside a simulated machine and beside this one.

use harness::{cpu_and_wall, expect_at_least, expect_at_most, expect_eq, note, on_cpus};
use learner::{COMPUTING, HELPS_COMPUTING, HELPS_WAITING, More, WAITING};
use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};

const JOBS: usize = 8;

/// How long a job takes when it is alone, in milliseconds.
const TAKES: u64 = 5;

/// How long a kind of job is measured, at most; on a busy machine it takes longer.
const ENOUGH: Duration = Duration::from_secs(1);

/// The rows of the tables.
const CORES: [(usize, &str); 2] = [(1, "one core"), (2, "two cores")];

/// What a job does all the time.
#[derive(Clone, Copy, PartialEq)]
enum Job {
    Computes,
    Waits,
}

impl Job {
    /// The columns of the tables.
    fn threads(self) -> [(usize, &'static str); 3] {
        match self {
            Self::Computes => [
                (1, "1 thread that computes"),
                (2, "2 threads that compute"),
                (4, "4 threads that compute"),
            ],
            Self::Waits => {
                [(1, "1 thread that waits"), (2, "2 threads that wait"), (4, "4 threads that wait")]
            }
        }
    }
}

/// When all jobs are done on a machine that switches for nothing.
fn simulated(job: Job, threads: usize, cores: usize) -> u64 {
    let mut jobs = JOBS;
    let mut left = vec![0; threads];
    let mut now = 0;
    loop {
        // Who has no job takes the next one, if there is one.
        for left in left.iter_mut().filter(|left| **left == 0) {
            if jobs > 0 {
                (jobs, *left) = (jobs - 1, TAKES);
            }
        }
        let mut busy: Vec<&mut u64> = left.iter_mut().filter(|left| **left > 0).collect();
        if busy.is_empty() {
            return now;
        }
        // The cores go to whom most is left to do; a wait needs none.
        busy.sort_by(|one, other| other.cmp(one));
        let get_on = if job == Job::Computes { cores } else { threads };
        busy.into_iter().take(get_on).for_each(|left| *left -= 1);
        now += 1;
    }
}

/// How many times as fast as one thread on one core, simulated.
fn speed(job: Job, threads: usize, cores: usize) -> f64 {
    simulated(job, 1, 1) as f64 / simulated(job, threads, cores) as f64
}

/// The program of the README.
fn run(jobs: usize, threads: usize, job: impl Fn() + Sync) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while next.fetch_add(1, Relaxed) < jobs {
                    job();
                }
            });
        }
    });
}

fn compute(rounds: u64) {
    for round in 0..rounds {
        black_box(round);
    }
}

/// How many rounds take as long as a job has to.
fn rounds() -> u64 {
    let mut rounds = 1 << 14;
    loop {
        let (cpu, _) = cpu_and_wall(|| compute(rounds));
        if cpu >= Duration::from_millis(TAKES) {
            return (rounds as f64 * TAKES as f64 / (cpu.as_secs_f64() * 1000.0)) as u64;
        }
        rounds *= 2;
    }
}

/// The program on this machine.
struct Here {
    job: Job,
    rounds: u64,
    /// When to stop running it again for a better time.
    until: Instant,
}

impl Here {
    fn new(job: Job) -> Self {
        Self { job, rounds: rounds(), until: Instant::now() + ENOUGH }
    }

    /// How long the program takes; the best of a few runs, on a busy machine of
    /// one. `None` where it cannot have so many cores.
    fn takes(&self, threads: usize, cores: usize) -> Option<f64> {
        let work = || match self.job {
            Job::Computes => compute(self.rounds),
            Job::Waits => thread::sleep(Duration::from_millis(TAKES)),
        };
        let mut best = Duration::MAX;
        for _ in 0..5 {
            best = best.min(on_cpus(cores, || cpu_and_wall(|| run(JOBS, threads, work)).1)?);
            if Instant::now() > self.until {
                break;
            }
        }
        Some(best.as_secs_f64())
    }

    /// How many times as fast as one thread on one core.
    fn speed(&self, threads: usize, cores: usize) -> Option<f64> {
        Some(self.takes(1, 1)? / self.takes(threads, cores)?)
    }
}

/// Holds each prediction against the simulated machine, and then tells what this
/// one came to beside it, as far as it can. No run decides.
fn judge(job: Job, predictions: [[f64; 3]; 2]) {
    for (predictions, (cores, on)) in predictions.into_iter().zip(CORES) {
        for (predicted, (threads, who)) in predictions.into_iter().zip(job.threads()) {
            let wanted = speed(job, threads, cores);
            let (least, most) = (wanted * 0.85, wanted * 1.15);
            let mut what = format!("times as fast with {who} on {on}");
            let is_off = !(least..=most).contains(&predicted);
            if is_off
                && cores == 1
                && let Some(here) = Here::new(job).speed(threads, cores)
            {
                what += &format!(" (a run here came to {here:.1})");
            }
            expect_at_least(&what, predicted, least);
            expect_at_most(&what, predicted, most);
        }
    }
    let (here, [_, _, (threads, who)]) = (Here::new(job), job.threads());
    for ([.., predicted], (cores, on)) in predictions.into_iter().zip(CORES) {
        let (how, came_to) = match here.speed(threads, cores) {
            Some(came_to) => ("measured", came_to),
            // Where there is no second core, or a program cannot be kept to one.
            None => ("simulated", speed(job, threads, cores)),
        };
        let what = format!("{who} on {on}: predicted {predicted:.1}, {how}");
        note(&what, came_to, "times as fast");
    }
}

// One case, so that no run of the program has another one beside it.

/// Each number of both tables beside a simulated machine, on which switching
/// between threads is free. 15 % off is near enough.
fn tables() {
    judge(Job::Computes, COMPUTING);
    judge(Job::Waits, WAITING);
}

fn helps(job: Job, what: &str, more: More) {
    let (threads, cores) = match more {
        More::Threads => (true, false),
        More::Cores => (false, true),
        More::Either => (true, true),
        More::Neither => (false, false),
    };
    let is_faster = |threads, cores| speed(job, threads, cores) > 1.15 * speed(job, 4, 1);
    let yes = |held| if held { "yes" } else { "no" };
    let what =
        [format!("more threads make {what} faster"), format!("a second core makes {what} faster")];
    expect_eq(&what[0], yes(threads), yes(is_faster(8, 1)));
    expect_eq(&what[1], yes(cores), yes(is_faster(4, 2)));
}

/// Four threads on one core that compute: is it faster with eight threads on one
/// core, and with four threads on two cores?
fn helps_computing() {
    helps(Job::Computes, "computing", HELPS_COMPUTING);
}

/// Four threads on one core that wait: is it faster with eight threads on one core,
/// and with four threads on two cores?
fn helps_waiting() {
    helps(Job::Waits, "waiting", HELPS_WAITING);
}

harness::cases![tables, helps_computing, helps_waiting];
