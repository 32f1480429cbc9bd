//! Searching the executions of a model, bound by bound.

mod faults;
mod pass;

use crate::execution::{Decider, End, Execution};
use crate::foresight::Stored;
use crate::memory;
use crate::path::{Bounds, Path};
use crate::record::trace;
use crate::script::Script;
use crate::thread::Coroutines;
use facts::{
    ENOUGH, ENOUGH_WITH_ADVERSARY, Failure, FailureKind, Limit, Outcome, Pass, Replay, ReplayEnd,
    Sample, Search, Searched,
};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// Preemption bounds tried before the search without bound.
const BOUNDS: [usize; 4] = [0, 1, 2, 3];

/// Shares of the time after which passes with a bound are cut short: without
/// adversaries, and with them.
const PLAIN: f64 = 0.35;
const ADVERSARIES: f64 = 0.5;

/// The same for what is even rarer, and the bounds of it.
const ON_THE_SIDE: f64 = 0.6;
const FEW: [usize; 2] = [0, 1];

/// How much longer a sampled execution may be.
const LONGER: usize = 10;

/// What seldom happens and is tried in a pass.
#[derive(Debug, Clone, Copy)]
struct Rare {
    /// Adversarial choices in one execution.
    accidents: usize,
    /// Whether a load may return what is stored later.
    foresees: bool,
}

/// Preemptions allowed while a role runs in the main thread.
const MAIN_BOUND: usize = 2;

/// How long a pass usually goes on after its first failing execution, to count the
/// failing ones and to find the one that is easiest to explain.
const AFTER_FAILURE: Duration = Duration::from_millis(300);

/// Lower is easier to explain: no adversary, no stale read, few switches, short.
type Rank = (usize, usize, usize, usize);

fn rank(execution: &Execution) -> Rank {
    let Execution { adversarial, stale_reads, switches, steps, .. } = execution;
    (*adversarial, *stale_reads, *switches, steps.len())
}

/// A search under way.
pub struct Searcher {
    model: Rc<dyn Fn()>,
    search: Search,
    started: Instant,
    coroutines: Coroutines,
    passes: Vec<Pass>,
    best: Option<(Rank, Failure)>,
    outcomes: BTreeMap<String, (Rank, Outcome)>,
    limit: Option<Limit>,
    /// The leak that is easiest to explain.
    leak: Option<(Rank, Failure)>,
    /// Executions that left memory behind, and that did not.
    leaking: u64,
    /// The first pass that had such executions, and how many.
    leaky_pass: Option<(usize, u64)>,
    sample: Option<Sample>,
    tidy: u64,
    /// Adversarial choices that one execution offered at most.
    offers: usize,
    foresight_useful: bool,
    stored: Stored,
    shared: bool,
    /// See [`Searched::threads`].
    threads: usize,
    /// Whether loads return the newest value only.
    newest_only: bool,
    after_failure: Duration,
}

impl Searcher {
    /// A search of the executions of `model`, whose time begins to run.
    pub fn new(search: Search, model: impl Fn() + 'static) -> Self {
        Self {
            model: Rc::new(model),
            search,
            started: Instant::now(),
            coroutines: Coroutines::default(),
            passes: Vec::new(),
            best: None,
            outcomes: BTreeMap::new(),
            limit: None,
            leak: None,
            leaking: 0,
            leaky_pass: None,
            sample: None,
            tidy: 0,
            offers: 0,
            foresight_useful: false,
            stored: Stored::default(),
            shared: false,
            threads: 0,
            newest_only: false,
            after_failure: AFTER_FAILURE,
        }
    }

    /// Goes on after failing executions until all are counted.
    pub fn to_the_end(&mut self) {
        self.after_failure = Duration::from_secs_f64(self.search.seconds);
    }

    /// Passes with more and more preemptions, the same with adversarial
    /// choices, then both without bound; stops after the first that fails. Where
    /// time does not suffice for that, the rest of it goes into samples.
    pub fn by_bounds(&mut self) {
        if !self.up_to(&BOUNDS, false, PLAIN) {
            return;
        }
        let cut = self.limit.take();
        if self.offers > 0 && !self.up_to(&BOUNDS, true, ADVERSARIES) {
            return;
        }
        self.limit = self.limit.take().or(cut);
        if self.is_thin() {
            return self.sample();
        }
        if self.offers > 1 && !self.on_the_side(Rare { accidents: 2, foresees: false })
            || self.foresight_useful && !self.on_the_side(Rare { accidents: 0, foresees: true })
        {
            return;
        }
        if self.limit.is_none() && self.search.bound.is_none() {
            let adversaries: &[bool] = if self.offers > 0 { &[false, true] } else { &[false] };
            let _ = adversaries.iter().all(|&adversary| self.unbounded(adversary));
        }
    }

    /// Passes with the preemptions in `bounds`, within a share of the time.
    /// Whether none failed.
    fn up_to(&mut self, bounds: &[usize], adversary: bool, share: f64) -> bool {
        let most = self.search.bound.unwrap_or(usize::MAX);
        for &bound in bounds.iter().filter(|&&bound| bound <= most) {
            let walk = Bounds { preemptions: Some(bound), reduce: true };
            self.pass_within(share, Path::new(walk), adversary, None);
            if self.has_failed() {
                self.look_for_fresh_failure(Some(bound), adversary);
                return false;
            }
            match self.limit {
                None => {}
                // The other passes may be smaller, and samples may be enough.
                Some(Limit::Time | Limit::Steps(_)) => return true,
                Some(_) => return false,
            }
        }
        true
    }

    /// What needs two accidents, or a load that returns a later store, with few
    /// preemptions. How far that comes in its time makes no difference to what
    /// is claimed. Whether none failed.
    fn on_the_side(&mut self, rare: Rare) -> bool {
        let limit = self.limit.take();
        for bound in FEW {
            let walk = Bounds { preemptions: Some(bound), reduce: true };
            self.pass_with(ON_THE_SIDE, Path::new(walk), rare, None);
            if self.has_failed() || self.limit.is_some() {
                break;
            }
            // It says nothing that the other passes do not say.
            self.passes.pop();
        }
        let failed = self.has_failed();
        self.limit = limit;
        !failed
    }

    /// A pass without bound; whether it was completed without a failure. A loop
    /// that retries can fail for ever if it is interrupted again and again, so
    /// where an execution gets long that way the pass ends, and what is known is
    /// what the bounded ones showed.
    fn unbounded(&mut self, adversary: bool) -> bool {
        let walk = Bounds { preemptions: None, reduce: true };
        self.pass(walk, adversary, None)
    }

    /// Whether time ran out before the passes said enough.
    fn is_thin(&self) -> bool {
        let most = self.search.bound.unwrap_or(usize::MAX);
        let reached =
            |adversary, bound: usize| Pass::reached(&self.passes, adversary, bound.min(most));
        let enough =
            reached(false, ENOUGH) && (self.offers == 0 || reached(true, ENOUGH_WITH_ADVERSARY));
        matches!(self.limit, Some(Limit::Time | Limit::Steps(_))) && !enough
    }

    /// Executions drawn at random until time is up. They may be longer than
    /// those of a walk, of which there are many more.
    fn sample(&mut self) {
        self.limit = None;
        self.search.steps *= LONGER;
        self.pass_within(1.0, Path::sampled(), true, None);
        if *self.limit.get_or_insert(Limit::Time) != Limit::Time {
            self.sample = None;
        }
    }

    /// Where the failure found rests on a stale read, looks for one that does
    /// not: it may take more preemptions, but then the mistake is one of
    /// interleaving and not of memory ordering, and that is what to tell.
    fn look_for_fresh_failure(&mut self, from: Option<usize>, adversary: bool) {
        let stale = self.best.as_ref().is_some_and(|(_, failure)| failure.stale_reads > 0);
        let Some(from) = from.filter(|_| stale) else { return };
        self.newest_only = true;
        let limit = self.limit.take();
        for bound in BOUNDS.into_iter().filter(|&bound| bound >= from).map(Some).chain([None]) {
            self.pass(Bounds { preemptions: bound, reduce: true }, adversary, None);
            if self.best.as_ref().is_some_and(|(_, failure)| failure.stale_reads == 0) {
                break;
            }
            // It found nothing, so the pass before it decides.
            self.passes.pop();
            if self.limit.is_some() {
                break;
            }
        }
        self.limit = limit;
        self.newest_only = false;
    }

    /// The same model with one of its roles in the main thread, which the model
    /// arranges. The engine treats all threads alike, so this finds mistakes of
    /// the engine rather than of the program: time may cut it short.
    pub fn with_main(&mut self, role: &str) {
        let bound = self.search.bound.unwrap_or(MAIN_BOUND).min(MAIN_BOUND);
        let bounds = Bounds { preemptions: Some(bound), reduce: true };
        self.pass(bounds, false, Some(role));
        if self.limit == Some(Limit::Time) {
            self.limit = None;
        }
    }

    fn keep_failure(&mut self, kind: &FailureKind, execution: &Execution) {
        let rank = rank(execution);
        if self.best.as_ref().is_none_or(|(best, _)| rank < *best) {
            self.best = Some((rank, failure(kind.clone(), execution)));
        }
    }

    fn keep_outcome(&mut self, value: &str, execution: &Execution) {
        let rank = rank(execution);
        if self.outcomes.get(value).is_none_or(|(best, _)| rank < *best) {
            let outcome = Outcome { value: value.to_owned(), witness: trace(execution) };
            self.outcomes.insert(value.to_owned(), (rank, outcome));
        }
    }

    /// Whether a failing execution was found.
    pub fn has_failed(&self) -> bool {
        self.best.is_some()
    }

    /// Whether time is up or something else ended the search.
    pub fn is_cut(&self) -> bool {
        self.limit.is_some()
    }

    /// What the passes came to.
    pub fn result(mut self) -> Searched {
        let leak = self.leak.take().map(|(_, failure)| failure);
        let mut failure = self.best.map(|(_, failure)| failure);
        let mut leak_in_all = None;
        if failure.is_none() {
            // Memory that is left behind whatever happens may be meant to be.
            let depends = self.tidy > 0;
            *(if depends { &mut failure } else { &mut leak_in_all }) = leak;
            if let (Some(_), Some((pass, leaking))) = (&failure, self.leaky_pass) {
                self.passes.truncate(pass + 1);
                self.passes.iter_mut().skip(pass).for_each(|pass| pass.failing = leaking);
            }
        }
        Searched {
            passes: self.passes,
            failure,
            leak: leak_in_all,
            sample: self.sample,
            watched: memory::is_instrumented(),
            limit: self.limit,
            shared: self.shared,
            threads: self.threads,
            outcomes: self.outcomes.into_values().map(|(_, outcome)| outcome).collect(),
        }
    }
}

fn failure(kind: FailureKind, execution: &Execution) -> Failure {
    Failure {
        kind,
        trace: trace(execution),
        preemptions: execution.preemptions,
        stale_reads: execution.stale_reads,
        adversarial: execution.adversarial,
    }
}

/// Follows `schedule` on `model`, one entry for each step of its threads.
pub fn replay(
    schedule: &str,
    wanted: Option<String>,
    steps: usize,
    model: impl Fn() + 'static,
) -> Replay {
    let mut execution = Execution::new(Decider::Script(Script::new(schedule)), 0, steps);
    execution.run(&mut Coroutines::default(), Rc::new(model));
    let Decider::Script(script) = &execution.decider else { unreachable!("made above") };
    let entry = script.position();
    let trace = trace(&execution);
    let end = match execution.end.clone().expect("an execution that ran has ended") {
        End::OffScript(end) => end,
        End::Failed(kind) => script.left_over(&trace, &kind).unwrap_or(ReplayEnd::Failed(kind)),
        _ if entry < script.len() => ReplayEnd::ThreadFinished { entry, name: script.name(entry) },
        _ => ReplayEnd::Finished,
    };
    let entries = script.steps().to_vec();
    Replay { end, trace, entries, value: execution.outcome.clone(), wanted }
}
