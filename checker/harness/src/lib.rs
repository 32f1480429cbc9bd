//! Linked into judged programs: runs hidden cases and reports facts.
//!
//! A hidden file ends in [`cases!`], [`mutants!`] or [`speed!`], say, which write
//! its `main`. That `main` takes the checker's order from standard input,
//! moves the descriptor out of reach, sets the limits, and only then lets
//! learner code run. What it reports, it reports with the secret of the
//! order; see `channel`. No sentence for a learner is written here.

mod allocator;
mod calls;
mod case;
mod channel;
mod claims;
mod clock;
mod cpus;
mod expect;
mod limits;
#[cfg(feature = "model")]
mod model;
mod mutant;
mod panics;
mod rendezvous;
mod roles;
mod sleepers;
#[cfg(feature = "span")]
mod span;
mod speed;
mod speedup;
mod threads;
#[cfg(feature = "timeline")]
mod timeline;
#[cfg(not(feature = "timeline"))]
#[path = "timeline_elsewhere.rs"]
mod timeline;
mod value;
mod virtual_time;

pub use calls::{Call, Calls};
pub use case::{Case, cases_main};
pub use channel::{finish, open, send};
pub use claims::claims;
pub use clock::cpu_and_wall;
pub use cpus::on_cpus;
pub use expect::{expect, expect_at_least, expect_at_most, expect_eq, note, on_unmet, unmet};
pub use facts::{Claim, OwnRun};
pub use limits::set as set_limits;
#[cfg(feature = "model")]
pub use model::{Kind, Model, models_main, outcome, run_roles};
pub use mutant::{Mutant, executed, mutants_main};
pub use panics::{Deliberate, caught, deliberate_panic, install as install_panic_hook};
pub use rendezvous::Rendezvous;
pub use roles::Role;
#[cfg(not(feature = "model"))]
pub use roles::run_roles;
pub use sleepers::Sleepers;
pub use speed::{Contest, speed_main};
pub use speedup::{Part, Parts, operations, speedup_main};
pub use threads::{others_are_blocked, threads_now};
pub use timeline::timeline_main;
pub use value::Value;
pub use virtual_time::VirtualTime;
