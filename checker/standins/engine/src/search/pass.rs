//! One pass: execution after execution, until the tree is walked or time is up.

use super::{Rare, Searcher};
use crate::execution::{Decider, End, Execution};
use crate::path::{Bounds, Path};
use facts::{Limit, Pass, Sample};
use std::mem;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// Executions that follow the first failing one however long they take: small
/// passes are the same on a machine that is busy.
const MORE_AFTER_FAILURE: u64 = 200;

impl Searcher {
    /// One pass; whether it was completed without a failure.
    pub fn pass(&mut self, bounds: Bounds, adversary: bool, main: Option<&str>) -> bool {
        self.pass_within(1.0, Path::new(bounds), adversary, main)
    }

    /// One pass that may go on until a share of the search's time is used up.
    pub(super) fn pass_within(
        &mut self,
        share: f64,
        path: Path,
        adversary: bool,
        main: Option<&str>,
    ) -> bool {
        let rare = Rare { accidents: usize::from(adversary), foresees: false };
        self.pass_with(share, path, rare, main)
    }

    /// As [`pass_within`](Self::pass_within), with what else seldom happens.
    pub(super) fn pass_with(
        &mut self,
        share: f64,
        path: Path,
        rare: Rare,
        main: Option<&str>,
    ) -> bool {
        let began = Instant::now();
        let mut pass = Pass {
            bound: path.bounds.preemptions,
            adversary: rare.accidents > 0,
            main: main.map(str::to_owned),
            executions: 0,
            failing: 0,
            complete: false,
            seconds: 0.0,
        };
        let mut execution =
            Execution::new(Decider::Search(Box::new(path)), rare.accidents, self.search.steps);
        execution.foresees = rare.foresees;
        execution.stored = mem::take(&mut self.stored);
        execution.newest_only = self.newest_only;
        let leaking = self.leaking;
        let deadline = self.started + Duration::from_secs_f64(self.search.seconds * share);
        let mut failed_at = None;
        loop {
            execution.run(&mut self.coroutines, Rc::clone(&self.model));
            self.offers = self.offers.max(execution.offers);
            self.foresight_useful |= execution.foresight_useful;
            self.shared = self.shared || execution.shares();
            if pass.executions == 0 {
                self.threads = self.threads.max(execution.actors());
            }
            if !self.tally(&execution, &mut pass) {
                break;
            }
            if pass.failing > 0 {
                failed_at.get_or_insert_with(|| (Instant::now(), pass.executions));
            }
            let (threads, steps) = (execution.roster.len(), execution.steps.len());
            let Decider::Search(path) = &mut execution.decider else { unreachable!("made above") };
            if let Some(sampler) = &path.sampler {
                self.count_sample(pass.executions, sampler.with_one_change(), threads, steps);
            }
            if !path.advance() {
                pass.complete = self.limit.is_none();
                break;
            }
            let now = Instant::now();
            if now > deadline {
                self.limit.get_or_insert(Limit::Time);
                break;
            }
            let seen_enough = |(at, first)| {
                now > at + self.after_failure && pass.executions > first + MORE_AFTER_FAILURE
            };
            if failed_at.is_some_and(seen_enough) {
                break;
            }
        }
        self.stored = mem::take(&mut execution.stored);
        pass.seconds = began.elapsed().as_secs_f64();
        let good = pass.complete && pass.failing == 0;
        let sampled = matches!(&execution.decider, Decider::Search(p) if p.sampler.is_some());
        if self.leaking > leaking && !sampled {
            self.leaky_pass.get_or_insert((self.passes.len(), self.leaking - leaking));
        }
        if !sampled || pass.failing > 0 {
            self.passes.push(pass);
        }
        good
    }

    fn count_sample(&mut self, runs: u64, with_one_change: u64, threads: usize, steps: usize) {
        let before = self.sample.take();
        let (most_threads, most_steps) = before.map_or((0, 0), |s| (s.threads, s.steps));
        self.sample = Some(Sample {
            executions: runs,
            with_one_change,
            threads: threads.max(most_threads),
            steps: steps.max(most_steps),
        });
    }

    /// Counts an execution; whether the pass can go on.
    fn tally(&mut self, execution: &Execution, pass: &mut Pass) -> bool {
        let end = execution.end.as_ref().expect("an execution that ran has ended");
        pass.executions += u64::from(*end != End::Redundant);
        pass.failing += u64::from(matches!(end, End::Failed(_) | End::Fault(_)));
        if let (End::Done | End::Leaked(_), Some(value)) = (end, &execution.outcome) {
            self.keep_outcome(value, execution);
        }
        match end {
            End::Redundant => {}
            End::Done => self.tidy += 1,
            End::Failed(kind) => self.keep_failure(kind, execution),
            End::Fault(fault) => self.keep_fault(fault, execution),
            End::Leaked(fault) => {
                self.leaking += 1;
                self.keep_leak(fault, execution);
            }
            End::Cut(limit) => {
                // Elsewhere, other executions may fail; here, longer ones would follow.
                let goes_on = matches!(limit, Limit::Steps(_)) && pass.bound.is_some();
                self.limit.get_or_insert_with(|| limit.clone());
                return goes_on;
            }
            End::OffScript(_) => unreachable!("a search follows no script"),
        }
        true
    }
}
