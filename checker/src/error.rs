//! The checker's own faults and the wrong ways to call it.
//!
//! A learner's failure is never one of these; that is a
//! [`Finding`](crate::finding::Finding).

use std::fmt;
use std::path::Path;

/// Whose turn it is to put things right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tier {
    /// The command was called wrongly; its caller can correct the call.
    Usage,
    /// The checker or its workspace is broken.
    Fault,
}

/// What went wrong and where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    tier: Tier,
    what: String,
    advice: Option<String>,
}

impl Error {
    pub fn usage(what: impl Into<String>) -> Self {
        Self { tier: Tier::Usage, what: what.into(), advice: None }
    }

    pub fn fault(what: impl Into<String>) -> Self {
        Self { tier: Tier::Fault, what: what.into(), advice: None }
    }

    /// A file that could not be read, written or removed: `verb` says which.
    pub fn file(verb: &str, path: &Path, source: &std::io::Error) -> Self {
        Self::fault(format!("cannot {verb} {}: {source}", path.display()))
    }

    /// Adds the sentence that says what to do.
    #[must_use]
    pub fn advice(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    pub fn tier(&self) -> Tier {
        self.tier
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        match &self.advice {
            Some(advice) => write!(f, "\n{advice}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_faults_name_the_file_and_the_reason() {
        let source = std::io::Error::other("disk full");
        let error = Error::file("write", Path::new("a/b.json"), &source);
        assert_eq!(error.to_string(), "cannot write a/b.json: disk full");
        assert_eq!(error.tier(), Tier::Fault);
    }

    #[test]
    fn advice_stands_on_its_own_line() {
        let error = Error::usage("no such exercise").advice("`list` names them all.");
        assert_eq!(error.to_string(), "no such exercise\n`list` names them all.");
    }
}
