//! What Linux says of threads.

use facts::timeline::Accounts;
use std::fs;
use std::mem::zeroed;

/// The system's number of the calling thread.
pub fn own_id() -> u32 {
    // SAFETY: it takes nothing and cannot fail.
    u32::try_from(unsafe { libc::gettid() }).unwrap_or(0)
}

/// How often the calling thread left its core to wait.
pub fn own_departures() -> Option<u64> {
    Some(own_usage()?.ru_nvcsw.unsigned_abs())
}

fn own_usage() -> Option<libc::rusage> {
    // SAFETY: all-zero is a value of this plain structure.
    let mut usage = unsafe { zeroed::<libc::rusage>() };
    // SAFETY: the kernel fills in the structure, which lives long enough.
    let done = unsafe { libc::getrusage(libc::RUSAGE_THREAD, &raw mut usage) };
    (done == 0).then_some(usage)
}

/// Nanoseconds in which the calling thread could have run, and no core was free.
pub fn own_ready() -> Option<u64> {
    ready(&fs::read_to_string("/proc/thread-self/schedstat").ok()?)
}

/// A line of `schedstat`: ran, could have run, how often.
fn ready(line: &str) -> Option<u64> {
    line.split_whitespace().nth(1)?.parse().ok()
}

pub fn own_accounts() -> Option<Accounts> {
    let usage = own_usage()?;
    Some(Accounts {
        ran: cpu_time(libc::CLOCK_THREAD_CPUTIME_ID)?,
        ready: own_ready(),
        voluntary: usage.ru_nvcsw.unsigned_abs(),
        involuntary: usage.ru_nivcsw.unsigned_abs(),
    })
}

/// The accounts of another thread of this process, while it lives.
pub fn accounts(id: u32) -> Option<Accounts> {
    let status = fs::read_to_string(format!("/proc/self/task/{id}/status")).ok()?;
    let count = |name: &str| -> Option<u64> {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.trim().parse().ok()
    };
    Some(Accounts {
        ran: ran(id)?,
        ready: ready(&fs::read_to_string(format!("/proc/self/task/{id}/schedstat")).ok()?),
        voluntary: count("voluntary_ctxt_switches:")?,
        involuntary: count("nonvoluntary_ctxt_switches:")?,
    })
}

/// Nanoseconds that a thread of this process has run, up to this moment.
pub fn ran(id: u32) -> Option<u64> {
    /// The bits of a thread's clock: per thread, by the scheduler.
    const CLOCK: libc::clockid_t = 6;
    let id = libc::clockid_t::try_from(id).ok()?;
    cpu_time((!id << 3) | CLOCK)
}

/// What one look at a thread shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    pub ran: u64,
    pub ready: u64,
    pub core: u32,
}

/// Looks at a thread; where it did not run since the look `before`, nothing else
/// can have changed.
pub fn look(id: u32, before: Option<&Look>) -> Option<Look> {
    let ran = ran(id)?;
    if let Some(before) = before.filter(|before| before.ran == ran) {
        return Some(*before);
    }
    let read = |file: &str| fs::read_to_string(format!("/proc/self/task/{id}/{file}")).ok();
    Some(Look {
        ran,
        ready: ready(&read("schedstat")?).unwrap_or(0),
        core: last_core(&read("stat")?)?,
    })
}

/// Field 39 of `stat`; field 3 is the first behind the name in parentheses.
fn last_core(stat: &str) -> Option<u32> {
    stat.rsplit_once(')')?.1.split_whitespace().nth(36)?.parse().ok()
}

fn cpu_time(clock: libc::clockid_t) -> Option<u64> {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the kernel fills in the structure, which lives long enough.
    let done = unsafe { libc::clock_gettime(clock, &raw mut time) };
    (done == 0).then(|| time.tv_sec.unsigned_abs() * 1_000_000_000 + time.tv_nsec.unsigned_abs())
}

/// The threads of this process.
pub fn threads() -> Vec<u32> {
    let tasks = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    tasks.filter_map(|task| task.file_name().to_str()?.parse().ok()).collect()
}

/// The name of a thread of this process, while it lives.
pub fn name(id: u32) -> Option<String> {
    let name = fs::read_to_string(format!("/proc/self/task/{id}/comm")).ok()?;
    // A thread without a name is called as the program is.
    let program = fs::read_to_string("/proc/self/comm").unwrap_or_default();
    (name != program).then(|| name.trim_end().to_owned())
}

/// The cores that the calling thread may run on.
pub fn allowed() -> Vec<u32> {
    // SAFETY: all-zero is the empty set.
    let mut set = unsafe { zeroed::<libc::cpu_set_t>() };
    // SAFETY: the kernel fills in the set, whose size it is told.
    let done = unsafe { libc::sched_getaffinity(0, size_of_val(&set), &raw mut set) };
    let most = usize::try_from(libc::CPU_SETSIZE).unwrap_or(0);
    // SAFETY: the numbers stay below the size of the set.
    let is_in = |core: &usize| done == 0 && unsafe { libc::CPU_ISSET(*core, &set) };
    (0..most).filter(is_in).filter_map(|core| u32::try_from(core).ok()).collect()
}

/// Keeps the calling thread to these cores.
pub fn keep_to(cores: &[u32]) -> bool {
    // SAFETY: all-zero is the empty set.
    let mut set = unsafe { zeroed::<libc::cpu_set_t>() };
    for &core in cores {
        // SAFETY: `allowed` made the numbers, and they stay below its size.
        unsafe { libc::CPU_SET(core as usize, &mut set) };
    }
    // SAFETY: the set is only read.
    !cores.is_empty()
        && unsafe { libc::sched_setaffinity(0, size_of_val(&set), &raw const set) } == 0
}

/// The core that the calling thread runs on.
pub fn own_core() -> Option<u32> {
    // SAFETY: it takes nothing.
    u32::try_from(unsafe { libc::sched_getcpu() }).ok()
}

/// The clock behind `Instant`, in nanoseconds.
pub fn monotonic() -> u64 {
    cpu_time(libc::CLOCK_MONOTONIC).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_schedstat_has_the_delay_second() {
        assert_eq!(ready("183651 56965 1\n"), Some(56965));
        assert_eq!(ready(""), None);
    }

    #[test]
    fn the_core_is_the_39th_field() {
        let fields: Vec<String> = (3..=45).map(|field| field.to_string()).collect();
        assert_eq!(last_core(&format!("7 (a) b) {}", fields.join(" "))), Some(39));
    }

    #[test]
    fn a_thread_may_read_its_own_accounts_and_anothers() {
        let id = own_id();
        assert!(threads().contains(&id));
        let (own, same) = (own_accounts().unwrap(), accounts(id).unwrap());
        assert!(same.ran >= own.ran && same.voluntary >= own.voluntary);
        assert!(allowed().contains(&own_core().unwrap()));
    }
}
