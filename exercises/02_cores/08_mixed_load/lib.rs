//! Fetches many pages and digests them: waiting and computing.

/// A slow server and a costly computation.
pub trait Work: Sync {
    /// Asks the server for a page, and waits for it.
    fn fetch(&self, id: u32) -> u64;

    /// Finds the words of a page. Keeps a core busy.
    fn digest(&self, page: u64) -> u64;
}

/// The digests of all pages, in the order of `ids`.
///
/// The server answers up to `connections` requests at a time; the machine has
/// `cores` cores.
pub fn digest_all(ids: &[u32], connections: usize, cores: usize, work: &impl Work) -> Vec<u64> {
    // TODO: fetch `connections` pages at a time, and digest as many as there
    // are cores meanwhile.
    let _ = (connections, cores);
    ids.iter().map(|&id| work.digest(work.fetch(id))).collect()
}
