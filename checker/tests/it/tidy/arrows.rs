//! Who may know whom in `checker/src`. Work never knows a report, explanations
//! know data only, and the vocabulary knows nothing but itself.

use super::sources::modules;
use crate::workspace::agree;
use std::collections::BTreeSet;

/// Plain data, for everybody.
const VOCABULARY: [&str; 6] = ["exercise", "finding", "verdict", "scaling", "event", "error"];

/// Every other module and whom it may know beside the vocabulary.
const ARROWS: [(&str, &[&str]); 16] = [
    ("main", &["cli", "command", "exit", "report"]),
    ("cli", &[]),
    ("exit", &[]),
    (
        "command",
        &["cache", "catalog", "check", "cli", "exit", "explain", "machine", "progress", "report"],
    ),
    ("cache", &["check", "explain", "fingerprint", "progress"]),
    ("check", &["cargo", "catalog", "process", "scratch", "step"]),
    ("step", &["cargo", "process"]),
    ("scratch", &[]),
    ("cargo", &[]),
    ("process", &[]),
    ("catalog", &[]),
    ("progress", &["fingerprint"]),
    ("fingerprint", &["cargo"]),
    ("machine", &["cargo"]),
    ("report", &["explain", "machine"]),
    ("explain", &[]),
];

#[test]
fn arrows_point_one_way() {
    let mut complaints = Vec::new();
    for module in modules() {
        let allowed = ARROWS.iter().find(|(name, _)| *name == module.name);
        let known: &[&str] = match allowed {
            Some((_, known)) => known,
            None if VOCABULARY.contains(&&*module.name) => &[],
            None => {
                complaints.push(format!("{} has no line in this table", module.name));
                continue;
            }
        };
        for other in used(&module.code) {
            let fine =
                other == module.name || VOCABULARY.contains(&&*other) || known.contains(&&*other);
            if !fine {
                complaints.push(format!("{} must not know `{other}`", module.file));
            }
        }
    }
    agree(&complaints);
}

/// The modules named behind `crate::`, also in `crate::{a, b::c}`.
fn used(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let items = match rest.strip_prefix('{') {
            Some(list) => list.split_once('}').map_or(list, |(list, _)| list),
            None => rest.split([';', ',', ' ', '\n', '(', ')', '<', '>']).next().unwrap(),
        };
        for item in items.split(',') {
            let name: String =
                item.trim().chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            // What follows a nested brace is no module.
            if !name.is_empty() && item.trim()[name.len()..].starts_with("::")
                || item.trim() == name && !name.is_empty()
            {
                names.insert(name);
            }
        }
    }
    names
}

#[test]
fn modules_are_read_from_use_lines() {
    let code = "use crate::error::Error;\nuse crate::{machine, report::json::Json};\n";
    assert_eq!(used(code).into_iter().collect::<Vec<_>>(), ["error", "machine", "report"]);
}
