//! A board that shows the depth of a channel.

use parking_lot::Mutex;

/// Shows a depth in decimetres.
pub struct DepthBoard {
    shown: Mutex<Shown>,
}

/// What is shown, and how many were shown before it.
//
// Both are behind the same lock: a number beside it could be read before a
// sounding and the depth after it, and then the two belong to different
// moments.
struct Shown {
    depth: u32,
    version: u64,
}

impl DepthBoard {
    /// A board that shows `depth`.
    pub fn new(depth: u32) -> Self {
        Self { shown: Mutex::new(Shown { depth, version: 0 }) }
    }

    /// The depth that is shown.
    pub fn depth(&self) -> u32 {
        self.shown.lock().depth
    }

    /// Puts up what a pilot has sounded.
    pub fn sound(&self, depth: u32) {
        self.shown.lock().put_up(depth);
    }

    /// Asks what to make of the depth that is shown, and puts up the answer.
    pub fn correct(&self, ask: impl Fn(u32) -> u32) {
        loop {
            // The lock is held twice, for two looks, and never while `ask`
            // runs. A guard in a statement of its own is gone at its end.
            let (depth, version) = {
                let shown = self.shown.lock();
                (shown.depth, shown.version)
            };
            let answer = ask(depth);

            // Between the two sections anything may have happened, and that is
            // no mistake as long as the second one *finds out*. It may not
            // assume what the first one saw. Check and putting up share a
            // guard, so nothing comes between those two.
            let mut shown = self.shown.lock();
            // Not `shown.depth == depth`: a depth can go away and come back,
            // and looks as if nothing had happened. A version never comes back.
            if shown.version == version {
                shown.put_up(answer);
                return;
            }
            // Void. The guard ends with this round, before `ask` is called
            // again: to keep it "so that it works this time" would make
            // everybody wait after all.
        }
        // Cost: a question asked in vain for each time somebody came between.
        // That is cheap where it is rare. Where many correct all the time, the
        // questions mostly are in vain, and a queue of officers, one lock for
        // them and none for the others, would ask less. It would forbid two
        // questions at the same time, which this board has to allow.
    }
}

impl Shown {
    /// The only way to change the depth, so no change goes without a version.
    fn put_up(&mut self, depth: u32) {
        self.depth = depth;
        self.version += 1;
    }
}
