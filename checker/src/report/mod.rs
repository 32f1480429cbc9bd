//! Events and results, told. Nothing here starts a process or reads the disk.

pub mod course;
pub mod json;
pub mod machine;
pub mod progress_line;
pub mod scaling;
pub mod style;
mod summary;
pub mod terminal;
pub mod timeline;
pub mod verdict_line;

use crate::error::Error;
use style::{BAD, STRONG};

/// How a learner calls the checker, in every sentence that names a command.
pub const CALL: &str = "cargo kata";

/// Everything told to a person fits this many columns.
pub const WIDTH: usize = 80;

/// Tells why a command came to nothing.
pub fn error(error: &Error) {
    anstream::eprintln!("{}", wrapped(&format!("{BAD}error:{BAD:#} {error}")));
}

/// Tells something that is no failure and has to be known.
pub fn notice(text: &str) {
    anstream::eprintln!("{}", wrapped(&format!("{STRONG}note:{STRONG:#} {text}")));
}

/// The text with its long lines wrapped; what is longer than a line and has no
/// blank, such as a path, stays whole.
pub fn wrapped(text: &str) -> String {
    let options = textwrap::Options::new(WIDTH).break_words(false);
    let lines: Vec<_> = text.lines().map(|line| textwrap::fill(line, &options)).collect();
    lines.join("\n")
}

/// The text, cut to so many columns with an ellipsis.
pub fn cut(text: &str, columns: usize) -> String {
    if text.chars().count() <= columns {
        return text.to_owned();
    }
    let kept: String = text.chars().take(columns.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{cut, wrapped};

    #[test]
    fn long_lines_are_wrapped_and_paths_stay_whole() {
        let path = "a/".repeat(50);
        let text = wrapped(&format!("short\n{}{path}", "word ".repeat(20)));
        assert!(text.starts_with("short\nword "));
        assert!(text.ends_with(&format!("\n{path}")));
    }

    #[test]
    fn long_texts_are_cut_and_short_ones_are_not() {
        assert_eq!(cut("latch", 5), "latch");
        assert_eq!(cut("a latch for all", 8), "a latch…");
    }
}
