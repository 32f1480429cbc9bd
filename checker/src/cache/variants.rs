//! Shipped files that were proved to get their verdict, so that `author check`
//! judges only what changed since.

use crate::error::Error;
use crate::exercise::Exercise;
use crate::fingerprint;
use crate::progress::Failed;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What was proved, in memory and in its file.
pub struct Variants {
    path: PathBuf,
    /// Digest of what every judgement rests on.
    tools: String,
    proved: BTreeMap<String, Proved>,
}

/// One file that got its verdict.
#[derive(Serialize, Deserialize)]
struct Proved {
    /// Digest of everything that the verdict and its golden rest on.
    key: String,
    found: Vec<Failed>,
}

impl Variants {
    /// What earlier runs proved; nothing, where their file is absent or mangled.
    pub fn open(root: &Path) -> Result<Self, Error> {
        let path = root.join("target").join("scratch").join("proved.json");
        let proved = fs::read(&path).ok().and_then(|text| serde_json::from_slice(&text).ok());
        let tools = fingerprint::tools(root, &fingerprint::toolchain())?;
        Ok(Self { path, tools, proved: proved.unwrap_or_default() })
    }

    /// What was found in the file when it was proved as it is now.
    pub fn found_in(
        &self,
        exercise: &Exercise,
        file: &Path,
        golden: &Path,
    ) -> Result<Option<Vec<Failed>>, Error> {
        let Some(proved) = self.proved.get(&name(file)) else { return Ok(None) };
        let same = proved.key == self.key(exercise, file, golden)?;
        Ok(same.then(|| proved.found.clone()))
    }

    /// Remembers that the file got its verdict, and what was found in it.
    pub fn remember(
        &mut self,
        exercise: &Exercise,
        file: &Path,
        golden: &Path,
        found: Vec<Failed>,
    ) -> Result<(), Error> {
        let proved = Proved { key: self.key(exercise, file, golden)?, found };
        self.proved.insert(name(file), proved);
        Ok(())
    }

    /// Writes what is known for the next run. A file cut off by a kill is
    /// mangled, and then everything is proved again.
    pub fn save(&self) -> Result<(), Error> {
        let text = serde_json::to_vec(&self.proved)
            .map_err(|error| Error::fault(format!("cannot write proved.json: {error}")))?;
        fs::write(&self.path, text).map_err(|error| Error::file("write", &self.path, &error))
    }

    /// A variant's golden is compared with what comes of it, so it counts too.
    fn key(&self, exercise: &Exercise, file: &Path, golden: &Path) -> Result<String, Error> {
        let source = fs::read(file).map_err(|error| Error::file("read", file, &error))?;
        let judgement = fingerprint::judgement(exercise, &source, &self.tools)?;
        let golden = fs::read(golden).unwrap_or_default();
        Ok(format!("{judgement} {}", fingerprint::digest(&golden)))
    }
}

fn name(file: &Path) -> String {
    file.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::catalog::tests::{workspace, write};

    #[test]
    fn what_changed_since_is_not_proved() {
        let root = workspace(&["01_first/01_a"]);
        let catalog = Catalog::load(root.path()).unwrap();
        let exercise = &catalog.exercises()[0];
        let variant = "checker/hidden/01_first/01_a/wrong/late.rs";
        write(root.path(), variant, "late");
        write(root.path(), "target/scratch/lock", "");
        let file = root.path().join(variant);
        let mut variants = Variants::open(root.path()).unwrap();
        let golden = file.with_extension("txt");
        variants.remember(exercise, &file, &golden, Vec::new()).unwrap();
        variants.save().unwrap();
        let known = || {
            let variants = Variants::open(root.path()).unwrap();
            variants.found_in(exercise, &file, &golden).unwrap().is_some()
        };
        assert!(known());
        write(root.path(), "checker/hidden/01_first/01_a/wrong/late.txt", "another golden");
        assert!(!known());
        fs::remove_file(&golden).unwrap();
        assert!(known());
        write(root.path(), variant, "later");
        assert!(!known());
    }
}
