//! The tree of executions, walked depth first: one branch for every decision
//! of the execution at hand, and what is left to try at each.

use crate::clock::{Clock, Threads};
use crate::sample::Sampler;

/// Which executions to walk.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Preemptions allowed; `None` for every interleaving.
    pub preemptions: Option<usize>,
    /// Leave out interleavings equivalent to one already walked. Without it
    /// the walk is naive, which is what the reduction is tested against.
    pub reduce: bool,
}

#[derive(Debug, Clone)]
pub enum Branch {
    Schedule(Node),
    /// `taken` of `of` alternatives.
    Choice {
        taken: usize,
        of: usize,
    },
}

/// A state in which more than one thread could take the next step.
#[derive(Debug, Clone)]
pub struct Node {
    pub enabled: Threads,
    /// Threads whose next step is to be tried here.
    pub backtrack: Threads,
    /// Threads whose next step has been tried here, with all that follows.
    pub done: Threads,
    /// Threads whose next step need not be tried: an equivalent execution was
    /// walked elsewhere (Godefroid's sleep sets).
    pub sleep: Threads,
    pub chosen: usize,
    /// The thread that took the step before, if it could go on here.
    pub running: Option<usize>,
    /// Preemptions spent before this state.
    pub preemptions: usize,
    /// How many steps each thread had taken.
    pub times: Clock,
    /// The last earlier state at which the processor changed threads.
    pub switch: Option<usize>,
}

impl Node {
    pub fn costs(&self, thread: usize) -> usize {
        usize::from(self.running.is_some_and(|running| running != thread))
    }

    fn affordable(&self, bound: Option<usize>) -> Threads {
        match (bound, self.running) {
            (Some(bound), Some(running)) if self.preemptions >= bound => 1 << running,
            _ => !0,
        }
    }
}

/// The decisions of the execution at hand.
#[derive(Debug)]
pub struct Path {
    branches: Vec<Branch>,
    /// How many of the decisions the execution has come past.
    position: usize,
    pub bounds: Bounds,
    /// Draws what is decided, where the tree is not walked.
    pub sampler: Option<Sampler>,
}

/// The program did not do again what it did before under the same schedule.
#[derive(Debug)]
pub struct Diverged;

impl Path {
    pub fn new(bounds: Bounds) -> Self {
        Self { branches: Vec::new(), position: 0, bounds, sampler: None }
    }

    /// Executions drawn at random, as many as are asked for.
    pub fn sampled() -> Self {
        let bounds = Bounds { preemptions: None, reduce: false };
        Self { sampler: Some(Sampler::new()), ..Self::new(bounds) }
    }

    /// The same decisions, for the same execution once more.
    pub fn again(&self) -> Self {
        Self { branches: self.branches.clone(), ..Self::new(self.bounds) }
    }

    /// The next state: replays the decision made there, or adds the state with
    /// `first` as the thread to try first. Returns the position of the branch.
    pub fn schedule(
        &mut self,
        enabled: Threads,
        new: impl FnOnce(Option<usize>) -> Node,
    ) -> Result<usize, Diverged> {
        let at = self.position;
        self.position += 1;
        match self.branches.get(at) {
            Some(Branch::Schedule(node)) if node.enabled == enabled => Ok(at),
            Some(_) => Err(Diverged),
            None => {
                let mut node = new(self.switch_before(at));
                if !self.bounds.reduce {
                    node.backtrack = node.enabled;
                }
                self.branches.push(Branch::Schedule(node));
                Ok(at)
            }
        }
    }

    /// The next choice among `of` alternatives; 0 is tried first.
    pub fn choose(&mut self, of: usize, rarely: bool) -> Result<usize, Diverged> {
        let at = self.position;
        self.position += 1;
        match self.branches.get(at) {
            Some(Branch::Choice { taken, of: before }) if *before == of => Ok(*taken),
            Some(_) => Err(Diverged),
            None => {
                let taken = self.sampler.as_mut().map_or(0, |sampler| sampler.choose(of, rarely));
                self.branches.push(Branch::Choice { taken, of });
                Ok(taken)
            }
        }
    }

    pub fn node(&self, at: usize) -> &Node {
        match &self.branches[at] {
            Branch::Schedule(node) => node,
            Branch::Choice { .. } => unreachable!("positions of states come from `schedule`"),
        }
    }

    fn node_mut(&mut self, at: usize) -> &mut Node {
        match &mut self.branches[at] {
            Branch::Schedule(node) => node,
            Branch::Choice { .. } => unreachable!("positions of states come from `schedule`"),
        }
    }

    /// Asks that `thread` be tried in the state at `at`, where a step was taken
    /// that its next step conflicts with. `past` is what the thread's next step
    /// depends on. (Flanagan and Godefroid 2005, figure 3; the second place
    /// under a preemption bound is from Coons, Musuvathi and McKinley 2013.)
    pub fn backtrack(&mut self, at: usize, thread: usize, past: &Clock) {
        self.try_at(at, thread, past);
        if self.bounds.preemptions.is_some()
            && let Some(switch) = self.node(at).switch
        {
            self.try_at(switch, thread, past);
        }
    }

    fn try_at(&mut self, at: usize, thread: usize, past: &Clock) {
        let bounded = self.bounds.preemptions.is_some();
        let node = self.node_mut(at);
        if node.enabled & (1 << thread) != 0 {
            node.backtrack |= 1 << thread;
            return;
        }
        let leads_there = |other: &usize| {
            node.enabled & (1 << *other) != 0 && past.get(*other) > node.times.get(*other)
        };
        match (0..crate::clock::MAX_THREADS).find(leads_there) {
            Some(other) if !bounded => node.backtrack |= 1 << other,
            _ => node.backtrack |= node.enabled,
        }
    }

    fn switch_before(&self, at: usize) -> Option<usize> {
        let earlier = self.branches[..at].iter().enumerate().rev();
        let mut states = earlier.filter_map(|(at, branch)| match branch {
            Branch::Schedule(node) => Some((at, node)),
            Branch::Choice { .. } => None,
        });
        let (at, node) = states.next()?;
        let switched = node.running != Some(node.chosen);
        if switched { Some(at) } else { node.switch }
    }

    /// Moves on to the next execution; `false` when none is left.
    pub fn advance(&mut self) -> bool {
        self.position = 0;
        if let Some(sampler) = &mut self.sampler {
            sampler.begin(self.branches.len());
            self.branches.clear();
            return true;
        }
        let Bounds { preemptions, reduce } = self.bounds;
        while let Some(branch) = self.branches.last_mut() {
            match branch {
                Branch::Choice { taken, of } if *taken + 1 < *of => {
                    *taken += 1;
                    return true;
                }
                Branch::Choice { .. } => {}
                Branch::Schedule(node) => {
                    node.done |= 1 << node.chosen;
                    let asleep = if reduce { node.sleep } else { 0 };
                    let left = node.backtrack & node.enabled & !node.done & !asleep;
                    let left = left & node.affordable(preemptions);
                    if left != 0 {
                        node.chosen = left.trailing_zeros() as usize;
                        return true;
                    }
                }
            }
            self.branches.pop();
        }
        false
    }
}
