//! The answer, beside the learner's own runs.

use harness::{OwnRun, expect, expect_eq, note};
use learner::{Claim, Evidence, Kind, Meaning, Nuance, Reply, Shown, Word};

/// A run that is cited: what for, which, and the number.
struct Cited {
    claim: &'static str,
    run: String,
    number: f64,
}

/// Each of them is to be shown.
const CLAIMS: [Claim; 8] = [
    Claim::ConcurrentOnly,
    Claim::ParallelOnly,
    Claim::Both,
    Claim::ThreadsOverlapWaits,
    Claim::ThreadsAreNoCores,
    Claim::CoresCompute,
    Claim::OneCoreLosesUpdates,
    Claim::HoldsInEveryOrder,
];

fn claim(claim: Claim) -> &'static str {
    match claim {
        Claim::ConcurrentOnly => "Claim::ConcurrentOnly",
        Claim::ParallelOnly => "Claim::ParallelOnly",
        Claim::Both => "Claim::Both",
        Claim::ThreadsOverlapWaits => "Claim::ThreadsOverlapWaits",
        Claim::ThreadsAreNoCores => "Claim::ThreadsAreNoCores",
        Claim::CoresCompute => "Claim::CoresCompute",
        Claim::OneCoreLosesUpdates => "Claim::OneCoreLosesUpdates",
        Claim::HoldsInEveryOrder => "Claim::HoldsInEveryOrder",
    }
}

fn nuance(nuance: Nuance) -> &'static str {
    match nuance {
        Nuance::Unsaid => "unsaid",
        Nuance::Preemption => "Nuance::Preemption",
        Nuance::FewerCores => "Nuance::FewerCores",
        Nuance::SpuriousWakeup => "Nuance::SpuriousWakeup",
        Nuance::CacheLine => "Nuance::CacheLine",
        Nuance::Drift => "Nuance::Drift",
    }
}

fn meaning(meaning: Meaning) -> &'static str {
    match meaning {
        Meaning::Unsaid => "unsaid",
        Meaning::InProgressTogether => "tasks are in progress together",
        Meaning::RunAtOneInstant => "things run at one instant",
        Meaning::SeveralThreads => "a program has several threads",
        Meaning::SeveralCores => "a machine has several cores",
    }
}

fn word(word: Word) -> &'static str {
    match word {
        Word::Unsaid => "unsaid",
        Word::Concurrency => "concurrency",
        Word::Parallelism => "parallelism",
        Word::Both => "both",
    }
}

fn reply(reply: Reply) -> &'static str {
    match reply {
        Reply::Unsaid => "unsaid",
        Reply::Yes => "yes",
        Reply::No => "no",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Unsaid => "unsaid",
        Kind::Neither => "neither",
        Kind::ConcurrentOnly => "concurrent only",
        Kind::ParallelOnly => "parallel only",
        Kind::Both => "both",
    }
}

/// `02_overlap_the_waits` and `overlap-the-waits` are one exercise.
fn slug(run: &str) -> String {
    let name = run.trim().rsplit('/').next().unwrap_or_default();
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '_');
    name.replace('_', "-").to_lowercase()
}

/// The runs that show a claim.
fn runs(claim: &str) -> &'static [OwnRun] {
    let found = harness::claims().iter().find(|it| it.name == claim);
    found.map_or(&[], |claim| &claim.runs)
}

/// 16, 3.95
fn shown(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What the learner's own runs say to a claim that was denied.
fn beside(claim: &str) -> String {
    let run = runs(claim).iter().find_map(|run| Some((&run.exercise, run.numbers.first()?)));
    run.map_or(String::new(), |(exercise, number)| {
        let unit = if number.unit.is_empty() { "" } else { " " };
        let (what, value, unit) =
            (&number.what, shown(number.value), format!("{unit}{}", number.unit));
        format!(" (your run of `{exercise}`: {what} {value}{unit})")
    })
}

fn evidence() -> Vec<Cited> {
    let cite = |&Evidence { claim: of, run, number }: &Evidence| Cited {
        claim: claim(of),
        run: slug(run),
        number,
    };
    learner::EVIDENCE.iter().map(cite).filter(|cited| !cited.run.is_empty()).collect()
}

/// Concurrency is how a program is built: several tasks are in progress together.
/// Parallelism is how it is executed: several things run at one instant. Neither
/// word counts threads or cores.
fn the_two_words() {
    let (concurrency, parallelism) = (meaning(learner::CONCURRENCY), meaning(learner::PARALLELISM));
    let are_swapped = concurrency == "things run at one instant"
        && parallelism == "tasks are in progress together";
    expect("the two words are not swapped", !are_swapped);
    expect_eq("concurrency", concurrency, "tasks are in progress together");
    expect_eq("parallelism", parallelism, "things run at one instant");
}

/// Which tasks there are, and which of them need not wait for one another, is in
/// the program. How many run at one instant is up to the machine.
fn what_the_machine_adds() {
    let what = "what seven cores more can add to a program that does not change";
    expect_eq(what, word(learner::THE_MACHINE_ADDS), "parallelism");
}

/// Threads overlap waits, with any number of cores. Computing gets faster by cores
/// that were idle, and by threads only as far as there are such cores.
fn more_threads() {
    let four = learner::FOUR_THREADS;
    for (what, said, right, claim) in [
        ("waiting on one core", four.waiting_on_one_core, "yes", Claim::ThreadsOverlapWaits),
        ("computing on one core", four.computing_on_one_core, "no", Claim::ThreadsAreNoCores),
        ("computing on four cores", four.computing_on_four_cores, "yes", Claim::CoresCompute),
    ] {
        let beside = beside(self::claim(claim));
        expect_eq(&format!("four threads make {what} faster{beside}"), reply(said), right);
    }
}

/// On one core threads run in turn, and a turn may end between a load and its
/// store. What then gets lost does not need a second core.
fn one_core_needs_locks() {
    let what = format!("one core needs locks{}", beside("Claim::OneCoreLosesUpdates"));
    expect_eq(&what, reply(learner::ONE_CORE_NEEDS_LOCKS), "yes");
}

/// The exchange: two hundred calls are in progress, and one core runs one thing at
/// a time. The chip: all cells run at one instant, and one clock moves them, so they
/// are one task. The night run: a thread begins when another is at its end, so one
/// task is in progress and one thing runs, whatever the number of cores.
fn three_systems() {
    let [exchange, chip, night_run] = learner::SYSTEMS.map(kind);
    expect_eq("the exchange", exchange, "concurrent only");
    expect_eq("the chip", chip, "parallel only");
    expect_eq("the night run", night_run, "neither");
}

/// A claim without a run is an opinion.
fn every_claim_has_a_run() {
    for claim in CLAIMS.map(claim) {
        if evidence().iter().all(|cited| cited.claim != claim) {
            expect_eq(&format!("run for {claim}"), "none".to_owned(), any_of(claim));
        }
    }
}

/// "a run of overlap-the-waits or one-thread-reactor"; those that are solved, if
/// there are any.
fn any_of(claim: &str) -> String {
    let solved = runs(claim).iter().filter(|run| !run.numbers.is_empty());
    let mut slugs: Vec<&str> = solved.map(|run| run.exercise.as_str()).collect();
    if slugs.is_empty() {
        slugs = runs(claim).iter().map(|run| run.exercise.as_str()).collect();
    }
    format!("a run of {}", slugs.join(" or "))
}

fn expect_it_shows_the_claim(cited: &Cited) {
    let shows = runs(cited.claim).iter().any(|run| run.exercise == cited.run);
    if !shows {
        let what = format!("run for {}", cited.claim);
        expect_eq(&what, format!("a run of {}", cited.run), any_of(cited.claim));
    }
}

fn expect_it_was_made(cited: &Cited) {
    let run = runs(cited.claim).iter().find(|run| run.exercise == cited.run);
    if run.is_some_and(|run| !run.solved) {
        let what = format!("run of `{}`, which is cited for {}", cited.run, cited.claim);
        let want =
            format!("solved, by `cargo kata check {}`, or {}", cited.run, any_of(cited.claim));
        expect_eq(&what, "not solved", &want);
    }
}

fn expect_it_gave_the_number(cited: &Cited) {
    let mine = |run: &&OwnRun| run.exercise == cited.run && run.solved;
    let Some(run) = runs(cited.claim).iter().find(mine) else { return };
    if run.numbers.iter().any(|number| is_near(cited.number, number.value)) {
        return;
    }
    let gave = run.numbers.iter().map(|it| format!("{} ({})", shown(it.value), it.what));
    let gave: Vec<String> = gave.collect();
    let gave = if gave.is_empty() { any_of(cited.claim) } else { gave.join(" or ") };
    let what = format!("number of `{}` for {}", cited.run, cited.claim);
    expect_eq(&what, shown(cited.number), gave);
}

/// Rounded to a whole number, or to so many digits that 1 % is right.
fn is_near(cited: f64, value: f64) -> bool {
    cited == value.round() || (cited - value).abs() <= (value.abs() * 0.01).max(0.1)
}

/// Each run that is cited is one of those that show the claim.
fn the_runs_show_their_claims() {
    evidence().iter().for_each(expect_it_shows_the_claim);
}

/// Each run that is cited was made: the exercise was judged solved.
fn the_runs_were_made() {
    evidence().iter().for_each(expect_it_was_made);
}

/// Each number is one that the run gave and that shows the claim; rounded is near
/// enough.
fn the_numbers_are_your_own() {
    let evidence = evidence();
    evidence.iter().for_each(expect_it_gave_the_number);
    note("claims and runs that show them", evidence.len() as f64, "");
}

/// What the system does is in no line of the program, and it is in the number.
fn a_nuance_changed_a_number() {
    let Shown { nuance: of, run, number } = learner::NUANCE;
    let cited = Cited { claim: nuance(of), run: slug(run), number };
    expect("a nuance is named", cited.claim != "unsaid");
    expect_it_shows_the_claim(&cited);
    expect_it_was_made(&cited);
    expect_it_gave_the_number(&cited);
    note("number of a run that the system changed", number, "");
}

harness::cases![
    the_two_words,
    what_the_machine_adds,
    more_threads,
    one_core_needs_locks,
    three_systems,
    every_claim_has_a_run,
    the_runs_show_their_claims,
    the_runs_were_made,
    the_numbers_are_your_own,
    a_nuance_changed_a_number,
];
