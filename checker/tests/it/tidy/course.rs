//! Rules for exercises: what each has, and what its texts keep to.

use crate::workspace::{agree, files, keys, read, root, shown, with_extension};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Columns of a terminal.
const WIDTH: usize = 80;

const STEPS: [&str; 8] =
    ["compile", "rules", "bounds", "answer", "test", "mutation", "model", "speed"];

#[test]
fn every_exercise_has_all_its_files() {
    let mut complaints = Vec::new();
    for key in keys() {
        let hidden = |file: &str| format!("checker/hidden/{key}/{file}");
        let mine = |file: &str| format!("exercises/{key}/{file}");
        let solution = format!("solutions/{key}.rs");
        let needed = [
            mine("README.md"),
            mine("Cargo.toml"),
            solution,
            hidden("meta.toml"),
            hidden("starter.rs"),
        ];
        complaints.extend(
            needed
                .into_iter()
                .filter(|it| !root().join(it).is_file())
                .map(|it| format!("{it} is missing")),
        );
        let judged = ["tests.rs", "model.rs", "answer.rs", "mutants.rs"];
        if !judged.iter().any(|file| root().join(hidden(file)).is_file()) {
            complaints.push(format!("{key} has no hidden file that judges it"));
        }
        for (folder, fewest) in [("right", 3), ("wrong", 5)] {
            let count = with_extension(&hidden(folder), "rs").len();
            if count < fewest {
                complaints
                    .push(format!("{key} has {count} {folder} variants; {fewest} are needed"));
            }
        }
    }
    agree(&complaints);
}

#[test]
fn every_chapter_has_a_readme() {
    let chapters: BTreeSet<String> =
        keys().iter().filter_map(|key| Some(key.split_once('/')?.0.to_owned())).collect();
    let readmes = chapters.iter().map(|chapter| format!("exercises/{chapter}/README.md"));
    let missing = readmes.filter(|readme| !root().join(readme).is_file());
    agree(&missing.map(|readme| format!("{readme} is missing")).collect::<Vec<_>>());
}

#[test]
fn every_chapter_answers_a_question() {
    let mut readmes = with_extension("exercises", "md");
    readmes.retain(|readme| shown(readme).matches('/').count() == 2);
    readmes.retain(|readme| !read(readme).contains("\n## The interview question\n"));
    agree(&readmes.iter().map(|it| format!("{} asks nothing", shown(it))).collect::<Vec<_>>());
}

#[test]
fn every_wrong_variant_says_what_catches_it_and_why() {
    let mut complaints = Vec::new();
    for file in with_extension("checker/hidden", "rs") {
        let text = read(&file);
        let mut lines = text.lines();
        let step = lines.next().and_then(|line| line.strip_prefix("//@ caught-by: "));
        let because = lines.next().and_then(|line| line.strip_prefix("//@ because: "));
        let claims = step.is_some_and(|step| STEPS.contains(&step)) && because.is_some();
        if file.parent().unwrap().ends_with("wrong") != claims {
            complaints.push(format!("{}: first lines {step:?}, {because:?}", shown(&file)));
        }
    }
    agree(&complaints);
}

#[test]
fn a_manifest_allows_what_the_exercise_allows() {
    let mut complaints = Vec::new();
    for key in keys() {
        let table = |file: String| read(&root().join(file)).parse::<toml::Table>().unwrap();
        let manifest = table(format!("exercises/{key}/Cargo.toml"));
        let meta = table(format!("checker/hidden/{key}/meta.toml"));
        let listed = meta.get("crates").and_then(toml::Value::as_array).cloned();
        let allowed: BTreeSet<String> = listed
            .unwrap_or_default()
            .iter()
            .map(|name| name.as_str().unwrap().to_owned())
            .collect();
        let dependencies = manifest.get("dependencies").and_then(toml::Value::as_table).cloned();
        let linked: BTreeSet<String> = dependencies.unwrap_or_default().keys().cloned().collect();
        if allowed != linked {
            complaints.push(format!("{key}: meta.toml has {allowed:?}, Cargo.toml {linked:?}"));
        }
        let (_, name) = key.split_once('/').unwrap();
        let slug =
            name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '_').replace('_', "-");
        if manifest["package"]["name"].as_str() != Some(&slug) {
            complaints.push(format!("{key}: the package is not called {slug}"));
        }
        let forbids =
            manifest.get("lints").is_some_and(|lints| lints.to_string().contains("forbid"));
        let may = meta.get("unsafe").is_some_and(|may| may.as_bool() == Some(true));
        if forbids == may {
            complaints.push(format!("{key}: Cargo.toml and meta.toml disagree about unsafe code"));
        }
    }
    agree(&complaints);
}

/// Whoever is asked for a run can make it, without an extension.
#[test]
fn every_claim_is_shown_by_a_core_exercise() {
    let meta = |key: &String| -> toml::Table {
        read(&root().join(format!("checker/hidden/{key}/meta.toml"))).parse().unwrap()
    };
    let slug = |key: &String| {
        let (_, name) = key.split_once('/').unwrap();
        let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '_');
        name.replace('_', "-")
    };
    let all: BTreeSet<String> = keys().iter().map(slug).collect();
    let core = keys().into_iter().filter(|key| !meta(key).contains_key("extension"));
    let core: BTreeSet<String> = core.map(|key| slug(&key)).collect();
    let mut complaints = Vec::new();
    for key in keys() {
        for claim in meta(&key).get("claims").and_then(toml::Value::as_array).into_iter().flatten()
        {
            let showing = claim["shown_by"].as_array().unwrap().iter();
            let shown_by: Vec<&str> =
                showing.map(|showing| showing["exercise"].as_str().unwrap()).collect();
            let unknown = shown_by.iter().filter(|slug| !all.contains(**slug));
            complaints.extend(unknown.map(|slug| format!("{key}: there is no exercise {slug}")));
            if !shown_by.iter().any(|slug| core.contains(*slug)) {
                complaints.push(format!("{key}: only extensions show {}", claim["name"]));
            }
        }
    }
    agree(&complaints);
}

#[test]
fn a_readme_states_level_and_minutes() {
    let mut complaints = Vec::new();
    for key in keys() {
        let meta = read(&root().join(format!("checker/hidden/{key}/meta.toml")));
        let meta: toml::Table = meta.parse().unwrap();
        let line = format!("Level {} of 5, about {} minutes.", meta["difficulty"], meta["minutes"]);
        let readme = read(&root().join(format!("exercises/{key}/README.md")));
        if readme.lines().nth(2) != Some(&line) {
            complaints.push(format!("exercises/{key}/README.md does not begin with: {line}"));
        }
    }
    agree(&complaints);
}

/// What a learner reads in a terminal; code is rustfmt's business.
fn texts() -> Vec<PathBuf> {
    let mut texts = files("checker/hidden");
    texts.retain(|file| file.ends_with("meta.toml"));
    texts.extend(with_extension("exercises", "md"));
    texts.push(root().join("README.md"));
    texts
}

#[test]
fn texts_fit_a_terminal() {
    let mut complaints = Vec::new();
    for file in texts() {
        for (index, line) in read(&file).lines().enumerate() {
            if line.chars().count() > WIDTH {
                complaints.push(format!("{}:{}: {line}", shown(&file), index + 1));
            }
        }
    }
    agree(&complaints);
}

/// Learners meet a model checker, whatever it is made of; the crate `loom` is
/// the subject of the exercises that use it.
#[test]
fn loom_is_named_where_it_is_the_subject() {
    let mut subject = keys();
    subject
        .retain(|key| read(&root().join(format!("exercises/{key}/Cargo.toml"))).contains("loom"));
    let mut texts = texts();
    texts.retain(|file| {
        let text = shown(file);
        let may = text == "README.md" || subject.iter().any(|key| text.contains(key.as_str()));
        !may && read(file).to_lowercase().contains("loom")
    });
    agree(&texts.iter().map(|file| format!("{} names loom", shown(file))).collect::<Vec<_>>());
}
