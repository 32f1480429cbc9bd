//! Searching the executions of a model, bound by bound.

use crate::execution::{Decider, End, Execution};
use crate::path::{Bounds, Path};
use crate::record::trace;
use crate::script::Script;
use crate::thread::Coroutines;
use facts::{Failure, FailureKind, Limit, Outcome, Pass, Replay, ReplayEnd, Search, Searched};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// Preemption bounds tried before the search without bound.
const BOUNDS: [usize; 4] = [0, 1, 2, 3];

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
    adversary_useful: bool,
    shared: bool,
    /// Whether loads return the newest value only.
    newest_only: bool,
    after_failure: Duration,
}

impl Searcher {
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
            adversary_useful: false,
            shared: false,
            newest_only: false,
            after_failure: AFTER_FAILURE,
        }
    }

    /// Goes on after failing executions until all are counted.
    pub fn to_the_end(&mut self) {
        self.after_failure = Duration::from_secs_f64(self.search.seconds);
    }

    /// Passes with more and more preemptions, then without bound, then the
    /// same with adversarial choices; stops after the first that fails.
    pub fn by_bounds(&mut self) {
        for adversary in [false, true] {
            if adversary && !self.adversary_useful {
                return;
            }
            for bound in BOUNDS.into_iter().map(Some).chain([None]) {
                if self.search.bound.is_some_and(|most| bound.is_none_or(|bound| bound > most)) {
                    break;
                }
                let bounds = Bounds { preemptions: bound, reduce: true };
                if !self.pass(bounds, adversary, None) {
                    self.look_for_fresh_failure(bound, adversary);
                    return;
                }
            }
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

    /// One pass; whether it was completed without a failure.
    pub fn pass(&mut self, bounds: Bounds, adversary: bool, main: Option<&str>) -> bool {
        let began = Instant::now();
        let mut pass = Pass {
            bound: bounds.preemptions,
            adversary,
            main: main.map(str::to_owned),
            executions: 0,
            failing: 0,
            complete: false,
            seconds: 0.0,
        };
        let decider = Decider::Search(Path::new(bounds));
        let mut execution = Execution::new(decider, adversary, self.search.steps);
        execution.newest_only = self.newest_only;
        let deadline = self.started + Duration::from_secs_f64(self.search.seconds);
        let mut failed_at = None;
        loop {
            execution.run(&mut self.coroutines, Rc::clone(&self.model));
            self.adversary_useful |= execution.adversary_useful;
            self.shared = self.shared || execution.shares();
            if !self.tally(&execution, &mut pass) {
                break;
            }
            if pass.failing > 0 {
                failed_at.get_or_insert_with(Instant::now);
            }
            let Decider::Search(path) = &mut execution.decider else { unreachable!("made above") };
            if !path.advance() {
                pass.complete = self.limit.is_none();
                break;
            }
            let now = Instant::now();
            if now > deadline {
                self.limit.get_or_insert(Limit::Time);
                break;
            }
            if failed_at.is_some_and(|at| now > at + self.after_failure) {
                break;
            }
        }
        pass.seconds = began.elapsed().as_secs_f64();
        let good = pass.complete && pass.failing == 0;
        self.passes.push(pass);
        good
    }

    /// Counts an execution; whether the pass can go on.
    fn tally(&mut self, execution: &Execution, pass: &mut Pass) -> bool {
        match execution.end.as_ref().expect("an execution that ran has ended") {
            End::Redundant => return true,
            End::Done => {
                pass.executions += 1;
                if let Some(value) = &execution.outcome {
                    self.keep_outcome(value, execution);
                }
            }
            End::Failed(kind) => {
                pass.executions += 1;
                pass.failing += 1;
                self.keep_failure(kind, execution);
            }
            End::Cut(limit) => {
                pass.executions += 1;
                let goes_on = matches!(limit, Limit::Steps(_));
                self.limit.get_or_insert_with(|| limit.clone());
                return goes_on;
            }
            End::OffScript(_) => unreachable!("a search follows no script"),
        }
        true
    }

    fn keep_failure(&mut self, kind: &FailureKind, execution: &Execution) {
        let rank = rank(execution);
        if self.best.as_ref().is_none_or(|(best, _)| rank < *best) {
            let failure = Failure {
                kind: kind.clone(),
                trace: trace(execution),
                preemptions: execution.preemptions,
                stale_reads: execution.stale_reads,
                adversarial: execution.adversarial,
            };
            self.best = Some((rank, failure));
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

    pub fn result(self) -> Searched {
        Searched {
            passes: self.passes,
            failure: self.best.map(|(_, failure)| failure),
            limit: self.limit,
            shared: self.shared,
            outcomes: self.outcomes.into_values().map(|(_, outcome)| outcome).collect(),
        }
    }
}

/// Follows `schedule` on `model`, one entry for each step of its threads.
pub fn replay(schedule: &str, wanted: String, steps: usize, model: impl Fn() + 'static) -> Replay {
    let mut execution = Execution::new(Decider::Script(Script::new(schedule)), false, steps);
    execution.run(&mut Coroutines::default(), Rc::new(model));
    let Decider::Script(script) = &execution.decider else { unreachable!("made above") };
    let entry = script.position();
    let end = match execution.end.clone().expect("an execution that ran has ended") {
        End::OffScript(end) => end,
        End::Failed(kind) => ReplayEnd::Failed(kind),
        _ if entry < script.len() => ReplayEnd::ThreadFinished { entry, name: script.name(entry) },
        _ => ReplayEnd::Finished,
    };
    Replay { end, trace: trace(&execution), value: execution.outcome.clone(), wanted }
}
