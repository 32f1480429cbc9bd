//! Finding a hidden case's sentence and code in the text of its file.

use crate::finding::Case;

/// The case `name` of the hidden file `file`, as an explanation shows it.
/// The name may be a path, `tests::first`.
pub fn find(file: &str, source: &str, name: &str) -> Case {
    let lines: Vec<&str> = source.lines().collect();
    let function = name.rsplit("::").next().unwrap_or(name);
    let Some(start) = lines.iter().position(|line| function_name(line) == Some(function)) else {
        let (summary, code) = (String::new(), String::new());
        let text = source.to_owned();
        return Case { name: name.into(), summary, code, file: file.into(), line: 1, text };
    };
    found(file, source, start, name)
}

/// The case whose `fn` stands on this line, counted from 0.
fn found(file: &str, source: &str, start: usize, name: &str) -> Case {
    let lines: Vec<&str> = source.lines().collect();
    let margin = indent(lines[start]);
    let code: Vec<&str> = lines[start..=end(&lines, start)]
        .iter()
        .map(|line| line.get(margin.min(indent(line))..).unwrap_or_default())
        .collect();
    Case {
        name: name.into(),
        summary: summary(&lines[..start]),
        code: code.join("\n"),
        file: file.into(),
        line: number(start),
        text: source.to_owned(),
    }
}

/// The case whose code has this line, counted from 1.
pub fn at_line(file: &str, source: &str, line: u32) -> Option<Case> {
    let lines: Vec<&str> = source.lines().collect();
    let index = usize::try_from(line).ok()?.checked_sub(1)?;
    let above = lines.get(..=index)?;
    let start = above.iter().rposition(|line| function_name(line).is_some())?;
    let name = function_name(lines[start])?;
    (end(&lines, start) >= index).then(|| found(file, source, start, name))
}

/// The name, if a function begins on this line.
fn function_name(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = line.strip_prefix("pub ").unwrap_or(line);
    let rest = line.strip_prefix("fn ")?;
    rest.split(['(', '<']).next()
}

/// The last line of the function that begins at `start`: the sources are
/// formatted, so its brace stands below its `fn`.
fn end(lines: &[&str], start: usize) -> usize {
    if lines[start].trim_end().ends_with('}') {
        return start;
    }
    let margin = indent(lines[start]);
    let closes = |line: &&str| indent(line) == margin && line.trim() == "}";
    let closing = lines[start..].iter().position(closes);
    closing.map_or(lines.len() - 1, |offset| start + offset)
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The doc comment that ends these lines, as one paragraph.
fn summary(above: &[&str]) -> String {
    let above = above.iter().rev().map(|line| line.trim_start());
    let mut comment: Vec<&str> = above
        .skip_while(|line| line.starts_with("#[") || line.starts_with("// "))
        .map_while(|line| line.strip_prefix("///"))
        .map(str::trim)
        .collect();
    comment.reverse();
    comment.join(" ").trim().to_owned()
}

fn number(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\
//! Cases.

use harness::expect_eq;

/// Items leave in the
/// order they came.
#[allow(dead_code)]
fn keeps_order() {
    if true {
        expect_eq(\"items\", 1, 1);
    }
}

fn keeps_order_twice() { keeps_order(); }

mod tests {
    /// Nested.
    #[test]
    fn inner() {
        assert!(true);
    }
}

harness::cases![keeps_order];
";

    #[test]
    fn a_case_has_its_sentence_and_its_code() {
        let case = find("tests.rs", SOURCE, "keeps_order");
        assert_eq!(case.summary, "Items leave in the order they came.");
        assert_eq!(case.line, 8);
        assert!(case.code.starts_with("fn keeps_order() {\n"), "{}", case.code);
        assert!(case.code.ends_with("    }\n}"), "{}", case.code);
    }

    #[test]
    fn a_function_of_one_line_is_a_case_too() {
        let case = find("tests.rs", SOURCE, "keeps_order_twice");
        assert_eq!(case.code, "fn keeps_order_twice() { keeps_order(); }");
        assert_eq!(case.summary, "");
    }

    #[test]
    fn a_test_in_a_module_is_shown_without_its_margin() {
        let case = find("lib.rs", SOURCE, "tests::inner");
        assert_eq!(case.code, "fn inner() {\n    assert!(true);\n}");
        assert_eq!((case.summary.as_str(), case.line), ("Nested.", 19));
    }

    #[test]
    fn a_line_belongs_to_the_function_around_it() {
        assert_eq!(at_line("tests.rs", SOURCE, 10).unwrap().name, "keeps_order");
        assert_eq!(at_line("tests.rs", SOURCE, 3), None);
        assert_eq!(at_line("tests.rs", SOURCE, 24), None);
    }

    #[test]
    fn functions_of_one_name_are_told_apart_by_their_lines() {
        let source = "impl A {\n    fn pop() { one() }\n}\nimpl B {\n    fn pop() { two() }\n}\n";
        assert_eq!(at_line("mutants.rs", source, 5).unwrap().code, "fn pop() { two() }");
    }
}
