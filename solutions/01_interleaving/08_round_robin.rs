//! A scheduler for one processor: tasks that take turns.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// How a task goes on after a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It is ready for the next step at once.
    Run,
    /// It is ready again after so many ticks.
    Wait(u64),
    /// It is done.
    Done,
}

/// Something to do in small steps.
pub trait Task {
    /// Does the next step, which begins at the tick `now` and takes one tick.
    fn step(&mut self, now: u64) -> Step;
}

/// Steps all tasks until they are done. Returns the tick at which the last
/// step ends.
pub fn run(mut tasks: Vec<Box<dyn Task>>) -> u64 {
    let mut now = 0;
    // Tasks are named by their place in `tasks`, which never changes. To remove
    // the ones that are done would move the others under new numbers.
    //
    // Every task is in one of two places, or done. The ready ones stand in a
    // queue: out at the front, in at the back, so that whoever comes later is
    // behind. A stack would step the same task again and again.
    let mut ready: VecDeque<usize> = (0..tasks.len()).collect();
    // Those that wait, with the tick at which they get ready, the earliest on
    // top. `Reverse`, because the heap's top is its greatest.
    let mut waiting: BinaryHeap<Reverse<(u64, usize)>> = BinaryHeap::new();

    loop {
        // Who has waited long enough gets into the queue before every turn, and
        // not only when the queue is empty: a task that is always ready would
        // keep the others from ever coming back.
        while let Some(&Reverse((from, task))) = waiting.peek()
            && from <= now
        {
            waiting.pop();
            ready.push_back(task);
        }
        let Some(task) = ready.pop_front() else {
            // Nobody is ready. The clock jumps to where the first one is; to
            // count there tick by tick would take as long as the wait.
            let Some(&Reverse((from, _))) = waiting.peek() else { return now };
            now = from;
            continue;
        };
        let step = tasks[task].step(now);
        // One clock, for all tasks alike: a step takes a tick of everybody's
        // time, a wait takes none. That is the whole trick.
        now += 1;
        match step {
            Step::Run => ready.push_back(task),
            Step::Wait(ticks) => waiting.push(Reverse((now + ticks, task))),
            Step::Done => {}
        }
        // A turn costs O(log n) where tasks wait. With a handful of tasks, a
        // look at all of them in a circle would be as good.
    }
}
