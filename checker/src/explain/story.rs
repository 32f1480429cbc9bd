//! What is told about one failing execution.

use facts::Place;
use std::collections::BTreeMap;

/// The name of a bug, the marks it puts into the picture, and its lesson.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Story {
    /// The bug in the field's words.
    pub title: String,
    /// Notes on steps. An empty note only says that the step belongs to the story.
    pub marks: BTreeMap<usize, String>,
    /// Rows below the last step: what the blocked threads wait in.
    pub stuck: Vec<Stuck>,
    /// Sentences below the picture that state what happened.
    pub told: Vec<String>,
    /// The wrong idea behind the bug, and the right one.
    pub lesson: Vec<String>,
    /// Whether the orderings of the operations are the point.
    pub orderings: bool,
}

/// A thread that cannot go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stuck {
    pub thread: usize,
    pub text: String,
    pub place: Place,
    pub note: String,
}

impl Story {
    pub fn new(title: &str) -> Self {
        Self { title: title.to_owned(), ..Self::default() }
    }

    /// Puts a note on a step.
    pub fn mark(mut self, step: usize, note: impl Into<String>) -> Self {
        self.marks.insert(step, note.into());
        self
    }

    /// Keeps a step in the picture without a note.
    pub fn pin(mut self, step: usize) -> Self {
        self.marks.entry(step).or_default();
        self
    }

    pub fn tell(mut self, sentence: impl Into<String>) -> Self {
        self.told.push(sentence.into());
        self
    }

    pub fn teach(mut self, sentence: impl Into<String>) -> Self {
        self.lesson.push(sentence.into());
        self
    }
}
