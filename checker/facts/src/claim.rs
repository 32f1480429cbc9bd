//! What a judged program is told of the learner's own runs.

use crate::Note;
use serde::{Deserialize, Serialize};

/// A claim, and the exercises whose runs show it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// As a learner's file names it: "Both".
    pub name: String,
    /// The claim itself, a sentence.
    pub says: String,
    pub runs: Vec<OwnRun>,
}

/// What the learner's own run of an exercise has to say to a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwnRun {
    /// The exercise's slug.
    pub exercise: String,
    /// Whether there was such a run: one that was judged solved.
    pub solved: bool,
    /// The numbers of it that show the claim.
    pub numbers: Vec<Note>,
}
