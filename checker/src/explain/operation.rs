//! One operation as a piece of code: `hits.load → 0`.

use super::access::{failed_exchange, is_exchange};
use super::scene::Scene;
use facts::{Effect, Step};

/// The operation of a step. Orderings are shown where they are the point.
pub fn text(scene: &Scene<'_>, index: usize, orderings: bool) -> String {
    let step = scene.step(index);
    let call = call(scene, index, orderings);
    let result = step.result.as_deref().filter(|result| !result.is_empty() && *result != "()");
    match (step.effect, result) {
        (Effect::Wake, _) => format!("{call} returns"),
        // How many it woke is not what the call returns.
        (Effect::Notify, _) | (_, None) => call,
        (_, Some(found)) if failed_exchange(step) => format!("{call} → Err({found})"),
        (_, Some(found)) if is_exchange(step) => format!("{call} → Ok({found})"),
        (_, Some(result)) => format!("{call} → {result}"),
    }
}

/// The operation without what it gave: `hits.load(Acquire)`.
pub fn call(scene: &Scene<'_>, index: usize, orderings: bool) -> String {
    let step = scene.step(index);
    let arguments = arguments(step, orderings);
    if let Some(target) = step.target {
        let target = scene.thread(target);
        return match step.effect {
            Effect::Spawn | Effect::Join | Effect::Notify => format!("{} {target}", step.op),
            _ => format!("{target}.{}({arguments})", step.op),
        };
    }
    let op = scene.op(index);
    let Some(object) = step.object.filter(|_| !op.starts_with("park")) else {
        return format!("{op}({arguments})");
    };
    if is_plain(scene, index) {
        return format!("{op} memory");
    }
    let name = scene.object(object);
    match (step.effect, &step.argument) {
        (Effect::Release, Some(left)) if op == "unlock" => format!("unlock {name}, now {left}"),
        (Effect::Release, None) if op == "unlock" => format!("unlock {name}"),
        (Effect::Read, _) if arguments.is_empty() => format!("{name}.{op}"),
        _ => format!("{name}.{op}({arguments})"),
    }
}

/// Whether the step is a plain access to memory, through no type of std's.
pub fn is_plain(scene: &Scene<'_>, index: usize) -> bool {
    let object = scene.step(index).object.and_then(|object| scene.trace.objects.get(object));
    object.is_some_and(|object| object.kind == "memory")
}

fn arguments(step: &Step, orderings: bool) -> String {
    let ordering = step.ordering.as_deref().filter(|_| orderings);
    // A compare-exchange that succeeds has found what it expected.
    let expected = match step.effect {
        _ if !is_exchange(step) => None,
        Effect::Read => Some("_"),
        _ => step.result.as_deref(),
    };
    let arguments = expected.into_iter().chain(step.argument.as_deref()).chain(ordering);
    arguments.collect::<Vec<_>>().join(", ")
}
