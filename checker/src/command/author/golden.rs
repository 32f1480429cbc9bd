//! What a wrong variant's learner is shown, kept beside the variant.

use crate::error::Error;
use crate::explain;
use crate::finding::{Evidence, Finding, Step};
use crate::verdict::Judgement;
use std::fs;
use std::path::{Path, PathBuf};

/// Whether the explanation is the kept one. With `bless` it is kept from now on.
pub fn agrees(
    variant: &Path,
    judgement: &Judgement,
    explanation: &str,
    bless: bool,
) -> Result<bool, Error> {
    let path = path(variant);
    let text = redact(explanation, shown_is_repeatable(judgement), all_are_repeatable(judgement));
    if bless {
        fs::write(&path, text).map_err(|source| Error::file("write", &path, &source))?;
        return Ok(true);
    }
    match fs::read_to_string(&path) {
        Ok(kept) => Ok(kept == text),
        Err(source) if source.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(source) => Err(Error::file("read", &path, &source)),
    }
}

pub fn path(variant: &Path) -> PathBuf {
    variant.with_extension("txt")
}

/// A search gives the same numbers every time, also one by the learner's test;
/// real threads do not.
fn is_repeatable(finding: &Finding) -> bool {
    match finding.evidence {
        Evidence::BugSurvived { .. }
        | Evidence::RightRejected { .. }
        | Evidence::Vacuous { .. } => true,
        _ => ![Step::Test, Step::Mutation, Step::Speed].contains(&finding.step),
    }
}

fn shown_is_repeatable(judgement: &Judgement) -> bool {
    explain::shown(judgement).is_none_or(is_repeatable)
}

/// Where real threads had a say, they may find something another time.
fn all_are_repeatable(judgement: &Judgement) -> bool {
    let real = judgement.outcomes.iter().any(|outcome| outcome.step == Step::Test);
    !real && judgement.findings().all(is_repeatable)
}

/// Takes out what differs from run to run: of the finding that is shown, and of
/// those that are only named. To be extended at the end only.
fn redact(text: &str, shown_repeats: bool, all_repeat: bool) -> String {
    let text = anstream::adapter::strip_str(text).to_string();
    let text = numbers_before(&text, &["ms", "µs", "ns", "s", "seconds"]);
    let text = if all_repeat { &text } else { without_others(&text) };
    let text = if shown_repeats { text.to_owned() } else { one_blank(&all_numbers(text)) };
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    format!("{}\n", lines.join("\n").trim_end())
}

/// `0.53 s` → `[N] s`
fn numbers_before(text: &str, units: &[&str]) -> String {
    map_numbers(text, |number, rest| {
        let unit = rest.trim_start_matches(' ').split(|c: char| !c.is_alphabetic()).next();
        let is_time = unit.is_some_and(|unit| units.contains(&unit));
        if is_time { "[N]".to_owned() } else { number.to_owned() }
    })
}

fn all_numbers(text: &str) -> String {
    map_numbers(text, |_, _| "[N]".to_owned())
}

/// Which further cases fail on real threads depends on the machine, and those
/// after one that hung are not run at all.
fn without_others(text: &str) -> &str {
    let others = text.lines().find(|line| line.contains(" more finding"));
    others.and_then(|line| text.find(line)).map_or(text, |others| &text[..others])
}

/// Calls `map` with each number and the text behind it.
fn map_numbers(text: &str, map: impl Fn(&str, &str) -> String) -> String {
    let mut mapped = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
        let number = &from[..end.unwrap_or(from.len())];
        let number = number.trim_end_matches(['.', ',']);
        let behind = &from[number.len()..];
        mapped.push_str(before);
        mapped.push_str(&map(number, behind));
        rest = behind;
    }
    mapped.push_str(rest);
    mapped
}

/// Columns are as wide as the numbers in them.
fn one_blank(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_redacted_and_counts_of_a_search_are_not() {
        let text = "\u{1b}[1mlost update\u{1b}[0m  \n 4 of the 6 interleavings, 0.53 s, 12ms.\n\n";
        assert_eq!(
            redact(text, true, true),
            "lost update\n 4 of the 6 interleavings, [N] s, [N]ms.\n"
        );
    }

    #[test]
    fn numbers_of_real_threads_are_redacted() {
        let others = "no, expected yes\n\n   2 more findings:\n   - `hangs`: deadlock\n";
        assert_eq!(redact(others, false, false), "no, expected yes\n");
        assert_eq!(
            redact("got   1,204 items, wanted 7.\n", false, false),
            "got [N] items, wanted [N].\n"
        );
    }
}
