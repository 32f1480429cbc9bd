//! What a thread waited for, as it is told.

use crate::explain::receiver;
use crate::explain::sources::Sources;
use facts::timeline::{Reason, Timeline, Wait};
use serde::Serialize;

/// What a thread waited for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cause {
    pub reason: Reason,
    /// The object, as the source calls it.
    pub name: Option<String>,
    pub place: String,
    /// The crate that waits on the learner's behalf.
    pub within: Option<String>,
}

impl Cause {
    /// The word for it in a lane.
    pub fn word(&self) -> &str {
        match self.within.as_deref() {
            Some("rayon-core") => "rayon",
            Some("crossbeam-channel") => "channel",
            Some(other) => other,
            None => word(self.reason),
        }
    }

    /// "lock seats lib.rs:14", "in rayon-core".
    pub fn told(&self) -> String {
        if let Some(within) = &self.within {
            return format!("in {within}");
        }
        let name = self.name.as_ref().map(|name| format!(" {name}")).unwrap_or_default();
        format!("{}{name} {}", word(self.reason), self.place)
    }

    pub fn of(wait: &Wait, timeline: &Timeline, sources: &Sources<'_>) -> Self {
        let place = timeline.places.get(wait.place);
        let around = place.and_then(|place| sources.around(place));
        let called = around.filter(|(_, after)| after.starts_with(method(wait.reason)));
        Self {
            reason: wait.reason,
            name: called.and_then(|(before, _)| receiver::used(before)),
            place: place.map(|place| sources.place(place)).unwrap_or_default(),
            within: place.filter(|_| around.is_none()).and_then(|place| package(&place.file)),
        }
    }
}

/// The package that a file of another crate is in: `…/rayon-core-1.13.0/src/latch.rs`.
fn package(file: &str) -> Option<String> {
    let is_std = file.starts_with("/rustc/");
    let (folder, _) = file.rsplit_once("/src/").filter(|_| !is_std)?;
    let folder = folder.rsplit('/').next()?;
    let name = folder.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    Some(name.trim_end_matches('-').to_owned())
}

/// How a call begins that waits for an object with a name of its own.
fn method(reason: Reason) -> &'static str {
    match reason {
        Reason::Condvar | Reason::Barrier => "wait",
        Reason::Once => "get_or_init",
        _ => word(reason),
    }
}

/// The word for it in pictures and tables.
fn word(reason: Reason) -> &'static str {
    match reason {
        Reason::Lock => "lock",
        Reason::Read => "read",
        Reason::Write => "write",
        Reason::Condvar => "condvar",
        Reason::Barrier => "barrier",
        Reason::Recv => "recv",
        Reason::Send => "send",
        Reason::Join => "join",
        Reason::Once => "once",
        Reason::Park => "park",
        Reason::Sleep => "sleep",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_is_called_without_its_version() {
        let name = |file| package(file).unwrap();
        assert_eq!(name("/r/registry/src/index-1f/rayon-core-1.13.0/src/latch.rs"), "rayon-core");
        assert_eq!(name("vendor/crossbeam-channel/src/context.rs"), "crossbeam-channel");
        assert_eq!(package("lib.rs"), None);
        assert_eq!(package("/rustc/1/library/core/src/ops/function.rs"), None);
    }
}
