//! A reactor: one thread, and many conversations that wait.

use std::collections::HashMap;

/// What the operating system offers: requests that are answered some time
/// later. An answer comes with the token of its request.
pub trait Io {
    /// Sends a request and returns at once, with its token.
    fn submit(&mut self, request: u32) -> u64;

    /// Sleeps until an answer is there. Gives out all that have come.
    fn wait_any(&mut self) -> Vec<(u64, u32)>;

    /// Gives out all answers that have come, without sleeping: maybe none.
    fn poll(&mut self) -> Vec<(u64, u32)>;
}

/// A conversation: it asks, and goes on with the answer.
pub trait Task {
    /// Begins without an answer, goes on with the answer to its last request.
    /// Returns the next request, or `None` when it is done.
    fn go_on(&mut self, answer: Option<u32>) -> Option<u32>;
}

/// Runs all tasks until they are done, on the calling thread.
pub fn run(tasks: Vec<Box<dyn Task>>, io: &mut dyn Io) {
    // Where a thread would keep its place in the program on its stack, a task
    // keeps it in itself. What is left to know is whom an answer is for: the
    // token says it, in whatever order answers come.
    let mut waiting = HashMap::new();
    for task in tasks {
        go_on(task, None, io, &mut waiting);
    }
    // `wait_any` is the only place where the thread sleeps, and it sleeps there
    // for all tasks at once. To wait for one certain token would make all others
    // wait behind it; to `poll` in a loop would be to compute nothing at full
    // speed.
    while !waiting.is_empty() {
        // All that have come, not the first one: nobody gives them out again.
        for (token, answer) in io.wait_any() {
            // Out of the map, because the token may be another task's next.
            let task = waiting.remove(&token).expect("an answer bears the token of a request");
            go_on(task, Some(answer), io, &mut waiting);
        }
    }
}

/// Lets a task go on, to its next request or to its end.
fn go_on(
    mut task: Box<dyn Task>,
    answer: Option<u32>,
    io: &mut dyn Io,
    waiting: &mut HashMap<u64, Box<dyn Task>>,
) {
    if let Some(request) = task.go_on(answer) {
        waiting.insert(io.submit(request), task);
    }
}
