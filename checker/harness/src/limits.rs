//! The limits a judged process sets on itself before learner code runs.

use crate::{allocator, cpus};
use facts::Limits;

/// Sets them all; `Err` says what this machine cannot do.
pub fn set(limits: &Limits) -> Result<(), String> {
    allocator::limit(limits.memory_mib);
    #[cfg(unix)]
    resources::set(limits.memory_mib);
    #[cfg(target_os = "linux")]
    process::set();
    limits.cpus.map_or(Ok(()), cpus::pin)
}

#[cfg(unix)]
mod resources {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    const GIB: u64 = 1 << 30;

    /// The kernel's backstops. Threads' stacks and the allocator's own
    /// reservations are not the learner's heap, hence the margins.
    pub fn set(memory_mib: u64) {
        let memory = memory_mib.saturating_mul(1 << 20);
        lower(Resource::Core, 0);
        lower(Resource::Data, memory.saturating_add(16 * GIB));
        lower(Resource::As, memory.saturating_add(64 * GIB));
        // Where stacks are unlimited, recursion would eat the machine.
        lower(Resource::Stack, 8 << 20);
    }

    fn lower(resource: Resource, to: u64) {
        let old = getrlimit(resource);
        let least = |old: Option<u64>| Some(old.map_or(to, |old| old.min(to)));
        let new = Rlimit { current: least(old.current), maximum: least(old.maximum) };
        // Where the kernel refuses, the counting allocator still holds.
        let _ = setrlimit(resource, new);
    }
}

#[cfg(target_os = "linux")]
mod process {
    use rustix::process::{
        DumpableBehavior, Signal, set_dumpable_behavior, set_parent_process_death_signal,
    };

    pub fn set() {
        // A checker that is killed takes the program with it.
        let _ = set_parent_process_death_signal(Some(Signal::KILL));
        // Keeps `/proc/self/mem`, and with it the secret, from being read.
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
