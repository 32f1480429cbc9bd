//! What the checker's exit code says. Decided here and nowhere else.

use crate::error::{Error, Tier};
use crate::verdict::Verdict;
use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// 0: everything judged is solved, or nothing was to be judged.
    Solved,
    /// 1: something judged is not solved.
    NotSolved,
    /// 2: nothing is wrong as far as can be told, and not everything can.
    CannotTell,
    /// 64: the command was called wrongly (`EX_USAGE`).
    Usage,
    /// 70: the checker or its workspace is broken (`EX_SOFTWARE`).
    Fault,
}

impl Code {
    /// The worst verdict decides.
    pub fn of(verdicts: impl IntoIterator<Item = Verdict>) -> Self {
        verdicts.into_iter().fold(Self::Solved, |worst, verdict| match (worst, verdict) {
            (Self::NotSolved, _) | (_, Verdict::NotSolved) => Self::NotSolved,
            (_, Verdict::CannotTell) => Self::CannotTell,
            (worst, Verdict::Solved) => worst,
        })
    }

    pub fn number(self) -> u8 {
        match self {
            Self::Solved => 0,
            Self::NotSolved => 1,
            Self::CannotTell => 2,
            Self::Usage => 64,
            Self::Fault => 70,
        }
    }
}

impl From<&Error> for Code {
    fn from(error: &Error) -> Self {
        match error.tier() {
            Tier::Usage => Self::Usage,
            Tier::Fault => Self::Fault,
        }
    }
}

impl From<Code> for ExitCode {
    fn from(code: Code) -> Self {
        Self::from(code.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_unsolved_file_outweighs_every_doubt() {
        use Verdict::{CannotTell, NotSolved, Solved};
        assert_eq!(Code::of([]), Code::Solved);
        assert_eq!(Code::of([Solved, Solved]), Code::Solved);
        assert_eq!(Code::of([Solved, CannotTell, Solved]), Code::CannotTell);
        assert_eq!(Code::of([CannotTell, NotSolved, CannotTell]), Code::NotSolved);
    }

    #[test]
    fn tiers_have_their_own_numbers() {
        assert_eq!(Code::from(&Error::usage("")).number(), 64);
        assert_eq!(Code::from(&Error::fault("")).number(), 70);
    }
}
