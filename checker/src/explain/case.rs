//! The hidden case that found something: its sentence and its code.

use super::paint;
use super::prose::{WIDTH, paragraph, wrap};
use crate::finding::{Case, Step};

/// The doc sentence of a case and its code, which is hidden no longer: its own,
/// or that of the functions which do what it is about.
pub fn told(step: Step, case: &Case, at_work: &[Case]) -> String {
    let shown = if at_work.is_empty() { std::slice::from_ref(case) } else { at_work };
    let place = format!("{}:{}", case.file, shown[0].line);
    let what = match step {
        Step::Mutation => "The implementation",
        Step::Answer => "The program",
        Step::Bounds => "What must not compile",
        _ => "What was checked",
    };
    let mut parts = vec![format!("   {} ({place})", paint::bold(what))];
    if !case.summary.is_empty() {
        parts.push(paragraph(3, &case.summary));
    }
    for case in shown.iter().filter(|case| !case.code.is_empty()) {
        let code: Vec<_> = case.code.lines().map(line).collect();
        parts.push(String::new());
        parts.push(code.join("\n"));
    }
    parts.join("\n")
}

/// A line of code, indented, and broken at a space where it is too long.
fn line(text: &str) -> String {
    let text = text.trim_end();
    if text.is_empty() {
        return String::new();
    }
    let indent = 6 + text.len() - text.trim_start().len();
    let indent = indent.min(WIDTH / 2);
    let lines = wrap(WIDTH - indent - 4, text.trim_start());
    let lines = lines.iter().enumerate().map(|(index, line)| {
        let later = if index == 0 { 0 } else { 4 };
        " ".repeat(indent + later) + line
    });
    lines.collect::<Vec<_>>().join("\n")
}
