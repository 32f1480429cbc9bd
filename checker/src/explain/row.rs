//! The rows of a picture.

use super::paint;
use super::prose::one_line;
use facts::Place;

/// One row of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    Step {
        number: Option<usize>,
        thread: usize,
        text: String,
        place: Place,
        note: String,
    },
    /// What a blocked thread waits in.
    Stuck {
        thread: usize,
        text: String,
        place: Place,
        note: String,
    },
    /// Rows left out, in words.
    Folded(String),
}

impl Row {
    /// Values can contain anything; a row is one line.
    pub fn clean(mut self) -> Self {
        match &mut self {
            Self::Step { text, .. } | Self::Stuck { text, .. } | Self::Folded(text) => {
                *text = one_line(text);
            }
        }
        self
    }

    pub fn thread(&self) -> Option<usize> {
        match self {
            Self::Step { thread, .. } | Self::Stuck { thread, .. } => Some(*thread),
            Self::Folded(_) => None,
        }
    }

    pub fn text(&self) -> &str {
        match self {
            Self::Step { text, .. } | Self::Stuck { text, .. } | Self::Folded(text) => text,
        }
    }

    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Step { place, .. } | Self::Stuck { place, .. } => Some(place),
            Self::Folded(_) => None,
        }
    }

    pub fn note(&self) -> &str {
        match self {
            Self::Step { note, .. } | Self::Stuck { note, .. } => note,
            Self::Folded(_) => "",
        }
    }

    /// The step's number, or the sign of a row that never happens.
    pub fn gutter(&self) -> String {
        match self {
            Self::Step { number: Some(number), .. } => format!("{number:>4}"),
            Self::Stuck { .. } => format!("   {}", paint::bad("✗")),
            _ => String::new(),
        }
    }
}
