//! Events for a person: a spinner while it works, a line and the explanation
//! for each judged file.

use super::verdict_line;
use crate::event::{Event, Sink};
use crate::exercise::Exercise;
use crate::explain;
use crate::verdict::{Judgement, Verdict};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::time::Duration;

/// Between two pictures of the spinner.
const TICK: Duration = Duration::from_millis(100);

/// Verdicts go to standard output; what goes on meanwhile to standard error.
pub struct Terminal {
    /// The spinner, where there is a terminal to draw it on.
    spinner: Option<ProgressBar>,
    /// Whether what a solved file proved is told as well.
    detail: bool,
}

impl Terminal {
    pub fn new(detail: bool) -> Self {
        let spinner = std::io::stderr().is_terminal().then(spinner);
        Self { spinner, detail }
    }

    /// Says what is being done; `milestone` is worth a line of its own where
    /// there is no spinner.
    fn busy(&self, message: &str, milestone: bool) {
        match &self.spinner {
            Some(spinner) => {
                spinner.set_message(message.to_owned());
                spinner.enable_steady_tick(TICK);
            }
            None if milestone => anstream::eprintln!("{message}"),
            None => {}
        }
    }

    /// Prints above the spinner, which would otherwise be left in the text.
    fn print(&self, text: &str) {
        match &self.spinner {
            Some(spinner) => spinner.suspend(|| anstream::println!("{text}")),
            None => anstream::println!("{text}"),
        }
    }

    fn judged(&self, exercise: &Exercise, judgement: &Judgement, cached: bool) {
        let mut text = verdict_line::verdict_line(exercise, judgement, cached);
        let solved = judgement.verdict() == Verdict::Solved;
        if !cached && (self.detail || !solved) {
            let explanation = explain::judgement(judgement);
            if !explanation.trim().is_empty() {
                text.push_str("\n\n");
                text.push_str(explanation.trim_matches('\n'));
                text.push('\n');
            }
            if solved && let Some(lesson) = explain::lesson(exercise) {
                text.push_str(&format!("\n{lesson}\n"));
            }
        }
        self.print(text.trim_end());
    }
}

impl Sink for Terminal {
    fn event(&self, event: Event<'_>) {
        match event {
            Event::Preparing => {
                self.busy("building what all exercises share, once: about half a minute", true);
            }
            Event::Started { exercise } => {
                self.busy(&format!("judging {}", exercise.key.slug()), true);
            }
            Event::Building { key } => self.busy(&format!("{}: building", key.slug()), false),
            Event::Running { key, step, case } => {
                let case = case.replace('_', " ");
                self.busy(&format!("{}: {} {case}", key.slug(), step.name()), false);
            }
            Event::Judged { exercise, judgement, cached } => {
                self.judged(exercise, judgement, cached);
            }
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if let Some(spinner) = &self.spinner {
            spinner.finish_and_clear();
        }
    }
}

fn spinner() -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner:.cyan} {wide_msg}");
    ProgressBar::new_spinner().with_style(style.expect("the template is a constant"))
}
