//! On how many CPUs the program runs.

/// Pins the calling thread, and all that it starts, to the first CPUs of those
/// it is allowed.
#[cfg(target_os = "linux")]
pub fn pin(cpus: usize) -> Result<(), String> {
    linux::pin(cpus).map(drop).map_err(|error| format!("pinning to {cpus} CPUs: {error}"))
}

/// Elsewhere a process cannot be pinned; having no more CPUs is as good.
#[cfg(not(target_os = "linux"))]
pub fn pin(cpus: usize) -> Result<(), String> {
    match std::thread::available_parallelism() {
        Ok(available) if available.get() <= cpus => Ok(()),
        _ => Err(format!("pinning to {cpus} CPUs: only Linux can")),
    }
}

/// Runs the closure, and all threads that it starts, on exactly so many CPUs.
/// `None`, and nothing is run, where there are fewer or where the system
/// cannot pin.
#[cfg(target_os = "linux")]
pub fn on_cpus<R>(cpus: usize, work: impl FnOnce() -> R) -> Option<R> {
    let back = linux::Back(linux::pin(cpus).ok()?);
    (back.0.count() as usize >= cpus).then(work)
}

/// As on Linux, which alone can pin.
#[cfg(not(target_os = "linux"))]
pub fn on_cpus<R>(_: usize, _: impl FnOnce() -> R) -> Option<R> {
    None
}

#[cfg(target_os = "linux")]
mod linux {
    use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

    /// Pins the calling thread. Returns where it was allowed to run before.
    pub fn pin(cpus: usize) -> rustix::io::Result<CpuSet> {
        let allowed = sched_getaffinity(None)?;
        let mut chosen = CpuSet::new();
        let some = (0..CpuSet::MAX_CPU).filter(|&cpu| allowed.is_set(cpu)).take(cpus.max(1));
        some.for_each(|cpu| chosen.set(cpu));
        sched_setaffinity(None, &chosen)?;
        Ok(allowed)
    }

    /// Lets the thread go back to its CPUs when dropped.
    pub struct Back(pub CpuSet);

    impl Drop for Back {
        fn drop(&mut self) {
            // They were allowed before.
            let _ = sched_setaffinity(None, &self.0);
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use std::thread::{available_parallelism, spawn};

    fn usable() -> usize {
        available_parallelism().map_or(1, usize::from)
    }

    #[test]
    fn threads_started_inside_are_pinned_and_those_after_it_are_not() {
        let before = usable();
        assert_eq!(on_cpus(1, || spawn(usable).join().unwrap()), Some(1));
        assert_eq!(spawn(usable).join().unwrap(), before);
    }

    #[test]
    fn more_cpus_than_there_are_run_nothing() {
        assert_eq!(on_cpus(usable() + 1, || unreachable!()), None::<()>);
    }
}
