//! What cargo and rustc said, read from their JSON lines.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a build came to.
#[derive(Debug, Default, PartialEq)]
pub struct Built {
    /// By folder name, which in a scratch workspace is the package's name.
    packages: BTreeMap<String, Package>,
    /// Errors in what learners do not write and the checker does not generate.
    pub foreign: Vec<Diagnostic>,
}

/// What became of one package.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Package {
    /// By the name of the program or library.
    pub executables: BTreeMap<String, PathBuf>,
    pub library: Option<PathBuf>,
    pub errors: Vec<Diagnostic>,
    pub warnings: Vec<Diagnostic>,
}

/// One error or warning of rustc.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// Name of the library or program it is about.
    pub target: String,
    /// "E0599", or a lint's name.
    pub code: Option<String>,
    pub message: String,
    /// rustc's own rendering, with colours.
    pub rendered: String,
    /// Files and lines of the primary spans.
    pub places: Vec<(String, u32)>,
}

#[derive(Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
enum Line {
    CompilerMessage {
        manifest_path: PathBuf,
        target: Target,
        message: Message,
    },
    CompilerArtifact {
        manifest_path: PathBuf,
        target: Target,
        filenames: Vec<PathBuf>,
        executable: Option<PathBuf>,
    },
    BuildFinished {},
    #[serde(other)]
    Other,
}

/// A library or program of a package.
#[derive(Debug, Deserialize)]
struct Target {
    name: String,
}

#[derive(Deserialize)]
struct Message {
    message: String,
    level: String,
    code: Option<Code>,
    rendered: Option<String>,
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
    line_start: u32,
    is_primary: bool,
}

impl Built {
    /// What became of a package; nothing, where its dependencies failed.
    pub fn package(&self, name: &str) -> Package {
        self.packages.get(name).cloned().unwrap_or_default()
    }

    fn entry(&mut self, manifest: &Path) -> &mut Package {
        self.packages.entry(folder_name(manifest)).or_default()
    }
}

/// Reads cargo's standard output. `None`: cargo gave up before building.
pub fn read(output: &str) -> Option<Built> {
    let mut built = Built::default();
    let mut finished = false;
    let lines = output.lines().filter(|line| line.starts_with('{'));
    for line in lines.filter_map(|line| serde_json::from_str::<Line>(line).ok()) {
        match line {
            Line::CompilerMessage { manifest_path, target, message } => {
                add_message(built.entry(&manifest_path), target, message);
            }
            Line::CompilerArtifact { manifest_path, target, filenames, executable } => {
                let package = built.entry(&manifest_path);
                match executable {
                    Some(path) => {
                        package.executables.insert(target.name, path);
                    }
                    None => package.library = library(filenames).or(package.library.take()),
                }
            }
            Line::BuildFinished {} => finished = true,
            Line::Other => {}
        }
    }
    // A generated package is named `<slug>--<variant>`; no other folder is.
    let foreign = built.packages.iter().filter(|(name, _)| !name.contains("--"));
    built.foreign = foreign.flat_map(|(_, package)| package.errors.clone()).collect();
    finished.then_some(built)
}

fn add_message(package: &mut Package, target: Target, message: Message) {
    // The closing "aborting due to 2 previous errors" is about no place.
    if message.message.starts_with("aborting due to") {
        return;
    }
    let places = message.spans.into_iter().filter(|span| span.is_primary);
    let diagnostic = Diagnostic {
        target: target.name,
        code: message.code.map(|code| code.code),
        rendered: message.rendered.unwrap_or_else(|| message.message.clone()),
        message: message.message,
        places: places.map(|span| (span.file_name, span.line_start)).collect(),
    };
    match message.level.as_str() {
        level if level.starts_with("error") => package.errors.push(diagnostic),
        // "1 warning emitted" is about no place either.
        "warning" if !diagnostic.places.is_empty() => package.warnings.push(diagnostic),
        _ => {}
    }
}

fn library(filenames: Vec<PathBuf>) -> Option<PathBuf> {
    filenames.into_iter().find(|path| path.extension().is_some_and(|ext| ext == "rlib"))
}

fn folder_name(manifest: &Path) -> String {
    let name = manifest.parent().and_then(Path::file_name);
    name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Captured from cargo 1.95, with shorter paths and unused keys left out.
    const FAILED: &str = r#"
{"reason":"compiler-message","package_id":"path+file:///s/latch--learner#0.0.0","manifest_path":"/s/latch--learner/Cargo.toml","target":{"kind":["lib"],"name":"latch"},"message":{"rendered":"error[E0308]: mismatched types\n","level":"error","message":"mismatched types","spans":[{"file_name":"latch--learner/lib.rs","line_start":1,"is_primary":false},{"file_name":"latch--learner/lib.rs","line_start":2,"is_primary":true}],"code":{"code":"E0308","explanation":""}}}
{"reason":"compiler-message","package_id":"path+file:///s/latch--learner#0.0.0","manifest_path":"/s/latch--learner/Cargo.toml","target":{"kind":["lib"],"name":"latch"},"message":{"rendered":"warning: unused variable\n","level":"warning","message":"unused variable: `x`","spans":[{"file_name":"latch--learner/lib.rs","line_start":3,"is_primary":true}],"code":{"code":"unused_variables","explanation":null}}}
{"reason":"compiler-message","package_id":"path+file:///s/latch--learner#0.0.0","manifest_path":"/s/latch--learner/Cargo.toml","target":{"kind":["lib"],"name":"latch"},"message":{"rendered":"error: aborting due to 1 previous error; 1 warning emitted\n","level":"error","message":"aborting due to 1 previous error; 1 warning emitted","spans":[],"code":null}}
{"reason":"compiler-message","package_id":"path+file:///s/latch--learner#0.0.0","manifest_path":"/s/latch--learner/Cargo.toml","target":{"kind":["lib"],"name":"latch"},"message":{"rendered":"For more information\n","level":"failure-note","message":"For more information","spans":[],"code":null}}
{"reason":"build-finished","success":false}
"#;

    const BUILT: &str = r#"
   Compiling latch
{"reason":"build-script-executed","package_id":"registry+x#libc@0.2.0","linked_libs":[]}
{"reason":"compiler-artifact","package_id":"p","manifest_path":"/s/latch--learner/Cargo.toml","target":{"kind":["lib"],"name":"latch"},"profile":{},"filenames":["/s/target/debug/deps/liblatch-1f.rlib","/s/target/debug/deps/liblatch-1f.rmeta"],"executable":null,"fresh":true}
{"reason":"compiler-artifact","package_id":"p","manifest_path":"/s/latch--learner--hidden/Cargo.toml","target":{"kind":["bin"],"name":"latch--learner--tests"},"profile":{},"filenames":["/s/target/debug/latch--learner--tests"],"executable":"/s/target/debug/latch--learner--tests","fresh":false}
{"reason":"build-finished","success":true}
"#;

    #[test]
    fn errors_and_warnings_go_to_their_package() {
        let package = read(FAILED).unwrap().package("latch--learner");
        assert_eq!(package.errors.len(), 1, "{:?}", package.errors);
        let error = &package.errors[0];
        assert_eq!(error.code.as_deref(), Some("E0308"));
        assert_eq!(error.places, [("latch--learner/lib.rs".to_owned(), 2)]);
        assert_eq!(package.warnings.len(), 1);
    }

    #[test]
    fn programs_and_libraries_are_found() {
        let built = read(BUILT).unwrap();
        let library = built.package("latch--learner").library.unwrap();
        assert_eq!(library, Path::new("/s/target/debug/deps/liblatch-1f.rlib"));
        let hidden = built.package("latch--learner--hidden");
        let program = Path::new("/s/target/debug/latch--learner--tests");
        assert_eq!(hidden.executables["latch--learner--tests"], program);
        assert!(built.foreign.is_empty());
    }

    #[test]
    fn an_error_in_a_stand_in_is_not_the_learners() {
        let built = read(&FAILED.replace("latch--learner", "std")).unwrap();
        assert_eq!(built.foreign.len(), 1);
    }

    #[test]
    fn without_the_closing_line_nothing_was_built() {
        assert_eq!(read("error: no such package\n"), None);
    }
}
