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

/// What the learner's own runs say to a claim.
fn beside(of: Claim) -> String {
    let number = |run: &'static OwnRun| Some((&run.exercise, run.numbers.first()?));
    runs(claim(of)).iter().find_map(number).map_or(String::new(), |(exercise, number)| {
        let (what, value, unit) = (&number.what, shown(number.value), &number.unit);
        format!(" (your run of `{exercise}`: {}", format!("{what} {value} {unit}").trim_end()) + ")"
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

/// Concurrency is how a program is built: several tasks are in progress together, on
/// one core as well. Parallelism is how it is executed: several things run at one
/// instant, of one task as well. Neither word counts threads or cores.
fn the_two_words() {
    let (one, other) = ("tasks are in progress together", "things run at one instant");
    let said = (meaning(learner::CONCURRENCY), meaning(learner::PARALLELISM));
    let order = if said == (other, one) { "swapped" } else { "in order" };
    expect_eq("the two words", order, "in order");
    expect_eq(&format!("concurrency{}", beside(Claim::ConcurrentOnly)), said.0, one);
    expect_eq(&format!("parallelism{}", beside(Claim::ParallelOnly)), said.1, other);
}

/// Which tasks there are, and which of them need not wait for one another, is in
/// the program. How many run at one instant is up to the machine.
fn what_the_machine_adds() {
    let what = "what seven cores more can add to a program";
    expect_eq(what, word(learner::THE_MACHINE_ADDS), "parallelism");
}

/// A thread that waits needs no core. Four of them wait at the same time, on one core
/// as on four.
fn threads_that_wait() {
    let what = format!("four threads wait faster{}", beside(Claim::ThreadsOverlapWaits));
    expect_eq(&what, reply(learner::FOUR_THREADS.waiting_on_one_core), "yes");
}

/// Threads that compute share the core. With four of them each gets a quarter of it,
/// and the work is done when it would have been done by one.
fn threads_that_compute() {
    let what =
        format!("four threads compute faster on one core{}", beside(Claim::ThreadsAreNoCores));
    expect_eq(&what, reply(learner::FOUR_THREADS.computing_on_one_core), "no");
}

/// A thread is at one place at a time, so one thread leaves three of four cores idle.
/// Four threads use them all.
fn threads_on_four_cores() {
    let what = format!("four threads compute faster on four cores{}", beside(Claim::CoresCompute));
    expect_eq(&what, reply(learner::FOUR_THREADS.computing_on_four_cores), "yes");
}

/// On one core threads run in turn, and a turn may end between a load and its store.
/// What the others store meanwhile is lost. That takes no second core.
fn one_core_needs_locks() {
    let what = format!("one core needs locks{}", beside(Claim::OneCoreLosesUpdates));
    expect_eq(&what, reply(learner::ONE_CORE_NEEDS_LOCKS), "yes");
}

/// Two hundred calls are begun and not done, so tasks are in progress together. One
/// core runs one thing at a time, so nothing is parallel.
fn the_exchange() {
    expect_eq("the exchange", kind(learner::SYSTEMS[0]), "concurrent only");
}

/// All cells run at one instant. But no cell goes on while another stands still: one
/// clock moves all of them, so together they are one task.
fn the_chip() {
    expect_eq("the chip", kind(learner::SYSTEMS[1]), "parallel only");
}

/// A thread begins when the one before is at its end. So one task is in progress and
/// one thing runs, however many threads and cores there are.
fn the_night_run() {
    expect_eq("the night run", kind(learner::SYSTEMS[2]), "neither");
}

/// A claim without a run is an opinion.
fn every_claim_has_a_run() {
    for claim in CLAIMS.map(claim) {
        if evidence().iter().all(|cited| cited.claim != claim) {
            expect_eq(&format!("run for {claim}"), "none".to_owned(), any_of(claim));
        }
    }
}

/// Each run that is cited is one of those that show the claim.
fn the_runs_show_their_claims() {
    evidence().iter().for_each(expect_it_shows_the_claim);
}

/// Each run that is cited was made: the exercise was judged solved.
fn the_runs_were_made() {
    evidence().iter().for_each(expect_it_was_made);
}

/// Each number is one that the run gave and that shows the claim. Rounded is near
/// enough.
fn the_numbers_are_your_own() {
    evidence().iter().for_each(expect_it_gave_the_number);
    note("claims shown by runs", CLAIMS.len() as f64, "");
}

/// What the system does is in no line of the program. It is in the number.
fn a_nuance_changed_a_number() {
    let Shown { nuance: of, run, number } = learner::NUANCE;
    let cited = Cited { claim: nuance(of), run: slug(run), number };
    expect("a nuance is named", cited.claim != "unsaid");
    expect_it_shows_the_claim(&cited);
    expect_it_was_made(&cited);
    expect_it_gave_the_number(&cited);
}

/// "a run of latch, parker or semaphore": those that have a number, if there are any.
fn any_of(claim: &str) -> String {
    any_other(claim, "")
}

fn any_other(claim: &str, than: &str) -> String {
    let others = runs(claim).iter().filter(|run| run.exercise != than);
    let (solved, open): (Vec<_>, Vec<_>) = others.partition(|run| !run.numbers.is_empty());
    let runs = if solved.is_empty() { open } else { solved };
    let slugs: Vec<&str> = runs.into_iter().map(|run| run.exercise.as_str()).collect();
    match &slugs[..] {
        [] => "another run".to_owned(),
        [one] => format!("a run of {one}"),
        [first @ .., last] => format!("a run of {} or {last}", first.join(", ")),
    }
}

fn expect_it_shows_the_claim(Cited { claim, run, .. }: &Cited) {
    let shows = |it: &&harness::Claim| it.runs.iter().any(|it| it.exercise == *run);
    if !runs(claim).iter().any(|it| it.exercise == *run) {
        let other = harness::claims().iter().find(shows).map(|it| it.name.as_str());
        let got = match other {
            Some(other) => format!("{run}, which shows {other}"),
            None => format!("{run}, which shows no claim"),
        };
        expect_eq(&format!("run for {claim}"), got, any_of(claim));
    }
}

fn expect_it_was_made(Cited { claim, run, .. }: &Cited) {
    let open = |it: &OwnRun| it.exercise == *run && !it.solved;
    if runs(claim).iter().any(open) {
        let what = format!("run of `{run}`, which is cited for {claim}");
        let has_other = runs(claim).iter().any(|it| !it.numbers.is_empty());
        let other = if has_other { format!(", or {}", any_of(claim)) } else { String::new() };
        let want = format!("solved, by `cargo kata check {run}`{other}");
        expect_eq(&what, "not solved", &want);
    }
}

fn expect_it_gave_the_number(Cited { claim, run, number }: &Cited) {
    let mine = |it: &&OwnRun| it.exercise == *run && it.solved;
    let Some(own) = runs(claim).iter().find(mine) else { return };
    if own.numbers.iter().any(|it| is_near(*number, it.value)) {
        return;
    }
    let gave = own.numbers.iter().map(|it| format!("{} ({})", shown(it.value), it.what));
    let gave = gave.collect::<Vec<_>>().join(" or ");
    let none = format!("none, for that run gave no such number: cite {}", any_other(claim, run));
    let want = if gave.is_empty() { none } else { gave };
    expect_eq(&format!("number of `{run}` for {claim}"), shown(*number), want);
}

/// Rounded to a whole number, or so that 1 % or a tenth is right. A tenth that is cut
/// off and one that is rounded may differ by one.
fn is_near(cited: f64, value: f64) -> bool {
    cited == value.round() || (cited - value).abs() <= (value.abs() * 0.01).max(0.101)
}

harness::cases![
    the_two_words,
    what_the_machine_adds,
    threads_that_wait,
    threads_that_compute,
    threads_on_four_cores,
    one_core_needs_locks,
    the_exchange,
    the_chip,
    the_night_run,
    every_claim_has_a_run,
    the_runs_show_their_claims,
    the_runs_were_made,
    the_numbers_are_your_own,
    a_nuance_changed_a_number,
];
