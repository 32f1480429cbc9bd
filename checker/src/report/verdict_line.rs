//! The line every judged file gets.

use super::style::{BAD, DOUBT, GOOD};
use super::{WIDTH, cut, summary};
use crate::exercise::Exercise;
use crate::verdict::{Judgement, Verdict};
use anstyle::Style;

const VERDICT: usize = 11;
const SLUG: usize = 22;
const SECONDS: usize = 8;

/// `solved       bank-transfer          every interleaving (1,204)   0.6 s`
pub fn verdict_line(exercise: &Exercise, judgement: &Judgement, cached: bool) -> String {
    let (word, style) = word(judgement.verdict());
    let slug = cut(&exercise.key.slug(), SLUG);
    let rest = WIDTH - VERDICT - 1 - SLUG - 1 - SECONDS;
    let summary = cut(&summary::summary(judgement), rest - 1);
    let seconds = if cached { String::new() } else { seconds(judgement.seconds) };
    let line = format!("{slug:<SLUG$} {summary:<rest$}{seconds:>SECONDS$}");
    format!("{style}{word:<VERDICT$}{style:#} {}", line.trim_end())
}

/// The verdict as a person reads it, and its colour.
pub fn word(verdict: Verdict) -> (&'static str, Style) {
    match verdict {
        Verdict::Solved => ("solved", GOOD),
        Verdict::NotSolved => ("not solved", BAD),
        Verdict::CannotTell => ("cannot tell", DOUBT),
    }
}

fn seconds(seconds: f64) -> String {
    if seconds < 9.95 { format!("{seconds:.1} s") } else { format!("{seconds:.0} s") }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::catalog::tests::workspace;
    use crate::finding::Step;
    use crate::verdict::{Outcome, Proof};
    use facts::Pass;

    pub fn exercise(key: &str) -> Exercise {
        let root = workspace(&[key]);
        Catalog::load(root.path()).unwrap().exercises()[0].clone()
    }

    pub fn judgement(exercise: &Exercise, executions: u64) -> Judgement {
        let pass = Pass {
            bound: None,
            adversary: false,
            main: None,
            executions,
            failing: 0,
            complete: true,
            seconds: 0.0,
        };
        let proof = Proof::Searched { case: "two_visitors".into(), threads: 2, passes: vec![pass] };
        Judgement {
            key: exercise.key.clone(),
            file: "lib.rs".into(),
            source: String::new(),
            outcomes: vec![Outcome {
                step: Step::Model,
                findings: Vec::new(),
                doubts: Vec::new(),
                proofs: vec![proof],
                seconds: 0.6,
            }],
            warnings: Vec::new(),
            seconds: 0.61,
        }
    }

    fn plain(key: &str, executions: u64, cached: bool) -> String {
        let exercise = exercise(key);
        let line = verdict_line(&exercise, &judgement(&exercise, executions), cached);
        anstream::adapter::strip_str(&line).to_string()
    }

    #[test]
    fn a_solved_line_says_how_far_the_search_went() {
        let line = plain("02_locks/04_bank_transfer", 1204, false);
        let words: Vec<_> = line.split("  ").map(str::trim).filter(|it| !it.is_empty()).collect();
        assert_eq!(words, ["solved", "bank-transfer", "every interleaving (1,204)", "0.6 s"]);
    }

    #[test]
    fn lines_fit_80_columns() {
        let key = "02_locks/04_a_name_much_longer_than_anyone_would_give";
        assert!(plain(key, u64::MAX, false).chars().count() <= 80);
        assert!(plain(key, u64::MAX, true).chars().count() <= 80);
    }

    #[test]
    fn long_times_lose_their_fraction() {
        assert_eq!(seconds(0.04), "0.0 s");
        assert_eq!(seconds(9.96), "10 s");
        assert_eq!(seconds(61.4), "61 s");
    }
}
