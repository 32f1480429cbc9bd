//! What learners are asked about a program.

use serde::{Deserialize, Serialize};

/// A question, with what the learner's file says where that is not a schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    /// Which values can it end with?
    Outcomes { claimed: Vec<String> },
    /// Under which schedule does it end with the wanted value?
    Schedule,
    /// Under which schedule does it fail, if under any?
    Failure { claimed: bool },
    /// What does it end with under a given schedule?
    Result,
}
