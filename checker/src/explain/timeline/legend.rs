//! What the characters of the picture mean.

use super::Run;
use super::picture::{READY, RUN, WAIT, column, ms};
use crate::explain::prose::hanging;

pub fn told(runs: &[Run]) -> String {
    let column = ms(column(runs));
    let no_turns = runs.iter().any(|run| !run.has_turns());
    let text = if no_turns {
        format!("{RUN} does not wait   {WAIT} waits   one column is {column}")
    } else {
        format!(
            "{RUN} runs   {READY} ready, and no core is free   {WAIT} waits   \
             one column is {column}"
        )
    };
    hanging(0, 0, &text)
}
