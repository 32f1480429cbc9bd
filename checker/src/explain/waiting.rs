//! Threads asleep for ever: nobody wakes them, sends to them, or lets go.

use super::blocked::{call, chain};
use super::prose::{code, list};
use super::scene::Scene;
use super::story::Story;
use super::wakeup;
use facts::Blocked;

/// The story of the thread whose waiting makes the others wait.
pub fn story(scene: &Scene<'_>, blocked: &[Blocked]) -> Story {
    let Some(root) = root(blocked) else {
        return Story::new("deadlock");
    };
    if let Some(kept_out) = blocked.iter().find(|it| it.holders.contains(&root.thread)) {
        return holding(scene, root, kept_out);
    }
    let kind = root.object.and_then(|object| scene.trace.objects.get(object));
    let kind = kind.map(|object| object.kind.as_str()).unwrap_or_default();
    match root.op.as_str() {
        _ if kind.contains("Condvar") => wakeup::story(scene, root),
        _ if kind.contains("Barrier") => barrier(scene, root),
        op if op.starts_with("recv")
            || op.starts_with("select")
            || op == "iter"
            || op == "next" =>
        {
            receive(scene, root)
        }
        "send" => full(scene, root, blocked),
        op if op.starts_with("park") => park(scene, root),
        _ if !root.holders.is_empty() => kept(scene, root),
        _ => Story::new("deadlock").tell(chain(scene, root)),
    }
}

/// Not one that only waits for another to end, nor for a lock a sleeper holds.
fn root(blocked: &[Blocked]) -> Option<&Blocked> {
    let waits_for_blocked = |stuck: &Blocked| {
        let mut on = stuck.holders.iter().chain(stuck.target.iter());
        on.any(|thread| blocked.iter().any(|other| other.thread == *thread))
    };
    blocked.iter().find(|stuck| !waits_for_blocked(stuck)).or(blocked.first())
}

/// It sleeps with a lock in its hands that others need.
fn holding(scene: &Scene<'_>, root: &Blocked, kept_out: &Blocked) -> Story {
    let (thread, call) = (scene.thread(root.thread), code(&call(scene, root)));
    let other = scene.thread(kept_out.thread);
    let lock = code(&kept_out.object.map(|lock| scene.object(lock)).unwrap_or_default());
    let title = if root.op == "lock" || root.op == "join" {
        "deadlock"
    } else {
        "deadlock: a lock held while waiting"
    };
    Story::new(title)
        .tell(format!(
            "{thread} waits in {call} and holds {lock} meanwhile; {other} needs {lock} to go on, \
             and cannot end the wait before that."
        ))
        .teach(
            "Whoever waits for others keeps nothing they need. A condition variable gives back the \
             one lock it is given; every other guard has to end before the wait.",
        )
}

fn barrier(scene: &Scene<'_>, root: &Blocked) -> Story {
    let (thread, call) = (scene.thread(root.thread), code(&call(scene, root)));
    Story::new("deadlock: a barrier that is never full")
        .tell(format!("{thread} waits in {call}, and no thread is left to arrive."))
        .teach("A barrier opens when exactly as many threads have arrived as it was made for.")
}

fn receive(scene: &Scene<'_>, root: &Blocked) -> Story {
    let (thread, call) = (scene.thread(root.thread), code(&call(scene, root)));
    Story::new("deadlock: a receive that no sender ends")
        .tell(format!(
            "{thread} waits in {call}. The channel is empty, a sender is still alive, and no \
             thread is left to send or to drop it."
        ))
        .teach(
            "A receiver learns that nothing more comes only when the last sender is dropped, the \
             original included.",
        )
}

fn full(scene: &Scene<'_>, root: &Blocked, blocked: &[Blocked]) -> Story {
    let waits = |stuck: &Blocked| {
        let (thread, call) = (scene.thread(stuck.thread), code(&call(scene, stuck)));
        format!("{thread} waits in {call} for room")
    };
    let senders: Vec<_> = blocked.iter().filter(|stuck| stuck.op == "send").collect();
    let told = if senders.len() > 1 {
        let all: Vec<_> = senders.into_iter().map(waits).collect();
        format!("{}, and none of them comes to receive.", list(&all))
    } else {
        format!("{}, and no thread is left to receive.", waits(root))
    };
    Story::new("deadlock: a full channel that nobody empties")
        .tell(told)
        .teach("A bounded channel makes senders wait: someone has to be receiving while they send.")
}

fn park(scene: &Scene<'_>, root: &Blocked) -> Story {
    let thread = scene.thread(root.thread);
    Story::new("deadlock: parked for ever")
        .tell(format!("{thread} is parked, and no thread is left to unpark it."))
        .teach(format!(
            "{} leaves one token at most: several unparks before a {} wake it once.",
            code("unpark"),
            code("park")
        ))
}

/// The holder has ended, or the lock was forgotten.
fn kept(scene: &Scene<'_>, root: &Blocked) -> Story {
    let holder = root.holders.first().map(|&thread| scene.thread(thread)).unwrap_or_default();
    let object = root.object.map(|object| scene.object(object)).unwrap_or_default();
    Story::new("deadlock: a lock that is never given back")
        .tell(format!(
            "{} waits for {}, which {holder} locked and never unlocked; {holder} has ended.",
            scene.thread(root.thread),
            code(&object),
        ))
        .teach("A guard gives its lock back when it is dropped; one that is forgotten never does.")
}
