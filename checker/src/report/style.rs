//! The few styles reports use: base colours and bold, which read on a light
//! and on a dark background alike. No yellow, white or dimmed text.

use anstyle::{AnsiColor, Style};

pub const STRONG: Style = Style::new().bold();
pub const GOOD: Style = Style::new().bold().fg_color(Some(ansi(AnsiColor::Green)));
pub const BAD: Style = Style::new().bold().fg_color(Some(ansi(AnsiColor::Red)));
pub const DOUBT: Style = Style::new().bold().fg_color(Some(ansi(AnsiColor::Magenta)));
/// What can be typed or opened: commands and files.
pub const NAME: Style = Style::new().fg_color(Some(ansi(AnsiColor::Cyan)));

const fn ansi(color: AnsiColor) -> anstyle::Color {
    anstyle::Color::Ansi(color)
}
