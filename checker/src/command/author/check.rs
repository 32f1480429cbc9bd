//! `author check`: every shipped file gets the verdict it is shipped for.

use super::golden;
use super::matrix::Matrix;
use super::runs::Runs;
use super::variant::{self, Role, Variant};
use crate::cache::{self, variants::Variants};
use crate::check::{self, Subject};
use crate::cli::AuthorCheckArgs;
use crate::command::Context;
use crate::error::Error;
use crate::event::{Event, Sink};
use crate::exercise::{After, Claim, Exercise};
use crate::exit::Code;
use crate::explain;
use crate::finding::Step;
use crate::progress::Failed;
use crate::verdict::{Doubt, Judgement};
use anstream::println;

/// The fewest variants that show where the line between right and wrong runs.
const RIGHT: usize = 3;
const WRONG: usize = 5;

/// How many of the slowest are named.
const SLOWEST: usize = 5;

pub fn run(context: &Context, args: &AuthorCheckArgs) -> Result<Code, Error> {
    let bless = args.bless || std::env::var_os("BLESS").is_some_and(|value| value == "1");
    let exercises = selected(context, args)?;
    let mut known = Variants::open(&context.root)?;
    let mut all = Vec::new();
    for exercise in &exercises {
        for variant in variant::all(exercise)? {
            let golden = golden::path(&variant.file);
            let found =
                if args.fresh { None } else { known.found_in(exercise, &variant.file, &golden)? };
            all.push((variant, found.map_or(State::Unknown, State::Known)));
        }
    }
    judge(context, &mut all)?;
    let (mut total, mut faults) = (Matrix::default(), Vec::new());
    for exercise in exercises {
        let own = all.iter().filter(|(variant, _)| variant.exercise.key == exercise.key);
        let claims = context.catalog.exercises().iter().flat_map(|exercise| &exercise.meta.claims);
        let unshown = unshown(own.clone(), claims);
        let (matrix, mut complaints) = prove(exercise, own, bless, &mut known)?;
        complaints.extend(unshown);
        total.add(&matrix);
        let slug = exercise.key.slug();
        println!("{}", matrix.table(&slug));
        faults.extend(complaints.into_iter().map(|complaint| format!("{slug}: {complaint}")));
    }
    known.save()?;
    println!("{}", total.table("total"));
    slowest(&all).iter().for_each(|line| println!("{line}"));
    // Last, where they are found: dozens of tables are above.
    faults.iter().for_each(|fault| println!("\n{fault}"));
    Ok(if faults.is_empty() { Code::Solved } else { Code::NotSolved })
}

/// What is known of a variant.
enum State {
    Unknown,
    /// It got its verdict when it was what it is now; this was found.
    Known(Vec<Failed>),
    Judged(Judgement),
}

/// Judges what is not known, all in one build: cargo's fixed cost is paid once.
fn judge(context: &Context, all: &mut [(Variant<'_>, State)]) -> Result<(), Error> {
    let unknown = all.iter_mut().filter(|(_, state)| matches!(state, State::Unknown));
    let (variants, states): (Vec<_>, Vec<_>) =
        unknown.map(|(variant, state)| (&*variant, state)).unzip();
    if variants.is_empty() {
        return Ok(());
    }
    let subjects: Vec<_> = variants.iter().map(|variant| subject(context, variant)).collect();
    let runs = Runs::of(variants.iter().map(|variant| variant.exercise))?;
    let runs = |exercise: &Exercise, slug: &str| runs.get(exercise, slug);
    let judgements = check::judge(&subjects, &runs, &Silent)?;
    for (state, judgement) in states.into_iter().zip(judgements) {
        *state = State::Judged(judgement);
    }
    Ok(())
}

fn selected<'a>(context: &'a Context, args: &AuthorCheckArgs) -> Result<Vec<&'a Exercise>, Error> {
    if args.slugs.is_empty() {
        return Ok(context.catalog.exercises().iter().collect());
    }
    args.slugs.iter().map(|slug| context.catalog.find(slug)).collect()
}

/// A variant is shown as the learner's own file: its explanation is what the
/// learner who wrote it sees.
fn subject<'a>(context: &Context, variant: &Variant<'a>) -> Subject<'a> {
    let exercise = variant.exercise;
    let display = context.catalog.shown(&exercise.files.lib).to_string();
    Subject { exercise, file: variant.file.clone(), display }
}

/// The matrix of one exercise, and everything that is not as it should be.
fn prove<'a>(
    exercise: &Exercise,
    own: impl Iterator<Item = &'a (Variant<'a>, State)>,
    bless: bool,
    known: &mut Variants,
) -> Result<(Matrix, Vec<String>), Error> {
    let mut matrix = Matrix::default();
    let mut complaints = too_few(exercise);
    let mut found = Vec::new();
    let mut all_counted = true;
    for (variant, state) in own {
        let judgement = match state {
            State::Judged(judgement) => judgement,
            State::Known(failed) => {
                matrix.count(variant.role, variant.wanted());
                found.push(failed.clone());
                continue;
            }
            State::Unknown => unreachable!("everything unknown was judged"),
        };
        let failed = cache::found(judgement);
        found.push(failed.clone());
        if let Some(reason) = variant.unprovable(judgement) {
            println!("  {} is not counted: {reason}", name(variant));
            all_counted = false;
            continue;
        }
        let column = variant.column(judgement);
        matrix.count(variant.role, column);
        // Cases that were not let run are missing from the explanation.
        if column == variant.wanted() && judgement.doubts().any(Doubt::is_of_a_busy_machine) {
            all_counted = false;
            continue;
        }
        match complaint(variant, judgement, bless)? {
            None => {
                known.remember(exercise, &variant.file, &golden::path(&variant.file), failed)?;
            }
            complaint => complaints.extend(complaint),
        }
    }
    if all_counted {
        complaints.extend(unused_hints(exercise, &found));
    }
    Ok((matrix, complaints))
}

/// The files that took longest to judge in this run, builds aside: what a
/// learner waits for, and what makes this command slow.
fn slowest(all: &[(Variant<'_>, State)]) -> Vec<String> {
    let took = |judgement: &Judgement| {
        let run = judgement.outcomes.iter().filter(|outcome| outcome.step > Step::Bounds);
        run.map(|outcome| outcome.seconds).sum::<f64>()
    };
    let judged = all.iter().filter_map(|(variant, state)| match state {
        State::Judged(judgement) => Some((took(judgement), variant)),
        _ => None,
    });
    let mut judged: Vec<_> = judged.collect();
    judged.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let slow = judged.into_iter().take(SLOWEST).map(|(seconds, variant)| {
        let slug = variant.exercise.key.slug();
        format!("{seconds:>6.1} s  {slug}: {}", name(variant))
    });
    slow.collect()
}

/// Claims that count on the exercise, and that our own run of it does not show.
fn unshown<'a>(
    own: impl Iterator<Item = &'a (Variant<'a>, State)>,
    claims: impl Iterator<Item = &'a Claim>,
) -> Vec<String> {
    let solution = own.into_iter().find_map(|(variant, state)| match (variant.role, state) {
        (Role::Solution, State::Judged(judgement)) => Some((variant.exercise, judgement)),
        _ => None,
    });
    let Some((exercise, judgement)) = solution else { return Vec::new() };
    let (slug, numbers) = (exercise.key.slug(), explain::numbers(judgement));
    let unshown = claims.filter(|claim| !claim.is_shown_by(&slug, &numbers));
    unshown.map(|claim| format!("its numbers do not show {}", claim.name)).collect()
}

/// Hints after a finding that no shipped file leads to.
fn unused_hints(exercise: &Exercise, found: &[Vec<Failed>]) -> Vec<String> {
    let chosen = found.iter().filter_map(|failed| {
        let failed = failed.iter().map(|it| (it.title.as_str(), it.case.as_deref()));
        exercise.meta.ladder(failed).after
    });
    let chosen: Vec<_> = chosen.collect();
    let unused = exercise.meta.after.iter().filter(|after| !chosen.contains(after));
    let complaint = |after: &After| {
        let case = after.case.as_ref().map_or(String::new(), |case| format!(" in `{case}`"));
        format!(
            "nobody gets the hints after \"{}\"{case}: no wrong variant leads there",
            after.finding
        )
    };
    unused.map(complaint).collect()
}

fn too_few(exercise: &Exercise) -> Vec<String> {
    let (right, wrong) = (exercise.files.right.len(), exercise.files.wrong.len());
    let mut complaints = Vec::new();
    if right < RIGHT {
        complaints.push(format!("{right} right variants; at least {RIGHT} are needed"));
    }
    if wrong < WRONG {
        complaints.push(format!("{wrong} wrong variants; at least {WRONG} are needed"));
    }
    complaints
}

fn complaint(
    variant: &Variant<'_>,
    judgement: &Judgement,
    bless: bool,
) -> Result<Option<String>, Error> {
    let name = name(variant);
    let explanation = explain::judgement(judgement);
    let plain = anstream::adapter::strip_str(&explanation).to_string();
    if variant.column(judgement) != variant.wanted() {
        let wanted = match (&variant.claim, variant.role) {
            (Some(claim), _) => format!("not solved, caught by {}", claim.step.name()),
            (None, Role::Starter) => "not solved".to_owned(),
            (None, _) => "solved".to_owned(),
        };
        return Ok(Some(format!("{name}: wanted {wanted}; the checker says:\n{plain}")));
    }
    let Some(claim) = &variant.claim else { return Ok(None) };
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !words(&plain).contains(&words(&claim.because)) {
        let because = &claim.because;
        return Ok(Some(format!("{name}: the explanation does not say \"{because}\":\n{plain}")));
    }
    if !golden::agrees(&variant.file, judgement, &explanation, bless)? {
        let path = golden::path(&variant.file);
        let golden = path.file_name().unwrap_or_default().to_string_lossy();
        return Ok(Some(format!(
            "{name}: the explanation is not the one in {golden} (--bless keeps this one):\n{plain}"
        )));
    }
    Ok(None)
}

fn name(variant: &Variant<'_>) -> String {
    let folder = match variant.role {
        Role::Starter => return "starter".to_owned(),
        Role::Solution => return "solution".to_owned(),
        Role::Right => "right",
        Role::Wrong => "wrong",
    };
    let file = variant.file.file_name().unwrap_or_default().to_string_lossy();
    format!("{folder}/{file}")
}

/// Hundreds of explanations of wrong variants are not worth telling.
struct Silent;

impl Sink for Silent {
    fn event(&self, _: Event<'_>) {}
}
