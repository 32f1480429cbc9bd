//! The runs that shipped files cite: kept beside them, in the place of a
//! learner's own, so that what an author proves is the same for everybody.

use crate::error::Error;
use crate::exercise::{Exercise, Key};
use facts::Note;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// By the exercise that asks for runs, and by the slug of the one that was run.
pub struct Runs(BTreeMap<Key, BTreeMap<String, Vec<Note>>>);

impl Runs {
    /// What `runs.toml` of each of the exercises says.
    pub fn of<'a>(exercises: impl Iterator<Item = &'a Exercise>) -> Result<Self, Error> {
        let mut runs = BTreeMap::new();
        for Exercise { key, files, .. } in exercises {
            if let Some(file) = &files.runs
                && !runs.contains_key(key)
            {
                runs.insert(key.clone(), read(file)?);
            }
        }
        Ok(Self(runs))
    }

    pub fn get(&self, exercise: &Exercise, slug: &str) -> Option<Vec<Note>> {
        self.0.get(&exercise.key)?.get(slug).cloned()
    }
}

fn read(file: &Path) -> Result<BTreeMap<String, Vec<Note>>, Error> {
    let text = fs::read_to_string(file).map_err(|error| Error::file("read", file, &error))?;
    parse(&text).map_err(|error| {
        Error::fault(format!("{}: {}", file.display(), error.message()))
            .advice("It has a table for each exercise, with names of numbers and their values.")
    })
}

fn parse(text: &str) -> Result<BTreeMap<String, Vec<Note>>, toml::de::Error> {
    let runs: BTreeMap<String, BTreeMap<String, f64>> = toml::from_str(text)?;
    let notes = |numbers: BTreeMap<String, f64>| {
        let notes = numbers.into_iter().map(|(what, value)| {
            let unit = String::new();
            Note { what, value, unit }
        });
        notes.collect()
    };
    Ok(runs.into_iter().map(|(slug, numbers)| (slug, notes(numbers))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_a_table_of_numbers() {
        let runs = parse("[a-slug]\n\"calls together\" = 16\nticks = 1.5\n[other]\n").unwrap();
        let note = |what: &str, value| Note { what: what.into(), value, unit: String::new() };
        assert_eq!(runs["a-slug"], [note("calls together", 16.0), note("ticks", 1.5)]);
        assert_eq!(runs["other"], []);
        assert!(parse("slug = 1\n").is_err());
    }
}
