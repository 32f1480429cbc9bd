//! What went wrong on real threads: values, panics, hangs, limits, tricks.

use super::model::{panic_line, unmet_line};
use super::paint;
use super::prose::{bullet, code, count, paragraph, quoted, seconds};
use super::sources::Sources;
use crate::finding::{Evidence, Hang};

/// The name of what was seen, and whatever there is to say about it.
struct Told {
    title: String,
    /// A line that stands out: got and expected, a panic.
    line: Option<String>,
    prose: String,
    output: String,
}

pub fn told(sources: Sources<'_>, evidence: &Evidence) -> Option<String> {
    let told = tell(sources, evidence)?;
    let mut parts = vec![format!("  {}", paint::alarm(&super::prose::plain(&told.title)))];
    parts.extend(told.line);
    parts.push(paragraph(3, &told.prose));
    if !told.output.trim().is_empty() {
        parts.push(format!("   It printed:\n{}", quoted(&told.output)));
    }
    parts.retain(|part| !part.is_empty());
    Some(parts.join("\n\n"))
}

pub fn title(sources: Sources<'_>, evidence: &Evidence) -> Option<String> {
    tell(sources, evidence).map(|told| told.title)
}

fn tell(sources: Sources<'_>, evidence: &Evidence) -> Option<Told> {
    Some(match evidence {
        Evidence::Unmet(unmet) => {
            let line = Some(unmet_line(unmet));
            Told { line, ..plain("wrong result", "This is what a run came to.") }
        }
        Evidence::Panicked(panic) => {
            Told { line: Some(panic_line(sources, None, panic)), ..plain("panic", "") }
        }
        Evidence::LeftEarly { exit_code, output } => left(*exit_code, output),
        Evidence::Killed { signal, stack_overflow, output } => {
            killed(*signal, *stack_overflow, output)
        }
        Evidence::OutOfMemory { mib } => plain(
            "out of memory",
            &format!("The program asked for more than {mib} MiB at one time, which is its limit."),
        ),
        Evidence::BusyWaiting { cpu_seconds } => plain(
            "busy waiting",
            &format!(
                "Some thread ran on for more than {cpu_seconds} s of CPU time while the others \
                 waited: it looks again and again whether something has happened. A thread that \
                 has nothing to do sleeps until somebody wakes it."
            ),
        ),
        Evidence::TooManyThreads { threads } => plain(
            "too many threads",
            &format!(
                "The program had {} at one time and was ended.",
                count(*threads as u64, "thread")
            ),
        ),
        Evidence::Hung { hang, seconds, output } => hung(*hang, *seconds, output),
        Evidence::LeftProcesses { count: number } => left_processes(*number),
        Evidence::ForgedReport => plain(
            "forged report",
            "The program wrote to the channel on which the checker is told the result. Nothing it \
             said there counts.",
        ),
        _ => return None,
    })
}

fn plain(title: &str, prose: &str) -> Told {
    Told { title: title.to_owned(), line: None, prose: prose.to_owned(), output: String::new() }
}

fn left(exit_code: Option<i32>, output: &str) -> Told {
    let with = exit_code.map(|code| format!(" with exit code {code}")).unwrap_or_default();
    let prose = format!(
        "The process left{with} before the case was over. A case counts only when it runs to its \
         end; an exit code proves nothing."
    );
    Told { output: output.to_owned(), ..plain("left early", &prose) }
}

fn killed(signal: i32, stack_overflow: bool, output: &str) -> Told {
    let told = if stack_overflow {
        plain(
            "stack overflow",
            "A thread's stack is full: some function calls itself without an end, or keeps very \
             large values in local variables.",
        )
    } else {
        let name = signal_name(signal);
        plain(
            &format!("ended by a signal: {name}"),
            &format!("The system ended the program with {name}."),
        )
    };
    Told { output: output.to_owned(), ..told }
}

fn signal_name(signal: i32) -> String {
    match signal {
        4 => "SIGILL (illegal instruction)".to_owned(),
        6 => "SIGABRT (abort)".to_owned(),
        7 => "SIGBUS (bad memory access)".to_owned(),
        8 => "SIGFPE (arithmetic fault)".to_owned(),
        9 => "SIGKILL".to_owned(),
        11 => "SIGSEGV (invalid memory access)".to_owned(),
        15 => "SIGTERM".to_owned(),
        number => format!("signal {number}"),
    }
}

fn hung(hang: Hang, waited: f64, output: &str) -> Told {
    let waited = seconds(waited);
    let told = match hang {
        Hang::Deadlock { threads: 1 } => plain(
            "deadlock",
            &format!("After {waited} the only thread is blocked, and nobody is there to wake it."),
        ),
        Hang::Deadlock { threads } => plain(
            "deadlock",
            &format!(
                "After {waited} all {} are blocked: each waits for something that none of them \
                 will do.",
                count(threads as u64, "thread")
            ),
        ),
        Hang::Running { threads, busy } => plain(
            "not done in time",
            &format!(
                "After {waited} the program was still running: {} of its {} used the CPU. An \
                 endless loop, a livelock and work that takes too long look like this.",
                super::prose::thousands(busy as u64),
                count(threads as u64, "thread")
            ),
        ),
    };
    Told { output: output.to_owned(), ..told }
}

fn left_processes(number: usize) -> Told {
    let are = if number == 1 { "was" } else { "were" };
    plain(
        "processes left behind",
        &format!(
            "{} {are} still there when the case was over; the checker ended what it found.",
            count(number as u64, "process")
        ),
    )
}

/// One line of a list of findings.
pub fn short(name: &str, title: &str) -> String {
    let text = if name.is_empty() { title.to_owned() } else { format!("{}: {title}", code(name)) };
    bullet(&text)
}
