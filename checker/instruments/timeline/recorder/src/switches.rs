//! The kernel's own record of every switch of this process (`perf_event_open`).
//!
//! One event for each core, inherited by every thread that is made from now on.
//! It costs the program no thread of its own and no switch. A kernel whose
//! `perf_event_paranoid` is above 2 refuses it to ordinary users.

mod ring;
mod turns;

use crate::clocks::Traced;
use crate::system;
use ring::Ring;
use std::collections::BTreeMap;
use std::fs;

/// A record that is being made.
#[derive(Debug)]
pub struct Switches {
    rings: Vec<Ring>,
    /// The thread that began it, and the core it was on.
    first: (u32, u32),
}

/// One thing that the kernel wrote down, with its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub time: u64,
    pub thread: u32,
    pub what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Began,
    On { core: u32 },
    Off { preempted: bool },
    Ended,
}

impl Switches {
    /// Begins a record; `Err` says why there can be none.
    pub fn begin() -> Result<Self, String> {
        let rings: Result<Vec<_>, _> = system::allowed().into_iter().map(Ring::open).collect();
        let rings = rings.map_err(|error| reason(&error))?;
        let core = system::own_core().ok_or("the system does not say which core is which")?;
        Ok(Self { rings, first: (system::own_id(), core) })
    }

    /// What the threads did since `start`, by the kernel's clock and the system's
    /// numbers, and up to when that is known, if not to the end.
    pub fn end(self, start: u64) -> (BTreeMap<u32, Traced>, Option<u64>) {
        self.rings.iter().for_each(Ring::stop);
        let now = system::monotonic();
        let (mut entries, mut known) = (Vec::new(), None);
        for ring in &self.rings {
            if ring.read(&mut entries) {
                // The first core whose record is full ends them all.
                let last = entries.last().map_or(0, |entry| entry.time.saturating_sub(start));
                known = Some(known.map_or(last, |known: u64| known.min(last)));
            }
        }
        for entry in &mut entries {
            entry.time = entry.time.saturating_sub(start);
        }
        let end = known.unwrap_or(now.saturating_sub(start));
        entries.retain(|entry| entry.time <= end);
        let (thread, core) = self.first;
        entries.push(Entry { time: 0, thread, what: What::On { core } });
        (turns::of(entries, end), known)
    }
}

fn reason(error: &std::io::Error) -> String {
    let level = fs::read_to_string("/proc/sys/kernel/perf_event_paranoid").unwrap_or_default();
    match level.trim().parse::<i32>() {
        Ok(level) if level > 2 => {
            format!(
                "the kernel keeps its record of switches to itself (perf_event_paranoid is {level})"
            )
        }
        _ => format!("the kernel keeps its record of switches to itself ({error})"),
    }
}
