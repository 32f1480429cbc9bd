//! What to take along from a solved exercise.

use super::prose::hanging;
use crate::exercise::Solved;

/// What the verdict does not speak about, and the sentence to remember.
pub fn told(solved: &Solved) -> Option<String> {
    if *solved == Solved::default() {
        return None;
    }
    let lines = [("Not proved: ", &solved.unproved), ("Remember: ", &solved.remember)];
    let told = lines.into_iter().map(|(name, text)| {
        let words: Vec<_> = text.split_whitespace().collect();
        hanging(3, 3, &format!("{name}{}", words.join(" ")))
    });
    Some(told.collect::<Vec<_>>().join("\n\n"))
}
