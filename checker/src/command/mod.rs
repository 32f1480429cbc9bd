//! The commands, a file each; they wire work to reports and hold neither.

pub mod author;
pub mod check;
pub mod doctor;
pub mod explore;
pub mod hint;
pub mod list;
pub mod next;
mod picture;
pub mod question;
pub mod reset;
pub mod solution;
pub mod speedup;
pub mod timeline;

use crate::catalog::{self, Catalog};
use crate::check::Subject;
use crate::cli::{Command, Format};
use crate::error::Error;
use crate::event::Sink;
use crate::exercise::Exercise;
use crate::exit;
use crate::progress::Progress;
use crate::report::{json::Json, progress_line::Share, terminal::Terminal};
use crate::verdict::Verdict;
use crate::{cache, report};
use std::path::{Path, PathBuf};

/// What every command works on.
pub struct Context {
    pub root: PathBuf,
    pub catalog: Catalog,
    pub progress: Progress,
}

impl Context {
    pub fn open() -> Result<Self, Error> {
        let root = catalog::workspace_root()?;
        let catalog = Catalog::load(&root)?;
        let progress = Progress::open(&root)?;
        Ok(Self { root, catalog, progress })
    }

    /// The first exercise that is not solved; extensions come when the rest is.
    pub fn current(&self) -> Option<&Exercise> {
        let mut open: Vec<_> = self.catalog.exercises().iter().collect();
        open.sort_by_key(|exercise| exercise.meta.extension);
        open.into_iter().find(|exercise| !self.progress.is_solved(exercise))
    }

    /// The learner's own file of an exercise.
    pub fn subject<'a>(&self, exercise: &'a Exercise) -> Subject<'a> {
        let file = exercise.files.lib.clone();
        let display = self.catalog.shown(&file).to_string();
        Subject { exercise, file, display }
    }

    /// Another file in the place of the learner's, if there is one.
    pub fn subject_in<'a>(&self, exercise: &'a Exercise, file: Option<&Path>) -> Subject<'a> {
        match file {
            Some(file) => {
                Subject { exercise, file: file.to_owned(), display: file.display().to_string() }
            }
            None => self.subject(exercise),
        }
    }

    /// Judges what is not known to be solved, or all if `fresh`, and records what comes
    /// of it.
    pub fn judge(
        &self,
        subjects: Vec<Subject<'_>>,
        fresh: bool,
        sink: &dyn Sink,
    ) -> Result<Vec<Verdict>, Error> {
        cache::judge(&self.root, &self.progress, subjects, fresh, sink)
    }

    /// How much of each chapter is solved.
    pub fn shares(&self) -> Vec<Share> {
        let chapters = self.catalog.chapters().iter();
        let shares = chapters.map(|chapter| {
            let mut share = Share { label: chapter.label(), solved: 0, total: 0 };
            for exercise in self.catalog.exercises_of(chapter) {
                share.total += 1;
                share.solved += usize::from(self.progress.is_solved(exercise));
            }
            share
        });
        shares.collect()
    }
}

/// The report in this format. With `detail`, what a solved file proved is told
/// as well; for many files at once a line each is enough.
pub fn sink(format: Format, detail: bool) -> Box<dyn Sink> {
    match format {
        Format::Human => Box::new(Terminal::new(detail)),
        Format::Json => Box::new(Json),
    }
}

/// Runs one command.
pub fn run(command: Option<&Command>) -> Result<exit::Code, Error> {
    let context = Context::open()?;
    tell_notice(&context);
    let code = match command {
        None => next::run(&context),
        Some(Command::Check(args)) => check::run(&context, args),
        Some(Command::List) => list::run(&context),
        Some(Command::Hint(args)) => hint::run(&context, args),
        Some(Command::Question(args)) => question::run(&context, args),
        Some(Command::Reset(args)) => reset::run(&context, args),
        Some(Command::Solution(args)) => solution::run(&context, args),
        Some(Command::Doctor) => doctor::run(&context),
        Some(Command::Explore(args)) => explore::run(&context, args),
        Some(Command::Speedup(args)) => speedup::run(&context, args),
        Some(Command::Timeline(args)) => timeline::run(&context, args),
        Some(Command::Author(command)) => author::run(&context, command),
    };
    // The file may have been mangled while the command ran.
    tell_notice(&context);
    code
}

fn tell_notice(context: &Context) {
    if let Some(notice) = context.progress.notice() {
        report::notice(&notice);
    }
}
