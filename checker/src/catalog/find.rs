//! From what was typed to the exercise or chapter that is meant.

use super::Chapter;
use crate::error::Error;
use crate::exercise::Exercise;
use std::path::Path;

/// How alike two names must be to suggest one for the other, from 0 to 1.
const ALIKE: f64 = 0.6;

/// The most names suggested.
const SUGGESTIONS: usize = 3;

/// The most exercises an abbreviation can mean and still have them listed.
const CANDIDATES: usize = 6;

pub(super) fn exercise<'a>(all: &'a [Exercise], typed: &str) -> Result<&'a Exercise, Error> {
    if let Some(found) = all.iter().find(|exercise| names_its_place(exercise, typed)) {
        return Ok(found);
    }
    let wanted = slug_like(typed);
    let slugs: Vec<String> = all.iter().map(|exercise| exercise.key.slug()).collect();
    if let Some(index) = slugs.iter().position(|slug| *slug == wanted) {
        return Ok(&all[index]);
    }
    let beginning = |slug: &String| slug.starts_with(&wanted);
    let containing = |slug: &String| slug.contains(&wanted);
    for fits in [&beginning as &dyn Fn(&String) -> bool, &containing] {
        let indices: Vec<usize> = (0..all.len()).filter(|index| fits(&slugs[*index])).collect();
        match indices[..] {
            [] => {}
            [index] => return Ok(&all[index]),
            _ => return Err(ambiguous(typed, indices.iter().map(|index| &*slugs[*index]))),
        }
    }
    Err(unknown(typed, &wanted, &slugs))
}

pub(super) fn chapter<'a>(all: &'a [Chapter], typed: &str) -> Result<&'a Chapter, Error> {
    let number = typed.parse::<u32>().ok();
    let wanted = slug_like(typed);
    all.iter()
        .find(|chapter| {
            chapter.folder == typed
                || number.is_some() && chapter.number().parse().ok() == number
                || slug_like(&chapter.folder) == wanted
        })
        .ok_or_else(|| {
            let names: Vec<_> = all.iter().map(|chapter| chapter.folder.as_str()).collect();
            Error::usage(format!("there is no chapter `{typed}`"))
                .advice(format!("The chapters are {}.", names.join(", ")))
        })
}

/// Whether the key or a path to the exercise's folder or file was typed.
fn names_its_place(exercise: &Exercise, typed: &str) -> bool {
    let key = exercise.key.to_string();
    if typed == key {
        return true;
    }
    let lib = &exercise.files.lib;
    let path = Path::new(typed);
    let same = |file: &Path| {
        path.canonicalize().is_ok_and(|path| file.canonicalize().is_ok_and(|file| path == file))
    };
    // A lone word is a slug, even where a file has the same name.
    typed.contains(['/', '\\'])
        && (same(lib)
            || lib.parent().is_some_and(same)
            || path.ends_with(Path::new(&key))
            || path.ends_with(Path::new(&key).join("lib.rs")))
}

/// `04_bank_transfer` and `Bank_Transfer` are `bank-transfer`.
fn slug_like(typed: &str) -> String {
    let digits = typed.trim_start_matches(|c: char| c.is_ascii_digit());
    let words = if digits.starts_with(['_', '-']) { &digits[1..] } else { typed };
    words.replace('_', "-").to_lowercase()
}

fn ambiguous<'a>(typed: &str, slugs: impl Iterator<Item = &'a str>) -> Error {
    let slugs: Vec<_> = slugs.collect();
    let error = Error::usage(format!("`{typed}` is short for {} exercises", slugs.len()));
    match slugs.get(CANDIDATES..) {
        Some([_, ..]) => error.advice("Type more of the name; `list` names them all."),
        _ => error.advice(format!("Type more of one of {}.", slugs.join(", "))),
    }
}

fn unknown(typed: &str, wanted: &str, slugs: &[String]) -> Error {
    let error = Error::usage(format!("there is no exercise `{typed}`"));
    let likeness = |slug: &str| strsim::jaro_winkler(wanted, slug);
    let mut near: Vec<_> = slugs.iter().map(|slug| (likeness(slug), slug.as_str())).collect();
    near.retain(|(alike, _)| *alike >= ALIKE);
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    near.truncate(SUGGESTIONS);
    if near.is_empty() {
        return error.advice("`list` names them all.");
    }
    let near: Vec<_> = near.into_iter().map(|(_, slug)| slug).collect();
    error.advice(format!("Nearest: {}. `list` names them all.", near.join(", ")))
}

#[cfg(test)]
mod tests {
    use crate::catalog::Catalog;
    use crate::catalog::tests::workspace;

    const KEYS: [&str; 4] = [
        "01_first/01_lost_update",
        "02_locks/01_latch",
        "02_locks/04_bank_transfer",
        "02_locks/05_bank_run",
    ];

    fn find(typed: &str) -> Result<String, String> {
        let root = workspace(&KEYS);
        let catalog = Catalog::load(root.path()).unwrap();
        let found = catalog.find(typed).map(|exercise| exercise.key.slug());
        found.map_err(|error| error.to_string())
    }

    #[test]
    fn every_way_to_name_an_exercise_finds_it() {
        for typed in [
            "bank-transfer",
            "bank_transfer",
            "Bank-Transfer",
            "bank-t",
            "transfer",
            "04_bank_transfer",
            "02_locks/04_bank_transfer",
            "exercises/02_locks/04_bank_transfer",
            "exercises/02_locks/04_bank_transfer/",
            "./exercises/02_locks/04_bank_transfer/lib.rs",
        ] {
            assert_eq!(find(typed).as_deref(), Ok("bank-transfer"), "{typed}");
        }
    }

    #[test]
    fn an_ambiguous_abbreviation_names_the_candidates() {
        let error = find("bank").unwrap_err();
        assert!(error.contains("bank-transfer, bank-run"), "{error}");
    }

    #[test]
    fn an_unknown_name_gets_the_nearest() {
        let error = find("bnak-transfer").unwrap_err();
        assert!(error.contains("there is no exercise `bnak-transfer`"), "{error}");
        assert!(error.contains("Nearest: bank-transfer"), "{error}");
        assert!(find("qqqq").unwrap_err().ends_with("`list` names them all."));
    }

    #[test]
    fn chapters_go_by_number_folder_or_word() {
        let root = workspace(&KEYS);
        let catalog = Catalog::load(root.path()).unwrap();
        for typed in ["2", "02", "02_locks", "locks"] {
            assert_eq!(catalog.chapter(typed).unwrap().folder, "02_locks", "{typed}");
        }
        let error = catalog.chapter("7").unwrap_err().to_string();
        assert!(error.contains("01_first, 02_locks"), "{error}");
    }
}
