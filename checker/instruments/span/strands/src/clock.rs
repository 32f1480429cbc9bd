//! The CPU time of the calling thread.

use std::time::Duration;

#[cfg(unix)]
pub fn cpu_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    // Neither is ever negative.
    Duration::new(time.tv_sec.unsigned_abs(), time.tv_nsec.unsigned_abs() as u32)
}

/// Elsewhere wall time has to do; the machine had better be quiet.
#[cfg(not(unix))]
pub fn cpu_time() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}

/// What looking at the clock costs by itself.
pub fn own_cost() -> Duration {
    let look = |_| {
        let first = cpu_time();
        cpu_time().saturating_sub(first)
    };
    (0..200).map(look).min().unwrap_or_default()
}
