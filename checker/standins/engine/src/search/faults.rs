//! What went wrong with memory, made into failures that can be told.

use super::{Searcher, failure, rank};
use crate::execution::{Decider, End, Execution};
use crate::memory::{self, Fault};
use facts::{Failure, FailureKind, Limit};
use std::rc::Rc;

impl Searcher {
    /// Keeps a fault of memory as [`keep_failure`](Self::keep_failure) does.
    pub(super) fn keep_fault(&mut self, fault: &Fault, execution: &Execution) {
        let rank = rank(execution);
        if self.best.as_ref().is_some_and(|(best, _)| rank >= *best) {
            return;
        }
        match self.witness(fault, execution) {
            Some(failure) => self.best = Some((rank, failure)),
            None => {
                // Nobody but a stand-in can have done it, and a learner must
                // not be blamed for that.
                let what = "memory that a stand-in shares between threads".to_owned();
                self.limit.get_or_insert(Limit::Unsupported(what));
            }
        }
    }

    pub(super) fn keep_leak(&mut self, fault: &Fault, execution: &Execution) {
        let rank = rank(execution);
        if self.leak.as_ref().is_none_or(|(best, _)| rank < *best)
            && let Some(failure) = self.witness(fault, execution)
        {
            self.leak = Some((rank, failure));
        }
    }

    /// Repeats an execution in which something went wrong with memory, writing
    /// down the events that matter. `None` if it was not the learner's doing.
    fn witness(&mut self, fault: &Fault, execution: &Execution) -> Option<Failure> {
        let Decider::Search(path) = &execution.decider else { return None };
        if matches!(fault, Fault::Leak { .. }) {
            memory::look_between();
        }
        let decider = Decider::Search(Box::new(path.again()));
        let mut again = Execution::new(decider, execution.adversary, self.search.steps);
        again.newest_only = execution.newest_only;
        again.foresees = execution.foresees;
        again.stored.clone_from(&execution.stored);
        again.wanted = fault.events();
        again.run(&mut self.coroutines, Rc::clone(&self.model));
        let fault = match &again.end {
            // Fewer, for this time it was looked more closely.
            Some(End::Leaked(closer)) => closer,
            Some(End::Fault(same)) if same == fault => fault,
            _ => return None,
        };
        let step = |event: u32| {
            let (_, step) = again.witnessed.iter().find(|(other, _)| *other == event)?;
            memory::is_known(again.steps.get(*step)?).then_some(*step)
        };
        let kind = match fault {
            Fault::Race { first, second } => {
                FailureKind::DataRace { first: step(*first)?, second: step(*second)? }
            }
            Fault::UseAfterFree { freed, used } => {
                FailureKind::UseAfterFree { freed: step(*freed)?, used: step(*used)? }
            }
            Fault::DoubleFree { first, second } => {
                FailureKind::DoubleFree { first: step(*first)?, second: step(*second)? }
            }
            Fault::Leak { allocated } => {
                let steps: Vec<usize> = allocated.iter().filter_map(|event| step(*event)).collect();
                FailureKind::Leak { allocated: (!steps.is_empty()).then_some(steps)? }
            }
        };
        Some(failure(kind, &again))
    }
}
