//! A reactor: one thread, and many conversations that wait.

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
    // TODO: while one task waits for its answer, let the others go on.
    for mut task in tasks {
        let mut request = task.go_on(None);
        while let Some(asked) = request {
            io.submit(asked);
            // Nothing else is under way, so it is the only answer.
            let (_, answer) = io.wait_any()[0];
            request = task.go_on(Some(answer));
        }
    }
}
