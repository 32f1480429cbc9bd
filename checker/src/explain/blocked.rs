//! Blocked threads in words: what they hold, and what they wait for.

use super::prose::{code, list};
use super::receiver;
use super::scene::Scene;
use facts::Blocked;

/// `to.lock()`, `join B`, `park()`
pub fn call(scene: &Scene<'_>, stuck: &Blocked) -> String {
    match (stuck.object, stuck.target) {
        (_, Some(target)) => format!("{} {}", stuck.op, scene.thread(target)),
        (Some(object), _) if !stuck.op.starts_with("park") => {
            // What is locked twice has two names in the source: show the second.
            let own = stuck.holders.contains(&stuck.thread);
            let kind = &scene.trace.objects[object].kind;
            let unnamed = scene.object(object).starts_with(kind);
            let name = (own || unnamed).then(|| name_there(scene, stuck)).flatten();
            format!("{}.{}()", name.unwrap_or_else(|| scene.object(object)), stuck.op)
        }
        _ => format!("{}()", stuck.op),
    }
}

/// The name of what it waits for at the place where it waits.
pub fn name_there(scene: &Scene<'_>, stuck: &Blocked) -> Option<String> {
    receiver::used(scene.sources.around(&stuck.place)?.0)
}

/// "A holds `from` since lib.rs:14 and waits for `to`."
pub fn chain(scene: &Scene<'_>, stuck: &Blocked) -> String {
    let thread = scene.thread(stuck.thread);
    let waits = match (stuck.object, stuck.target) {
        (_, Some(target)) => format!("waits for {} to end", scene.thread(target)),
        (Some(object), _) => format!("waits for {}", code(&scene.object(object))),
        _ => format!("waits in {}", code(&stuck.op)),
    };
    let place = scene.sources.place(&stuck.place);
    let held = stuck.holds.iter().map(|held| {
        format!("{} since {}", code(&scene.object(held.object)), scene.sources.place(&held.place))
    });
    let held: Vec<_> = held.collect();
    if held.is_empty() {
        return format!("{thread} {waits} at {place}.");
    }
    format!("{thread} holds {} and {waits} at {place}.", list(&held))
}
