//! Why the checker cannot tell, and that this is not the learner's mistake.

use super::paint;
use super::proof::within;
use super::prose::{code, count, paragraph, plain, thousands};
use crate::verdict::{Doubt, Judgement, reached};
use facts::{Limit, Pass};

/// "the search ran out of time; 2 more reasons"
pub fn line(judgement: &Judgement) -> String {
    let doubts: Vec<_> = judgement.doubts().collect();
    let Some(first) = doubts.first() else {
        return String::new();
    };
    let more = match doubts.len() {
        1 => String::new(),
        number => format!("; {}", count(number as u64 - 1, "more reason")),
    };
    plain(&(short(first) + &more))
}

/// The reason in a few words.
pub fn short(doubt: &Doubt) -> String {
    match doubt {
        Doubt::SearchLimit { limit, .. } => match limit {
            Limit::Time => "the search ran out of time".to_owned(),
            Limit::Steps(_) => "an execution has too many steps".to_owned(),
            Limit::Threads(_) => "an execution has too many threads".to_owned(),
            Limit::Unsupported(item) => format!("the model does not have {}", code(item)),
        },
        Doubt::StandinLacks { item, .. } => format!("the model build lacks {}", code(item)),
        Doubt::NothingExplored { .. } => "the model saw nothing shared".to_owned(),
        Doubt::Unwatched => "raw memory is not seen".to_owned(),
        Doubt::Noisy { .. } => "the times vary too much".to_owned(),
        Doubt::Starved { .. } => "the machine was too busy".to_owned(),
        Doubt::Machine { reason } => reason.clone(),
    }
}

/// The reason in full.
pub fn told(doubt: &Doubt) -> String {
    let heading = format!("  {} — {}", paint::bold("cannot tell"), short(doubt));
    let heading = super::prose::hanging(2, 2, heading.trim_start());
    let prose = match doubt {
        Doubt::SearchLimit { case, limit, passes } => {
            format!("{} {}", limited(case, limit), so_far(passes))
        }
        Doubt::StandinLacks { item, .. } => format!(
            "The model build lacks {}. It is right to use it, and this is not your mistake; the \
             checker cannot explore the interleavings of a file that does.",
            code(item)
        ),
        Doubt::NothingExplored { case } => format!(
            "No two threads of the model {} touch the same lock, atomic or channel, so it says \
             nothing of the file. Shared data has to go through std or a supported crate.",
            code(case)
        ),
        Doubt::Unwatched => "The file has `unsafe` code, and this version of Rust cannot show the \
                             model what it does to memory. Rust 1.95 can."
            .to_owned(),
        Doubt::Noisy { spread, allowed } => format!(
            "The trials differ by {:.0} %, more than the {:.0} % at which a comparison means \
             something. Other work on this machine does that; check again when it is quiet.",
            spread * 100.0,
            allowed * 100.0
        ),
        Doubt::Starved { case } => format!(
            "The time for {} was over before it was done, but other programs had the CPUs for most \
             of it. Check again when this machine has less to do.",
            code(case)
        ),
        Doubt::Machine { .. } => {
            "A case needs what this machine does not have. The file may be right or wrong."
                .to_owned()
        }
    };
    let mut told = format!("{heading}\n\n{}", paragraph(3, &prose));
    if let Doubt::StandinLacks { rendered, .. } = doubt
        && !rendered.trim().is_empty()
    {
        told += &format!("\n\n{}", rendered.trim_end());
    }
    told
}

fn limited(case: &str, limit: &Limit) -> String {
    let case = code(case);
    match limit {
        Limit::Time => format!("The search of {case} used up its time."),
        Limit::Steps(steps) => format!(
            "One execution of {case} has more than {} and was given up: a loop that waits for \
             another thread without yielding does that.",
            count(*steps as u64, "step")
        ),
        Limit::Threads(threads) => format!(
            "One execution of {case} has more than {}, which is as many as the model holds.",
            count(*threads as u64, "thread")
        ),
        Limit::Unsupported(item) => format!(
            "The model of {case} met {}, which the checker does not model. This is not your \
             mistake.",
            code(item)
        ),
    }
}

/// How far the search came; what it saw was right.
fn so_far(passes: &[Pass]) -> String {
    let tried: u64 = passes.iter().map(|pass| pass.executions).sum();
    match reached(passes) {
        Some((bound, executions)) => format!(
            "No interleaving{} fails ({} tried); beyond that nothing is known.",
            within(bound.unwrap_or(usize::MAX)),
            thousands(executions)
        ),
        None if tried == 0 => "No execution was seen to its end.".to_owned(),
        None if tried == 1 => {
            "The one interleaving tried does not fail; there are more.".to_owned()
        }
        None => {
            format!("None of the {} tried fails; there are more.", count(tried, "interleaving"))
        }
    }
}
