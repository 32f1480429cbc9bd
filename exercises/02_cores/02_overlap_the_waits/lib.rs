//! Fetches many pages from a slow server.

/// A server that takes its time.
pub trait Io: Sync {
    /// Asks for page `id` and blocks until the answer is there.
    fn fetch(&self, id: u32) -> String;

    /// Asks for page `id` when called for the first time. Returns at once:
    /// the answer if it is there, else `None`.
    fn try_fetch(&self, id: u32) -> Option<String>;
}

/// Fetches all pages; the answers are in the order of `ids`.
pub fn fetch_all(ids: &[u32], io: &impl Io) -> Vec<String> {
    // TODO: wait for all the answers at the same time.
    ids.iter().map(|&id| io.fetch(id)).collect()
}
