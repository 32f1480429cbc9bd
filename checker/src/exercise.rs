//! What an exercise is: names, files and numbers, no behaviour.

use facts::{Note, OwnRun};
use serde::Deserialize;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// `03_locks/04_bank_transfer`: an exercise's place in the course.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Folder of the chapter, `03_locks`.
    pub chapter: String,
    /// Folder of the exercise, `04_bank_transfer`.
    pub name: String,
}

impl Key {
    /// `bank-transfer`: what a learner types.
    pub fn slug(&self) -> String {
        let words = self.name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '_');
        words.replace('_', "-")
    }

    /// `bank_transfer`: the name of the library crate in `lib.rs`.
    pub fn crate_name(&self) -> String {
        self.slug().replace('-', "_")
    }
}

impl FromStr for Key {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (chapter, name) = text.split_once('/').ok_or(())?;
        Ok(Self { chapter: chapter.to_owned(), name: name.to_owned() })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.chapter, self.name)
    }
}

/// An exercise as the folders declare it.
#[derive(Debug, Clone, PartialEq)]
pub struct Exercise {
    pub key: Key,
    /// First heading of the README.
    pub title: String,
    pub meta: Meta,
    pub files: Files,
}

/// Where an exercise's files are. A hidden file that is absent is a step that
/// does not run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files {
    /// What the learner edits.
    pub lib: PathBuf,
    pub readme: PathBuf,
    pub solution: PathBuf,
    pub starter: PathBuf,
    pub meta: PathBuf,
    pub tests: Option<PathBuf>,
    pub model: Option<PathBuf>,
    pub answer: Option<PathBuf>,
    pub mutants: Option<PathBuf>,
    pub speed: Option<PathBuf>,
    pub bounds: Option<PathBuf>,
    /// Runs that shipped files are judged by, in the place of a learner's own.
    pub runs: Option<PathBuf>,
    pub timeline: Option<PathBuf>,
    pub right: Vec<PathBuf>,
    pub wrong: Vec<PathBuf>,
}

impl Files {
    /// The program that a timeline shows, with its name: a scene made for it, or
    /// the speed measurement, of which the learner's part is run once.
    pub fn scene(&self) -> Option<(&'static str, &PathBuf)> {
        let scene = self.timeline.as_ref().map(|path| ("timeline", path));
        scene.or_else(|| Some(("speed", self.speed.as_ref()?)))
    }
}

/// `meta.toml`: what files cannot show.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    pub kind: Kind,
    /// Supported crates the learner may use beside `std`.
    #[serde(default)]
    pub crates: Vec<String>,
    /// 1 to 5.
    pub difficulty: u8,
    pub minutes: u32,
    /// Whether the course can be finished without it.
    #[serde(default)]
    pub extension: bool,
    #[serde(default, rename = "unsafe")]
    pub allows_unsafe: bool,
    /// Each hint goes one step further than the one before.
    pub hints: Vec<String>,
    /// Hints for what went wrong; the first that fits is given in their place.
    #[serde(default)]
    pub after: Vec<After>,
    pub solved: Solved,
    /// What the learner has to show by own runs of other exercises.
    #[serde(default)]
    pub claims: Vec<Claim>,
    #[serde(default)]
    pub model: ModelLimits,
    #[serde(default)]
    pub tests: TestLimits,
    #[serde(default)]
    pub speed: SpeedLimits,
}

/// What the learner is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Fix,
    Build,
    Predict,
    Schedule,
    SpeedUp,
    WriteTheTest,
}

/// Hints after one kind of finding.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct After {
    /// Words of the finding's title: "deadlock".
    pub finding: String,
    /// The hidden case that must have found it; absent for any.
    pub case: Option<String>,
    /// As [`Meta::hints`].
    pub hints: Vec<String>,
}

/// A claim, and where it is shown.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// As the learner's file names it.
    pub name: String,
    /// The claim itself, a sentence.
    pub says: String,
    pub shown_by: Vec<Showing>,
}

/// A number that shows a claim.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Showing {
    /// The slug of the exercise.
    pub exercise: String,
    /// Words of the number's name: "under way together".
    pub number: String,
    /// Bounds of those that show it; a measured one may be off.
    pub at_least: Option<f64>,
    pub at_most: Option<f64>,
}

/// Hints in their order, and the finding that they are for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ladder<'a> {
    pub after: Option<&'a After>,
    pub hints: &'a [String],
}

impl Meta {
    /// The hints for somebody whose file had these findings, given by title and
    /// case, the most important first.
    pub fn ladder<'a>(
        &self,
        findings: impl IntoIterator<Item = (&'a str, Option<&'a str>)>,
    ) -> Ladder<'_> {
        let fits = |(title, case): (&str, Option<&str>)| {
            self.after.iter().find(|after| after.fits(title, case))
        };
        let after = findings.into_iter().find_map(fits);
        Ladder { after, hints: after.map_or(&self.hints, |after| &after.hints) }
    }
}

impl Claim {
    /// Whether these numbers of an exercise's run show the claim, as far as it counts
    /// on that exercise for more than a measurement.
    pub fn is_shown_by(&self, exercise: &str, numbers: &[Note]) -> bool {
        let showings = self.shown_by.iter().filter(|showing| showing.exercise == exercise);
        let showings: Vec<_> = showings.collect();
        let shows = |it: &&Showing| it.is_measured() || numbers.iter().any(|note| it.fits(note));
        showings.is_empty() || showings.iter().any(shows)
    }

    /// The claim beside runs: `numbers` are those that an exercise's run gave,
    /// by its slug.
    pub fn beside(&self, numbers: impl Fn(&str) -> Option<Vec<Note>>) -> facts::Claim {
        let mut runs: Vec<OwnRun> = Vec::new();
        for showing in &self.shown_by {
            let exercise = &showing.exercise;
            let gave = numbers(exercise);
            let solved = gave.is_some();
            let fit = gave.into_iter().flatten().filter(|note| showing.fits(note));
            match runs.iter_mut().find(|run| run.exercise == *exercise) {
                Some(run) => run.numbers.extend(fit),
                None => {
                    let (exercise, numbers) = (exercise.clone(), fit.collect());
                    runs.push(OwnRun { exercise, solved, numbers });
                }
            }
        }
        facts::Claim { name: self.name.clone(), says: self.says.clone(), runs }
    }
}

impl Showing {
    fn is_measured(&self) -> bool {
        self.at_least.is_some() || self.at_most.is_some()
    }

    fn fits(&self, Note { what, value, .. }: &Note) -> bool {
        what.contains(&self.number)
            && self.at_least.is_none_or(|least| *value >= least)
            && self.at_most.is_none_or(|most| *value <= most)
    }
}

impl After {
    /// Tells it from the others of the exercise.
    pub fn name(&self) -> String {
        match &self.case {
            Some(case) => format!("{} in {case}", self.finding),
            None => self.finding.clone(),
        }
    }

    pub fn fits(&self, title: &str, case: Option<&str>) -> bool {
        let same_case = self.case.as_deref().is_none_or(|own| case == Some(own));
        same_case && title.contains(&self.finding)
    }
}

/// What is said of an exercise once it is solved.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Solved {
    /// What the verdict does not speak about.
    pub unproved: String,
    /// The one sentence to take along.
    pub remember: String,
}

/// Limits of each model's search.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ModelLimits {
    /// Wall time for one model, in seconds.
    pub seconds: f64,
    /// Operations in one execution.
    pub steps: usize,
    /// Largest preemption bound searched; absent for every interleaving.
    pub bound: Option<usize>,
}

impl Default for ModelLimits {
    fn default() -> Self {
        Self { seconds: 5.0, steps: 5_000, bound: None }
    }
}

/// Limits of each native case.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TestLimits {
    /// Wall time before a case counts as hanging, in seconds.
    pub seconds: f64,
    pub memory_mib: u64,
    /// CPUs the cases are pinned to; absent for all.
    pub cpus: Option<usize>,
}

impl Default for TestLimits {
    fn default() -> Self {
        Self { seconds: 10.0, memory_mib: 512, cpus: None }
    }
}

/// What a speed measurement asks for.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SpeedLimits {
    /// Wall time for one measurement, in seconds.
    pub seconds: f64,
    /// Wanted speedup over the serial program, as a share of the CPUs in use.
    pub per_cpu: f64,
    /// CPUs used at most.
    pub cpus: usize,
}

impl Default for SpeedLimits {
    fn default() -> Self {
        Self { seconds: 60.0, per_cpu: 0.5, cpus: 4 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const META: &str = r#"
        kind = "fix"
        difficulty = 1
        minutes = 5
        hints = ["general"]
        solved = { unproved = "The rest.", remember = "Look twice." }
        after = [
            { finding = "deadlock", case = "to_itself", hints = ["one lock twice"] },
            { finding = "deadlock", hints = ["order"] },
        ]
    "#;

    #[test]
    fn the_first_finding_that_has_hints_chooses_them() {
        let meta: Meta = toml::from_str(META).unwrap();
        let hint = |findings: &[(&str, Option<&str>)]| {
            meta.ladder(findings.iter().copied()).hints[0].clone()
        };
        assert_eq!(hint(&[]), "general");
        assert_eq!(hint(&[("lost update", None)]), "general");
        assert_eq!(hint(&[("lost update", None), ("deadlock: a ring", Some("audit"))]), "order");
        assert_eq!(hint(&[("deadlock", Some("to_itself"))]), "one lock twice");
    }

    #[test]
    fn a_claim_is_shown_by_the_numbers_that_it_names() {
        let note = |what: &str| Note { what: what.into(), value: 1.0, unit: String::new() };
        let large = Note { value: 3.0, ..note("more ticks") };
        let showing = |exercise: &str, number: &str| Showing {
            exercise: exercise.into(),
            number: number.into(),
            at_least: None,
            at_most: Some(2.0),
        };
        let shown_by = vec![showing("a", "ticks"), showing("a", "pages"), showing("b", "ticks")];
        let claim = Claim { name: "Both".into(), says: String::new(), shown_by };
        let gave = [note("calls"), large, note("pages at once"), note("all ticks")];
        let runs = claim.beside(|slug| (slug == "a").then(|| gave.to_vec())).runs;
        let numbers = vec![note("all ticks"), note("pages at once")];
        assert_eq!(runs[0], OwnRun { exercise: "a".into(), solved: true, numbers });
        assert_eq!(runs[1], OwnRun { exercise: "b".into(), solved: false, numbers: vec![] });
    }
}
