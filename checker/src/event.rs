//! What happens while the checker works. Work sends events; only reports tell them.

use crate::exercise::{Exercise, Key};
use crate::finding::Step;
use crate::verdict::Judgement;

/// One thing that happened. Closed on purpose: a new way to tell is a new
/// report, a new thing to tell is a new variant and the compiler finds the rest.
#[derive(Debug)]
pub enum Event<'a> {
    /// Dependencies are built once; this takes the better part of a minute.
    Preparing,
    /// Judging begins.
    Started { exercise: &'a Exercise },
    /// The exercise's programs are being built.
    Building { key: &'a Key },
    /// A step runs one of its cases.
    Running { key: &'a Key, step: Step, case: &'a str },
    /// An exercise is judged, or its judgement was known already.
    Judged { exercise: &'a Exercise, judgement: &'a Judgement, cached: bool },
}

/// Where events go.
pub trait Sink: Sync {
    fn event(&self, event: Event<'_>);
}
