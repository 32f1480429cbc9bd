//! Native cases: each must run to its end.

use super::{Ask, Found, Ran, ending};
use crate::exercise::TestLimits;
use crate::finding::Step;
use crate::verdict::Proof;
use facts::{Fact, Limits, Note, Task};
use std::time::Duration;

pub fn ask(limits: &TestLimits, name: &str) -> Ask {
    Ask {
        task: Task::Case { name: name.to_owned() },
        limits: Limits { memory_mib: limits.memory_mib, cpus: limits.cpus },
        deadline: Duration::from_secs_f64(limits.seconds),
    }
}

pub fn read(ran: &[Ran]) -> Found {
    let mut found = Found::default();
    for Ran { case, run } in ran {
        match ending::read(Step::Test, case, run) {
            Some(ended) => found.add(ended),
            None => {
                let notes = notes(&run.facts);
                found.proofs.push(Proof::Held { case: case.name.clone(), notes });
            }
        }
    }
    found
}

fn notes(facts: &[Fact]) -> Vec<Note> {
    let notes = facts.iter().filter_map(|fact| match fact {
        Fact::Note(note) => Some(note.clone()),
        _ => None,
    });
    notes.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::sample::ran;

    #[test]
    fn each_case_is_held_or_found_wanting() {
        let note = Note { what: "additions".into(), value: 7.0, unit: String::new() };
        let facts = vec![Fact::Note(note.clone()), Fact::Completed];
        let found = read(&[ran("first", facts), ran("second", vec![])]);
        assert_eq!(found.proofs, [Proof::Held { case: "first".into(), notes: vec![note] }]);
        let cases: Vec<_> = found.findings.iter().filter_map(|it| it.case.as_ref()).collect();
        assert_eq!(cases.len(), 1);
        assert_eq!(cases[0].name, "second");
    }
}
