//! Base colours only, so that text reads on light and on dark terminals.

use anstyle::{AnsiColor, Style};

/// A heading or the name of a thread.
pub fn bold(text: &str) -> String {
    apply(Style::new().bold(), text)
}

/// What went wrong.
pub fn bad(text: &str) -> String {
    apply(AnsiColor::Red.on_default(), text)
}

/// The name of what went wrong.
pub fn alarm(text: &str) -> String {
    apply(AnsiColor::Red.on_default().bold(), text)
}

/// What was wanted.
pub fn good(text: &str) -> String {
    apply(AnsiColor::Green.on_default(), text)
}

/// Each thread of a picture has a colour of its own, as far as they go.
pub fn thread(column: usize, text: &str) -> String {
    let colours = [AnsiColor::Cyan, AnsiColor::Magenta, AnsiColor::Green];
    match colours.get(column) {
        Some(colour) => apply(colour.on_default().bold(), text),
        None => bold(text),
    }
}

fn apply(style: Style, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{style}{text}{style:#}") }
}
