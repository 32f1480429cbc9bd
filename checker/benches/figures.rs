//! Prints the figures that the checker is judged by, measured in one run on a
//! fresh copy of the repository, so that no learner's file is touched.
//!
//! `cargo bench -p checker`. Nothing is asserted: times depend on the machine.
//! What can be compared is a ratio, so everything stands beside a yardstick of
//! the same run: an edit of a program of twenty lines, compiled and run by
//! plain `cargo run`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Edits of each exercise; the median counts.
const EDITS: usize = 5;

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("checker/ lies in the root");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("figures");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let course = Course { root: folder.join("course") };
    copy(root, &course.root)?;

    let (first, _) = timed(&mut course.call(&[]));
    println!("{:<44}{first:>8.1} s", "fresh clone -> first verdict");
    let yardstick = Yardstick::new(&folder.join("yardstick"))?.measure()?;
    println!("{:<44}{yardstick:>8.2} s", "yardstick: edit -> compiled and run");

    edits(&course, yardstick)?;
    whole_course(&course, yardstick)?;
    disk(&course)?;

    println!("\nmodel executions beside loom");
    let mut vs_loom = cargo(root);
    vs_loom.args(["run", "--quiet", "--release", "-p", "vs_loom"]);
    vs_loom.stdout(Stdio::inherit()).status()?;
    Ok(())
}

/// Edit to verdict for each exercise, of a right answer, which takes every
/// step there is, and of the starter.
fn edits(course: &Course, yardstick: f64) -> io::Result<()> {
    println!("\n{:<32}{:>14}{:>17}", "edit -> verdict", "our solution", "the starter");
    let (mut right, mut wrong) = (Vec::new(), Vec::new());
    for key in course.keys()? {
        let solved = course.edit(&key, &course.solution(&key), true)?;
        let unsolved = course.edit(&key, &course.starter(&key), false)?;
        println!(
            "{:<32}{solved:>6.2} s {:>4.1}x {unsolved:>8.2} s {:>4.1}x",
            slug(&key),
            solved / yardstick,
            unsolved / yardstick
        );
        right.push(solved);
        wrong.push(unsolved);
    }
    for (name, pick) in [("median", median as fn(&mut [f64]) -> f64), ("worst", worst)] {
        let (solved, unsolved) = (pick(&mut right), pick(&mut wrong));
        println!(
            "{name:<32}{solved:>6.2} s {:>4.1}x {unsolved:>8.2} s {:>4.1}x",
            solved / yardstick,
            unsolved / yardstick
        );
    }
    Ok(())
}

/// Every exercise solved: judged for the first time, and once more.
fn whole_course(course: &Course, yardstick: f64) -> io::Result<()> {
    let keys = course.keys()?;
    for key in &keys {
        course.write(key, &course.solution(key), "for the whole course")?;
    }
    let _ = fs::remove_file(course.root.join(".progress.json"));
    let (cold, solved) = timed(&mut course.call(&["check", "--all"]));
    // The built program itself: what cargo takes to start it is not ours.
    let checker = course.root.join("target/debug/checker");
    let again = || timed(Command::new(&checker).args(["check", "--all"]).current_dir(&course.root));
    let cached = median(&mut (0..EDITS).map(|_| again().0).collect::<Vec<_>>());
    println!(
        "\ncheck --all, {} exercises, {}",
        keys.len(),
        if solved { "all solved" } else { "NOT all solved" }
    );
    let each = cold / keys.len() as f64;
    println!("  {:<42}{cold:>8.2} s", "nothing known");
    println!("  {:<42}{each:>8.2} s {:>6.1}x", "  for each exercise", each / yardstick);
    println!("  {:<42}{cached:>8.3} s {:>6.3}x", "nothing changed", cached / cold);
    Ok(())
}

fn disk(course: &Course) -> io::Result<()> {
    println!("\n{:<44}", "disk");
    for folder in ["target/scratch", "target"] {
        let mut seen = Vec::new();
        let mib = size(&course.root.join(folder), &mut seen)? as f64 / f64::from(1 << 20);
        println!("  {folder:<42}{mib:>8.0} MiB");
    }
    Ok(())
}

/// A copy of the repository, as if it had just been cloned.
struct Course {
    root: PathBuf,
}

impl Course {
    /// The command that a learner types.
    fn call(&self, arguments: &[&str]) -> Command {
        let mut command = cargo(&self.root);
        command.args(["run", "--quiet", "-p", "checker", "--"]).args(arguments);
        command
    }

    fn keys(&self) -> io::Result<Vec<String>> {
        let mut keys = Vec::new();
        for chapter in numbered(&self.root.join("exercises"))? {
            for name in numbered(&self.root.join("exercises").join(&chapter))? {
                keys.push(format!("{chapter}/{name}"));
            }
        }
        Ok(keys)
    }

    fn solution(&self, key: &str) -> PathBuf {
        self.root.join(format!("solutions/{key}.rs"))
    }

    fn starter(&self, key: &str) -> PathBuf {
        self.root.join(format!("checker/hidden/{key}/starter.rs"))
    }

    /// Puts a text into an exercise's file, with a line of its own.
    fn write(&self, key: &str, text: &Path, line: &str) -> io::Result<()> {
        let text = fs::read_to_string(text)?;
        fs::write(self.root.join(format!("exercises/{key}/lib.rs")), format!("{text}// {line}\n"))
    }

    /// Median time from an edit to its verdict; says so if that is another
    /// than it should be.
    fn edit(&self, key: &str, text: &Path, solved: bool) -> io::Result<f64> {
        let mut times = Vec::new();
        // The first one builds what later ones build upon.
        for edit in 0..=EDITS {
            self.write(key, text, &format!("edit {edit}"))?;
            let (seconds, success) = timed(&mut self.call(&["check", &slug(key)]));
            if success != solved {
                println!("{key}: the verdict of edit {edit} is wrong");
            }
            times.push(seconds);
        }
        Ok(median(&mut times.split_off(1)))
    }
}

/// A program of twenty lines that stands for any other tool's exercise.
struct Yardstick {
    root: PathBuf,
}

impl Yardstick {
    fn new(root: &Path) -> io::Result<Self> {
        fs::create_dir_all(root.join("src"))?;
        fs::write(
            root.join("Cargo.toml"),
            "[package]\nname = \"yardstick\"\nedition = \"2024\"\n[workspace]\n",
        )?;
        Ok(Self { root: root.to_owned() })
    }

    fn measure(&self) -> io::Result<f64> {
        let mut times = Vec::new();
        for edit in 0..=EDITS {
            fs::write(self.root.join("src/main.rs"), format!("{PROGRAM}// edit {edit}\n"))?;
            let (seconds, success) = timed(cargo(&self.root).args(["run", "--quiet"]));
            assert!(success, "the yardstick is a program that works");
            times.push(seconds);
        }
        Ok(median(&mut times.split_off(1)))
    }
}

const PROGRAM: &str = "\
use std::sync::Mutex;

#[derive(Debug, Default)]
struct Counter {
    count: Mutex<u64>,
}

impl Counter {
    fn add(&self) {
        *self.count.lock().unwrap() += 1;
    }
}

fn main() {
    let counter = Counter::default();
    std::thread::scope(|scope| {
        scope.spawn(|| counter.add());
        scope.spawn(|| counter.add());
    });
    println!(\"{counter:?}\");
}
";

/// Cargo as started from a terminal, not from inside `cargo bench`.
fn cargo(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(folder).stdin(Stdio::null()).env_remove("CARGO_TARGET_DIR");
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("CARGO_PKG_")) {
        command.env_remove(name);
    }
    command
}

/// Seconds a command takes, and whether it succeeded.
fn timed(command: &mut Command) -> (f64, bool) {
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    (start.elapsed().as_secs_f64(), status.is_ok_and(|status| status.success()))
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn worst(times: &mut [f64]) -> f64 {
    times.iter().copied().fold(0.0, f64::max)
}

fn slug(key: &str) -> String {
    let name = key.split('/').next_back().unwrap_or(key);
    name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '_').replace('_', "-")
}

fn numbered(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(|c: char| c.is_ascii_digit()) && entry.path().is_dir() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Copies all but what was built, what git keeps and what a learner did.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (name, path) = (entry.file_name(), entry.path());
        let left_out = ["target", ".git"].iter().any(|out| name == *out)
            || name.to_string_lossy().starts_with(".progress");
        match path.is_dir() {
            _ if left_out => {}
            true => copy(&path, &to.join(name))?,
            false => {
                fs::copy(&path, to.join(name))?;
            }
        }
    }
    Ok(())
}

/// Bytes on disk; a file with two names counts once.
fn size(folder: &Path, seen: &mut Vec<u64>) -> io::Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let about = entry.metadata()?;
        if about.is_dir() {
            bytes += size(&entry.path(), seen)?;
        } else if is_first_name(&about, seen) {
            bytes += about.len();
        }
    }
    Ok(bytes)
}

#[cfg(unix)]
fn is_first_name(about: &fs::Metadata, seen: &mut Vec<u64>) -> bool {
    use std::os::unix::fs::MetadataExt;
    let first = about.nlink() < 2 || !seen.contains(&about.ino());
    if about.nlink() > 1 {
        seen.push(about.ino());
    }
    first
}

#[cfg(not(unix))]
fn is_first_name(_: &fs::Metadata, _: &mut Vec<u64>) -> bool {
    true
}
