//! What is told between judgements: the list, the next exercise, hints.

use super::progress_line::{Share, bar};
use super::style::{GOOD, NAME, STRONG};
use super::{CALL, WIDTH, cut};
use crate::exercise::{Exercise, Ladder};
use crate::explain;
use anstream::{print, println};
use facts::{Claim, OwnRun};
use std::io::Write;

/// A line of the list.
pub struct Row<'a> {
    pub exercise: &'a Exercise,
    pub solved: bool,
    pub current: bool,
}

/// Where an exercise is to be read and written.
pub struct Place<'a> {
    pub title: &'a str,
    pub slug: String,
    pub readme: String,
    pub lib: String,
}

/// A chapter and its exercises.
pub fn chapter(title: &str, share: &Share, rows: &[Row<'_>]) {
    println!("{STRONG}{title}{STRONG:#}  {} {}/{}", bar(share), share.solved, share.total);
    for row in rows {
        println!("{}", self::row(row));
    }
    println!();
}

fn row(row: &Row<'_>) -> String {
    let (mark, style) = match (row.solved, row.current) {
        (true, _) => ("✓", GOOD),
        (false, true) => ("→", STRONG),
        (false, false) => (" ", STRONG),
    };
    let Exercise { key, title, meta, .. } = row.exercise;
    let slug = cut(&key.slug(), 24);
    let title = if meta.extension { format!("{title} (extra)") } else { title.clone() };
    let title = cut(&title, 32);
    let (level, minutes) = (meta.difficulty, meta.minutes);
    format!("{style}{mark}{style:#} {slug:<24} {title:<32} level {level} {minutes:>4} min")
}

/// The exercise just judged is solved.
pub fn solved(title: &str) {
    println!();
    println!("{GOOD}Well done:{GOOD:#} “{title}” is solved.");
}

/// What a solved exercise proved, or nothing yet.
pub struct Evidence {
    pub slug: String,
    pub proved: Option<String>,
}

/// The question that a chapter answers, and what there is to say to it.
pub fn question(title: &str, question: &str, evidence: &[Evidence]) {
    println!();
    println!("{STRONG}{title}: the interview question{STRONG:#}");
    println!();
    println!("{question}");
    println!();
    println!("{STRONG}Your own runs{STRONG:#}");
    for Evidence { slug, proved } in evidence {
        println!("{}", self::evidence(slug, proved.as_deref().unwrap_or("not solved yet")));
    }
}

fn evidence(slug: &str, proved: &str) -> String {
    let first = format!("  {:<24} ", cut(slug, 24));
    let later = " ".repeat(27);
    let options = textwrap::Options::new(WIDTH).initial_indent(&first).subsequent_indent(&later);
    textwrap::fill(proved, options)
}

/// The claims that are to be shown, and what one's own runs have to show for them.
pub fn claims(claims: &[Claim]) {
    if !claims.is_empty() {
        println!();
        println!("{STRONG}The claims, and your runs that show them{STRONG:#}");
    }
    for Claim { name, says, runs } in claims {
        println!();
        println!("{NAME}{name}{NAME:#}");
        println!("{}", paragraphs(says));
        for run in runs {
            println!("{}", evidence(&run.exercise, &numbers(run)));
        }
    }
}

fn numbers(run: &OwnRun) -> String {
    let OwnRun { exercise, solved, numbers } = run;
    match (solved, &numbers[..]) {
        (false, _) => format!("not run yet: {CALL} check {exercise}"),
        (true, []) => format!("no such number: {CALL} check --fresh {exercise}"),
        (true, numbers) => numbers.iter().map(explain::number).collect::<Vec<_>>().join("\n"),
    }
}

/// What comes next.
pub fn start(next: &Place<'_>) {
    println!();
    println!("Next: {STRONG}{}{STRONG:#}", next.title);
    println!("  read  {NAME}{}{NAME:#}", next.readme);
    println!("  edit  {NAME}{}{NAME:#}", next.lib);
    println!("  then  {NAME}{CALL}{NAME:#}");
}

/// What to do about an exercise that is not solved.
pub fn go_on(place: &Place<'_>) {
    println!();
    println!("  read  {NAME}{}{NAME:#}", place.readme);
    println!("  edit  {NAME}{}{NAME:#}", place.lib);
    println!("  then  {NAME}{CALL}{NAME:#}, or {NAME}{CALL} hint{NAME:#} for a hint");
}

/// What to do when a verdict cannot be had.
pub fn go_round(place: &Place<'_>) {
    println!();
    println!("{NAME}{CALL} doctor{NAME:#} says what this machine can judge.");
    println!("To go on with another exercise, name it: {NAME}{CALL} check SLUG{NAME:#}.");
    println!("{} stays open until it can be judged.", place.slug);
}

/// Nothing is left to solve.
pub fn finished(exercises: usize) {
    println!();
    println!("{GOOD}The course is finished:{GOOD:#} all {exercises} exercises are solved.");
    println!("{NAME}{CALL} solution SLUG{NAME:#} shows ours beside yours.");
}

/// Hints `seen + 1` to `shown`, or all of them when there is no further one.
pub fn hints(slug: &str, ladder: &Ladder<'_>, seen: usize, shown: usize) {
    let of = ladder.hints.len();
    let after = ladder.after.map_or(String::new(), |it| format!(", after “{}”", it.finding));
    if seen >= shown {
        println!("There is no further hint for {slug}{after}; these are all of them.");
    }
    let from = if seen >= shown { 0 } else { seen };
    for (index, hint) in ladder.hints.iter().enumerate().take(shown).skip(from) {
        println!("{STRONG}Hint {} of {of} for {slug}{after}{STRONG:#}", index + 1);
        println!("{}", paragraphs(hint));
    }
    if shown < of {
        println!("The next call of {NAME}{CALL} hint {slug}{NAME:#} goes one step further.");
    }
}

/// Paragraphs wrapped to the width, indented by two.
fn paragraphs(text: &str) -> String {
    let options = textwrap::Options::new(WIDTH).initial_indent("  ").subsequent_indent("  ");
    let fill = |paragraph: &str| {
        let words: Vec<_> = paragraph.split_whitespace().collect();
        textwrap::fill(&words.join(" "), &options)
    };
    let filled: Vec<_> = text.trim().split("\n\n").map(fill).collect();
    filled.join("\n\n")
}

/// A file and its text.
pub fn file(name: &str, text: &str) {
    println!("{STRONG}// {name}{STRONG:#}");
    print!("{text}");
}

pub fn say(text: &str) {
    println!("{}", super::wrapped(text));
}

/// A question; the answer is typed behind it.
pub fn ask(question: &str) {
    print!("{question}");
    // The question is seen late, not lost, where this fails.
    let _ = anstream::stdout().flush();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::verdict_line::tests::exercise;

    #[test]
    fn rows_fit_80_columns() {
        let mut exercise = exercise("02_locks/04_a_name_much_longer_than_anyone_would_give");
        exercise.title = "A title much longer than anyone would give an exercise".into();
        exercise.meta.minutes = 120;
        exercise.meta.extension = true;
        let row = row(&Row { exercise: &exercise, solved: true, current: false });
        let row = anstream::adapter::strip_str(&row).to_string();
        assert!(row.chars().count() <= 80, "{row}");
    }

    #[test]
    fn a_run_tells_its_numbers_or_how_to_get_them() {
        let number = facts::Note { what: "ticks".into(), value: 7.0, unit: String::new() };
        let run = |solved, numbers| OwnRun { exercise: "latch".into(), solved, numbers };
        assert_eq!(numbers(&run(true, vec![number])), "7 (ticks)");
        assert_eq!(numbers(&run(true, vec![])), "no such number: cargo kata check --fresh latch");
        assert_eq!(numbers(&run(false, vec![])), "not run yet: cargo kata check latch");
    }

    #[test]
    fn hints_are_wrapped_as_paragraphs() {
        let text = paragraphs(&format!("{}\n\n  second\n  paragraph\n", "word ".repeat(30)));
        assert!(text.lines().all(|line| line.len() <= 80));
        assert!(text.ends_with("\n\n  second paragraph"));
    }
}
