//! What the threads and objects of a trace are called.

use super::receiver;
use super::sources::Sources;
use facts::{Effect, Trace};
use std::collections::BTreeSet;

/// Names by index into the trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    pub threads: Vec<String>,
    pub objects: Vec<String>,
}

impl Names {
    /// `main` is the role that ran in the main thread, if one did.
    pub fn new(trace: &Trace, sources: &Sources<'_>, main: Option<&str>) -> Self {
        Self { threads: threads(trace, main), objects: objects(trace, sources) }
    }
}

fn threads(trace: &Trace, main: Option<&str>) -> Vec<String> {
    let named = trace.threads.iter().enumerate().map(|(index, thread)| {
        match (index, thread.name.as_deref(), main) {
            (0, None | Some("main"), Some(role)) => role.to_owned(),
            (0, None, None) => "main".to_owned(),
            (_, Some(name), _) if !name.is_empty() => name.to_owned(),
            _ => format!("thread {index}"),
        }
    });
    let names: Vec<String> = named.collect();
    number_twins(names)
}

fn objects(trace: &Trace, sources: &Sources<'_>) -> Vec<String> {
    let used = used_objects(trace);
    let receivers: Vec<_> =
        (0..trace.objects.len()).map(|object| receivers_of(object, trace, sources)).collect();
    let names = (0..trace.objects.len()).map(|object| {
        let own = only(&receivers[object]);
        let shared = own.is_some_and(|name| {
            used.iter().any(|&other| other != object && receivers[other].contains(name))
        });
        match own {
            Some(name) if !shared => name.clone(),
            _ => base(object, &receivers[object], trace, sources),
        }
    });
    let mut names: Vec<String> = names.collect();
    // Objects that no step touches need no number of their own.
    let twins = number_twins(used.iter().map(|&object| names[object].clone()).collect());
    for (&object, name) in used.iter().zip(twins) {
        names[object] = name;
    }
    names
}

/// The objects that appear in a step, in the order of their creation.
fn used_objects(trace: &Trace) -> Vec<usize> {
    let used: BTreeSet<_> = trace.steps.iter().filter_map(|step| step.object).collect();
    used.into_iter().filter(|&object| object < trace.objects.len()).collect()
}

/// Every way in which the source names the object.
fn receivers_of(object: usize, trace: &Trace, sources: &Sources<'_>) -> BTreeSet<String> {
    let steps = trace.steps.iter().filter(|step| step.object == Some(object));
    // A guard's drop points at the end of a scope, not at a method of the lock.
    let steps = steps.filter(|step| step.effect != Effect::Release);
    // A wait locks its mutex again: the place is right, but names the condvar.
    let found = steps.filter_map(|step| {
        let (before, after) = sources.around(&step.place)?;
        receiver::used(before).filter(|_| after.starts_with(&step.op))
    });
    found.collect()
}

fn only(names: &BTreeSet<String>) -> Option<&String> {
    names.first().filter(|_| names.len() == 1)
}

/// A name that several objects can share: the receivers' without their index,
/// the creation site's, or the type.
fn base(
    object: usize,
    receivers: &BTreeSet<String>,
    trace: &Trace,
    sources: &Sources<'_>,
) -> String {
    let indexed = receivers.iter().filter(|name| name.contains('['));
    let indexed: BTreeSet<_> = indexed.map(|name| receiver::without_index(name)).collect();
    let created = trace.objects[object].created.as_ref();
    let created = created.and_then(|place| receiver::created(sources.around(place)?.0));
    let name = only(&indexed).cloned().or(created).or_else(|| only(receivers).cloned());
    name.unwrap_or_else(|| trace.objects[object].kind.clone())
}

/// Numbers the names that occur more than once: `slot#1`, `slot#2`.
fn number_twins(names: Vec<String>) -> Vec<String> {
    let numbered = names.iter().enumerate().map(|(index, name)| {
        let twins = names.iter().filter(|other| *other == name).count();
        let nth = names[..index].iter().filter(|other| *other == name).count() + 1;
        if twins > 1 { format!("{name}#{nth}") } else { name.clone() }
    });
    numbered.collect()
}

#[cfg(test)]
mod tests {
    use crate::explain::fixture::{Tale, names};

    #[test]
    fn objects_are_called_as_in_the_source() {
        let tale = Tale::new("self.hits.load();\nself.total\n  .lock();")
            .object("AtomicU64")
            .object("Mutex")
            .step(0, "load", 0, 1, "load")
            .step(1, "lock", 1, 3, "lock");
        assert_eq!(names(&tale).objects, ["hits", "total"]);
    }

    #[test]
    fn indexed_objects_are_numbered() {
        let tale = Tale::new("accounts[from].lock();\naccounts[to].lock();")
            .object("Mutex")
            .object("Mutex")
            .step(0, "lock", 0, 1, "lock")
            .step(0, "lock", 1, 2, "lock")
            .step(1, "lock", 1, 1, "lock")
            .step(1, "lock", 0, 2, "lock");
        assert_eq!(names(&tale).objects, ["accounts#1", "accounts#2"]);
    }

    #[test]
    fn an_object_without_a_receiver_is_called_by_its_creation() {
        let tale = Tale::new("Self { state: Mutex::new(0) }\nlock(a);")
            .object_at("Mutex", 1, "Mutex::new")
            .step(0, "lock", 0, 2, "a)");
        assert_eq!(names(&tale).objects, ["state"]);
    }

    #[test]
    fn nameless_objects_are_called_by_their_type_and_threads_by_number() {
        let tale =
            Tale::new("x").object("Mutex").object("Mutex").thread("").step(0, "lock", 0, 1, "x");
        assert_eq!(names(&tale).objects, ["Mutex", "Mutex"]);
        assert_eq!(names(&tale).threads, ["main", "A", "B", "thread 3"]);
    }
}
