//! What is seen, in a few sentences. Nothing is said that the run does not show.

use super::Run;
use super::picture::ms;
use super::seen::{Kind, Seen, noticeable};
use crate::explain::paint;
use crate::explain::prose::hanging;
use facts::timeline::Source;

pub fn told(runs: &[Run]) -> String {
    let mut parts: Vec<_> = runs.iter().map(|run| hanging(0, 3, &of_one(run))).collect();
    if let [first, .., last] = runs {
        parts.push(hanging(0, 3, &both(first, last)));
    }
    let switches = "left/taken: how often the operating system says that the thread left its \
                    core to wait, and that the core was taken from it.";
    parts.push(hanging(0, 0, switches));
    parts.join("\n")
}

fn of_one(run: &Run) -> String {
    let cores = run.named();
    let has_turns = run.has_turns();
    let mut sentences = vec![format!("{cores}: {}", progress(&run.seen, has_turns))];
    sentences.extend(waits(&run.seen));
    sentences.extend(elsewhere(&run.seen));
    sentences.extend(source(run));
    sentences.join(" ")
}

fn progress(seen: &Seen, has_turns: bool) -> String {
    let Seen { lasted, together, most, at_once, .. } = *seen;
    if together < noticeable(lasted) {
        return format!(
            "hardly ever were two threads in progress together: {}.",
            paint::bold("neither concurrent nor parallel")
        );
    }
    let up_to = if most > 2 { "up to " } else { "" };
    let whole = format!(
        "{up_to}{most} threads were in progress together for {} of {}",
        ms(together),
        ms(lasted)
    );
    match seen.kind {
        _ if !has_turns => format!("{whole}: {}.", paint::bold("concurrent")),
        Kind::Parallel => format!(
            "{whole}, and ran at the same instant for {}: {}.",
            ms(at_once),
            paint::bold("parallel")
        ),
        _ if at_once == 0 => format!(
            "{whole} and never ran at the same instant: {}.",
            paint::bold("concurrent only")
        ),
        _ => format!(
            "{whole}, and ran at the same instant for no more than {}: {}.",
            ms(at_once),
            paint::bold("concurrent only")
        ),
    }
}

fn waits(seen: &Seen) -> Option<String> {
    let overlap = seen.waited.saturating_sub(seen.while_waiting);
    (overlap >= noticeable(seen.lasted)).then(|| {
        format!("The waits overlap: {} of waiting in {}.", ms(seen.waited), ms(seen.while_waiting))
    })
}

fn elsewhere(seen: &Seen) -> Option<String> {
    is_disturbed(seen).then(|| {
        let time = ms(seen.elsewhere);
        format!("For {time} a thread was ready and another program had the core.")
    })
}

/// Whether other programs took so much that it must be said.
fn is_disturbed(seen: &Seen) -> bool {
    seen.elsewhere >= seen.lasted / 10
}

/// How far what was seen can be trusted.
fn source(run: &Run) -> Option<String> {
    match &run.source {
        Source::Switches if run.known < run.lasted => Some(format!(
            "The kernel had no room to write down more than the first {}; there the picture and \
             its numbers end.",
            ms(run.known)
        )),
        Source::Switches => None,
        Source::Samples { every, beside, reason } => {
            let beside = if *beside { ", on one of the program's own cores" } else { "" };
            Some(format!("Times are from a look every {}{beside}: {reason}.", ms(*every)))
        }
        Source::Nothing { reason } => {
            Some(format!("When a thread ran, and where, is not known: {reason}."))
        }
    }
}

/// What the other cores changed.
fn both(first: &Run, last: &Run) -> String {
    let (before, after) = (first.lasted, last.lasted);
    #[expect(clippy::cast_precision_loss, reason = "it is shown with few digits")]
    let ratio = before as f64 / after.max(1) as f64;
    let change = match ratio {
        ratio if ratio > 1.1 => format!("{ratio:.1} times as fast"),
        ratio if ratio < 0.9 => format!("{:.1} times as slow", 1.0 / ratio),
        _ => "no faster".to_owned(),
    };
    let disturbed = [first, last].iter().any(|run| is_disturbed(&run.seen));
    let disturbed = if disturbed { " Other programs had a share in that." } else { "" };
    format!(
        "{} instead of {}: {change} ({} and {}, one run each).{disturbed}",
        last.named(),
        first.cores.len(),
        ms(before),
        ms(after)
    )
}
