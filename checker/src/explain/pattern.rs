//! The name of a bug, read off the execution that shows it.

use super::scene::Scene;
use super::story::Story;
use super::{
    aba, act, data_race, deadlock, freed, livelock, lost_update, moments, ordering, publish,
    section, spurious,
};
use facts::{Failure, FailureKind};

/// The story of a failing execution. A pattern that is not recognised gets no
/// invented name.
pub fn story(scene: &Scene<'_>, failure: &Failure) -> Story {
    match &failure.kind {
        FailureKind::Deadlock(blocked) => deadlock::story(scene, blocked),
        FailureKind::Livelock(threads) => livelock::story(scene, threads),
        FailureKind::DataRace { first, second } => data_race::story(scene, *first, *second),
        FailureKind::UseAfterFree { freed, used } => freed::used(scene, *freed, *used),
        FailureKind::DoubleFree { first, second } => freed::twice(scene, *first, *second),
        FailureKind::Leak { allocated } => freed::never(scene, allocated),
        FailureKind::Unmet(_) => wrong(scene, failure, "wrong result"),
        FailureKind::Panicked { .. } => wrong(scene, failure, "panic"),
    }
}

/// A wrong value, or a panic over one: the most certain pattern first.
fn wrong(scene: &Scene<'_>, failure: &Failure, plain: &str) -> Story {
    let stale = || (failure.stale_reads > 0).then(|| ordering::story(scene)).flatten();
    let adversary = || (failure.adversarial > 0).then(|| spurious::story(scene)).flatten();
    let lost = lost_update::all(scene).pop();
    // A lock built from a check and an act lets two threads in; what is then
    // overwritten is only the consequence.
    let broken_lock = || {
        let lost = lost.as_ref()?;
        let object = scene.step(lost.write).object;
        act::story(scene, |act| act < lost.write && scene.step(act).object != object)
    };
    let interleaved = || {
        // Without a preemption no thread was interrupted half-way.
        (failure.preemptions > 0).then(|| {
            aba::story(scene)
                .or_else(|| act::story(scene, |_| true))
                .or_else(|| section::story(scene))
                .or_else(|| moments::story(scene))
        })?
    };
    stale()
        .or_else(adversary)
        .or_else(|| lost_update::given_up(scene))
        .or_else(broken_lock)
        .or_else(|| lost_update::story(scene, lost.as_ref()?))
        .or_else(|| publish::story(scene))
        .or_else(interleaved)
        .unwrap_or_else(|| Story::new(plain))
}
