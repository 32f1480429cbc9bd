//! What the threads of a program did: a picture, a table, and what they show.

mod grid;
mod lanes;
mod legend;
mod picture;
mod seen;
mod svg;
mod table;
mod words;

use super::prose::plain;
use super::sources::Sources;
use crate::finding::Case;
use crate::verdict::Judgement;
use facts::timeline::Timeline;
use lanes::{Lane, lanes};
use seen::Seen;
use serde::Serialize;

/// A program's runs, ready to be told.
#[derive(Debug, Serialize)]
pub struct Picture {
    /// Name of the judged file.
    file: String,
    runs: Vec<Run>,
}

/// One run.
#[derive(Debug, Serialize)]
struct Run {
    /// "1 core".
    cores: usize,
    lanes: Vec<Lane>,
    seen: Seen,
    #[serde(flatten)]
    timeline: Timeline,
}

impl Picture {
    /// `case` is the file that drives the judged one.
    pub fn new(judgement: &Judgement, case: &Case, runs: Vec<Timeline>) -> Self {
        let sources = Sources::new(judgement, Some(case));
        let runs = runs.into_iter().map(|timeline| {
            let lanes = lanes(&timeline, &sources);
            let seen = Seen::of(&lanes, timeline.lasted);
            Run { cores: timeline.cores.len(), lanes, seen, timeline }
        });
        Self { file: judgement.file.clone(), runs: runs.collect() }
    }

    /// As a person reads it, within 80 columns.
    pub fn told(&self) -> String {
        let mut parts = vec![picture::drawn(&self.runs), legend::told(&self.runs)];
        parts.extend(self.runs.iter().map(table::told));
        parts.push(words::told(&self.runs));
        plain(&parts.join("\n\n"))
    }

    /// As a picture of its own.
    pub fn svg(&self) -> String {
        svg::drawn(&self.file, &self.runs)
    }
}
