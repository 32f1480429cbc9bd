//! What can be typed: commands, arguments and their help.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Judges exercises on interleaving, shared-data synchronization and parallel
/// speedup.
///
/// Without a command: judges the first exercise that is not solved and says
/// what to do next.
#[derive(Debug, Clone, PartialEq, Eq, Parser)]
#[command(name = "checker", bin_name = "cargo kata", version, after_help = AFTER_HELP)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Judge exercises; without a name, the first that is not solved
    Check(CheckArgs),
    /// List the exercises and which are solved
    List,
    /// Show the next hint for an exercise
    Hint(HintArgs),
    /// Show a chapter's question, and what your own runs say to it
    Question(QuestionArgs),
    /// Put an exercise back to its starter, keeping a backup
    Reset(ResetArgs),
    /// Show our solution, once the exercise is solved
    Solution(SolutionArgs),
    /// Say what this machine can judge and what it will skip
    Doctor,
    /// Explore every interleaving of Rust files: each #[test], or main
    Explore(ExploreArgs),
    /// Draw what the threads of a program do, on one core and on several
    Timeline(TimelineArgs),
    /// Say how fast a parallel program is, how fast it could be, and why
    Speedup(SpeedupArgs),
    /// Write exercises and prove that they judge rightly
    #[command(subcommand)]
    Author(AuthorCommand),
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct CheckArgs {
    /// Names of exercises as `list` prints them, or abbreviations
    #[arg(value_name = "SLUG")]
    pub slugs: Vec<String>,
    /// Judge every exercise of a chapter
    #[arg(long, value_name = "NN", conflicts_with_all = ["slugs", "all"])]
    pub chapter: Option<String>,
    /// Judge every exercise
    #[arg(long, conflicts_with = "slugs")]
    pub all: bool,
    /// Judge this file in the place of the exercise's lib.rs
    #[arg(long, requires = "slugs", conflicts_with_all = ["all", "chapter"])]
    pub file: Option<PathBuf>,
    /// Judge also what is known to be solved, for new numbers
    #[arg(long)]
    pub fresh: bool,
    /// How to tell the verdicts
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct HintArgs {
    /// Name of an exercise; without it, the first that is not solved
    #[arg(value_name = "SLUG")]
    pub slug: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct QuestionArgs {
    /// Number or folder of a chapter; without it, the one you are in
    #[arg(value_name = "CHAPTER")]
    pub chapter: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct ResetArgs {
    #[arg(value_name = "SLUG")]
    pub slug: String,
    /// Do not ask
    #[arg(long, short)]
    pub yes: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct SolutionArgs {
    #[arg(value_name = "SLUG")]
    pub slug: String,
    /// Show it although the exercise is not solved
    #[arg(long)]
    pub anyway: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct ExploreArgs {
    /// The Rust files
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// How to tell what was found
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct TimelineArgs {
    /// Name of an exercise as `list` prints it, or an abbreviation
    #[arg(value_name = "SLUG", required_unless_present = "file")]
    pub slug: Option<String>,
    /// A program with a `main`; after SLUG, a file in the place of its lib.rs
    #[arg(long)]
    pub file: Option<PathBuf>,
    /// Keep the program to so many cores, instead of one and then all
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub cores: Option<u32>,
    /// Write the picture to this file as well
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
    /// How to tell what was seen
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct SpeedupArgs {
    /// Name of an exercise as `list` prints it, or an abbreviation
    #[arg(value_name = "SLUG", required_unless_present = "file")]
    pub slug: Option<String>,
    /// With a SLUG, this file in the place of lib.rs. Without, any Rust file: its
    /// function `run` on what `setup` makes, compared with `serial`, as far as it
    /// has them; otherwise `main`
    #[arg(long)]
    pub file: Option<PathBuf>,
    /// Write the plot to this file as well
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
    /// How to tell what was found
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum AuthorCommand {
    /// Lay out the files of a new exercise
    New(AuthorNewArgs),
    /// Prove starters, solutions, right and wrong variants
    Check(AuthorCheckArgs),
}

#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct AuthorNewArgs {
    /// Number or folder of the chapter: 03, 03_locks
    #[arg(value_name = "CHAPTER")]
    pub chapter: String,
    /// Name of the exercise: bank-transfer
    #[arg(value_name = "SLUG")]
    pub slug: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct AuthorCheckArgs {
    /// Names of exercises; without one, all
    #[arg(value_name = "SLUG")]
    pub slugs: Vec<String>,
    /// Write the explanations that wrong variants get beside them
    #[arg(long)]
    pub bless: bool,
    /// Judge also what was proved before and has not changed since
    #[arg(long)]
    pub fresh: bool,
}

/// How verdicts are told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Text for a person
    #[default]
    Human,
    /// One JSON object a line
    Json,
}

const AFTER_HELP: &str = "\
Exit codes: 0 solved, 1 not solved, 2 cannot tell, 64 wrong usage,
70 the checker itself is broken.";

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn parse(line: &str) -> Result<Cli, clap::Error> {
        Cli::try_parse_from(std::iter::once("checker").chain(line.split_whitespace()))
    }

    #[test]
    fn definitions_are_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn no_command_is_allowed() {
        assert_eq!(parse("").unwrap(), Cli { command: None });
    }

    #[test]
    fn check_takes_slugs_and_a_format() {
        let expected = CheckArgs {
            slugs: vec!["bank-transfer".into(), "latch".into()],
            format: Format::Json,
            ..CheckArgs::default()
        };
        let cli = parse("check bank-transfer latch --format json").unwrap();
        assert_eq!(cli.command, Some(Command::Check(expected)));
    }

    #[test]
    fn contradictions_are_refused() {
        assert!(parse("check --all latch").is_err());
        assert!(parse("check --all --chapter 03").is_err());
        assert!(parse("check --file a.rs").is_err());
        assert!(parse("explore").is_err());
        assert!(parse("reset").is_err());
        assert!(parse("timeline").is_err());
        assert!(parse("timeline latch --cores 0").is_err());
    }

    #[test]
    fn help_fits_80_columns() {
        let mut command = Cli::command().term_width(80);
        let mut pages = vec![command.render_long_help()];
        for sub in command.get_subcommands_mut() {
            let mut sub = sub.clone().term_width(80);
            pages.push(sub.render_long_help());
        }
        for page in pages {
            let page = page.to_string();
            let wide = page.lines().find(|line| line.chars().count() > 80);
            assert_eq!(wide, None);
        }
    }
}
