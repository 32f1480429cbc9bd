//! CPU and wall time of a piece of the program.

use std::time::{Duration, Instant};

/// Runs the closure; returns the CPU time the whole process used meanwhile,
/// and the wall time.
pub fn cpu_and_wall(work: impl FnOnce()) -> (Duration, Duration) {
    let (cpu, wall) = (cpu_time(), Instant::now());
    work();
    let wall = wall.elapsed();
    (cpu_time().saturating_sub(cpu), wall)
}

#[cfg(unix)]
fn cpu_time() -> Duration {
    of(rustix::time::ClockId::ProcessCPUTime)
}

/// The CPU time of all threads but the calling one.
#[cfg(unix)]
pub(crate) fn cpu_time_of_others() -> Duration {
    cpu_time().saturating_sub(of(rustix::time::ClockId::ThreadCPUTime))
}

#[cfg(unix)]
fn of(clock: rustix::time::ClockId) -> Duration {
    let now = rustix::time::clock_gettime(clock);
    Duration::try_from(now).expect("CPU time is not negative")
}

/// Never reached: without Unix no judged program is started.
#[cfg(not(unix))]
fn cpu_time() -> Duration {
    Duration::ZERO
}

/// As above.
#[cfg(not(unix))]
pub(crate) fn cpu_time_of_others() -> Duration {
    Duration::ZERO
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_costs_cpu_time() {
        let (cpu, wall) = cpu_and_wall(|| {
            let start = cpu_time();
            while cpu_time() - start < Duration::from_millis(2) {}
        });
        assert!(cpu >= Duration::from_millis(2), "{cpu:?} of {wall:?}");
    }
}
