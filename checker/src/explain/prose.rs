//! Words, counts and paragraphs that fit the page.

use textwrap::{Options, WordSplitter, core};

/// Visible columns of a line.
pub const WIDTH: usize = 80;

/// A space at which no line is broken; it is printed as a plain one.
const GLUE: char = '\u{a0}';

/// A paragraph wrapped to the page, every line indented.
pub fn paragraph(indent: usize, text: &str) -> String {
    hanging(indent, indent, text)
}

/// A paragraph whose later lines are indented differently from its first.
pub fn hanging(first: usize, later: usize, text: &str) -> String {
    fill(WIDTH, &" ".repeat(first), &" ".repeat(later), text).join("\n")
}

/// A point of a list.
pub fn bullet(text: &str) -> String {
    fill(WIDTH, "   - ", "     ", text).join("\n")
}

/// The lines of a text that is to fit `width` columns.
pub fn wrap(width: usize, text: &str) -> Vec<String> {
    fill(width, "", "", text)
}

fn fill(width: usize, first: &str, later: &str, text: &str) -> Vec<String> {
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(later)
        .word_splitter(WordSplitter::NoHyphenation);
    let lines = textwrap::wrap(text, options);
    lines.iter().map(|line| line.replace(GLUE, " ").trim_end().to_owned()).collect()
}

/// Program text inside a sentence: in backticks and never broken.
pub fn code(text: &str) -> String {
    format!("`{}`", glue(text))
}

/// Keeps a text on one line of a paragraph.
pub fn glue(text: &str) -> String {
    text.replace(' ', &GLUE.to_string())
}

/// Visible columns of a text; colours have none.
pub fn width(text: &str) -> usize {
    core::display_width(text)
}

/// A text with spaces behind it up to `columns`.
pub fn pad(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(text))))
}

/// A text cut to `columns`, the cut shown. The text has no colours yet.
pub fn shorten(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut short = String::new();
    for character in text.chars() {
        if width(&short) + width(&character.to_string()) + 1 > columns {
            break;
        }
        short.push(character);
    }
    short + "…"
}

/// "1 interleaving", "1,204 interleavings".
pub fn count(number: u64, noun: &str) -> String {
    format!("{}{GLUE}{}", thousands(number), noun_for(number, noun))
}

/// The noun as it stands after a number.
pub fn noun_for(number: u64, noun: &str) -> String {
    match noun {
        _ if number == 1 => noun.to_owned(),
        "process" => "processes".to_owned(),
        _ => format!("{noun}s"),
    }
}

/// 1204 as "1,204".
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// "A", "A and B", "A, B and C".
pub fn list<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<_> = most.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", most.join(", "), last.as_ref())
        }
    }
}

/// Seconds as a person says them.
pub fn seconds(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    let noun = if rounded == 1.0 { "second" } else { "seconds" };
    format!("{rounded}{GLUE}{noun}")
}

/// What a program printed, shown as it is, cut to a screenful.
pub fn quoted(text: &str) -> String {
    let clean: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    let lines: Vec<_> = clean.trim_end().lines().collect();
    let mut shown: Vec<_> =
        lines.iter().take(12).map(|line| format!("   │ {}", shorten(line, WIDTH - 5))).collect();
    if lines.len() > shown.len() {
        let more = (lines.len() - shown.len()) as u64;
        shown.push(format!("   │ … {}", plain(&count(more, "more line"))));
    }
    shown.join("\n")
}

/// The text without the marks that only wrapping needs.
pub fn plain(text: &str) -> String {
    text.replace(GLUE, " ")
}

/// A value of the judged program as one line; it can contain anything.
pub fn one_line(text: &str) -> String {
    text.replace(|c: char| c == GLUE || c.is_control(), " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(thousands(7), "7");
        assert_eq!(thousands(1204), "1,204");
        assert_eq!(thousands(1_234_567), "1,234,567");
    }

    #[test]
    fn program_text_is_not_broken() {
        let text = format!("{} {}", "word ".repeat(14).trim(), code("hits.load(a, b)"));
        let lines = wrap(80, &text);
        assert_eq!(lines[1], "`hits.load(a, b)`");
    }

    #[test]
    fn a_cut_is_shown() {
        assert_eq!(shorten("accounts[from]", 14), "accounts[from]");
        assert_eq!(shorten("accounts[from]", 9), "accounts…");
    }
}
