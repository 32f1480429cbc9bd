//! What is built: one file in the place of one exercise's `lib.rs`.

use crate::exercise::Exercise;

/// One way of building a learner's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Build {
    /// Against the real crates.
    Native,
    /// Against the stand-ins.
    Model,
    /// Against the real crates, on the `std` that says when a thread waits.
    Timeline,
    /// Against the stand-ins that tell where a program forks and joins.
    Span,
}

impl Build {
    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Model => "model",
            Self::Timeline => "timeline",
            Self::Span => "span",
        }
    }

    pub(super) fn committed_lock(self) -> &'static str {
        match self {
            Self::Native | Self::Timeline | Self::Span => "Cargo.lock",
            Self::Model => "checker/standins/Cargo.lock",
        }
    }
}

/// One file to build and what it is built for.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    pub exercise: &'a Exercise,
    /// Tells apart the files built for one exercise in one run: "learner",
    /// "wrong-lock_twice". Letters, digits, `-` and `_`.
    pub variant: String,
    /// The file as the learner knows it, relative to the workspace.
    pub shown: String,
    pub source: String,
}

impl Entry<'_> {
    /// Name of the package that holds the file; no other entry of a run has it.
    pub fn package(&self) -> String {
        format!("{}--{}", self.exercise.key.slug(), self.variant)
    }

    /// The file as compilers and running programs name it.
    pub fn built_as(&self) -> String {
        format!("{}/lib.rs", self.package())
    }

    /// Whether a hidden file is judged in this build.
    pub fn has_cases(&self, build: Build) -> bool {
        let files = &self.exercise.files;
        match build {
            Build::Native => files.tests.is_some() || files.mutants.is_some(),
            Build::Model => files.model.is_some() || files.answer.is_some(),
            Build::Timeline => files.scene().is_some(),
            Build::Span => files.speed.is_some(),
        }
    }
}
