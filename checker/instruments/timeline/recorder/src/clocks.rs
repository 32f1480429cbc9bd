//! Who says when threads ran: the best that this machine has.

#[cfg(target_os = "linux")]
use crate::START;
#[cfg(target_os = "linux")]
use crate::sampler::Sampler;
#[cfg(target_os = "linux")]
use crate::switches::Switches;
use facts::timeline::{Source, Turn};
use std::collections::BTreeMap;

/// A record that is being made.
#[derive(Debug)]
pub enum Clocks {
    #[cfg(target_os = "linux")]
    Switches(Switches),
    #[cfg(target_os = "linux")]
    Sampler(Sampler, String),
    Nothing {
        reason: String,
    },
}

/// A record that was made: threads by the system's numbers.
#[derive(Debug)]
pub struct Record {
    pub source: Source,
    pub threads: BTreeMap<u32, Traced>,
    /// Up to when it goes, if not to the end.
    pub known: Option<u64>,
}

/// What was written down of one thread.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traced {
    pub began: Option<u64>,
    pub ended: Option<u64>,
    pub turns: Vec<Turn>,
}

impl Default for Record {
    fn default() -> Self {
        let source = Source::Nothing { reason: "nothing was written down".to_owned() };
        Self { source, threads: BTreeMap::new(), known: None }
    }
}

impl Clocks {
    /// `allowed` are the cores that the program could have had; it may be kept
    /// to fewer.
    #[cfg(target_os = "linux")]
    pub fn begin(allowed: &[u32]) -> Self {
        let reason = match Switches::begin() {
            Ok(switches) => return Self::Switches(switches),
            Err(reason) => reason,
        };
        match Sampler::begin(allowed) {
            Ok(sampler) => Self::Sampler(sampler, reason),
            Err(error) => Self::Nothing { reason: format!("{reason}; {error}") },
        }
    }

    #[cfg(not(target_os = "linux"))]
    pub fn begin(_allowed: &[u32]) -> Self {
        let reason = format!("{} does not say when a thread runs", std::env::consts::OS);
        Self::Nothing { reason }
    }

    pub fn end(self) -> Record {
        #[cfg(target_os = "linux")]
        let start = START.get().map_or(0, |start| start.by_kernel);
        match self {
            #[cfg(target_os = "linux")]
            Self::Switches(switches) => {
                let (threads, known) = switches.end(start);
                Record { source: Source::Switches, threads, known }
            }
            #[cfg(target_os = "linux")]
            Self::Sampler(sampler, reason) => {
                let beside = sampler.beside;
                let (threads, every) = sampler.end(start);
                if threads.values().all(|traced| traced.turns.is_empty()) {
                    let reason = format!("{reason}, and the clocks of threads stand still");
                    return Record { source: Source::Nothing { reason }, ..Record::default() };
                }
                Record { source: Source::Samples { every, beside, reason }, threads, known: None }
            }
            Self::Nothing { reason } => {
                Record { source: Source::Nothing { reason }, ..Record::default() }
            }
        }
    }
}
