//! What the machine can judge, and what will be skipped on it and why.

use super::WIDTH;
use super::style::{DOUBT, STRONG};
use crate::machine::Machine;

/// Prints what `doctor` says. `measured` names the exercises that measure speed.
pub fn print(machine: &Machine, root: &str, exercises: &str, measured: &[String]) {
    for (name, value) in rows(machine, root, exercises) {
        anstream::println!("{STRONG}{name:<14}{STRONG:#}{value}");
    }
    let skipped = skipped(machine, measured);
    anstream::println!();
    if skipped.is_empty() {
        anstream::println!("Everything can be judged on this machine.");
        return;
    }
    anstream::println!("{DOUBT}Skipped on this machine{DOUBT:#}");
    let options = textwrap::Options::new(WIDTH).initial_indent("- ").subsequent_indent("  ");
    for reason in skipped {
        anstream::println!("{}", textwrap::fill(&reason, &options));
    }
}

fn rows(machine: &Machine, root: &str, exercises: &str) -> Vec<(&'static str, String)> {
    let version = machine.toolchain.lines().next().unwrap_or_default();
    let host = machine.toolchain.lines().find_map(|line| line.strip_prefix("host: "));
    let usable = match machine.cpus {
        Some(cpus) => format!("{} usable of {cpus}", machine.usable),
        None => format!("{} usable", machine.usable),
    };
    let yes = |holds: bool| if holds { "yes" } else { "no" }.to_owned();
    let prebuilt = if machine.prebuilt {
        "built"
    } else {
        "not built yet; the first check builds them, in about a minute"
    };
    vec![
        ("toolchain", version.to_owned()),
        ("host", host.unwrap_or(machine.system).to_owned()),
        ("workspace", root.to_owned()),
        ("exercises", exercises.to_owned()),
        ("CPUs", usable),
        ("pinning", yes(machine.pins)),
        ("/proc", if machine.reads_threads { "readable" } else { "not readable" }.to_owned()),
        ("raw memory", if machine.sees_memory { "seen" } else { "not seen" }.to_owned()),
        ("dependencies", prebuilt.to_owned()),
    ]
}

/// Why something is not judged here, a sentence or two each.
fn skipped(machine: &Machine, measured: &[String]) -> Vec<String> {
    let mut reasons = Vec::new();
    if !machine.confines {
        reasons.push(format!(
            "Everything that runs your program: {} has no verdict channel that a program cannot \
             forge. The verdict is “cannot tell”.",
            machine.system
        ));
    }
    if !machine.sees_memory {
        let reason = "Files with `unsafe` code: this version of Rust cannot show a model what they \
                      do to memory. Rust 1.95 can.";
        reasons.push(reason.to_owned());
    }
    if machine.usable < 2 && !measured.is_empty() {
        reasons.push(format!(
            "Measured speedup of {}: one CPU is usable, and speedup needs two. Operation counts \
             and overlap decide instead.",
            measured.join(", ")
        ));
    }
    if !machine.pins {
        reasons.push(
            "Cases that are to run on one CPU run on all: a process cannot be kept to some of \
             its CPUs here."
                .to_owned(),
        );
    }
    if !machine.reads_threads {
        reasons.push(
            "Telling a deadlock from an endless loop in a program that hangs: the states of its \
             threads are read from /proc, which is not readable here."
                .to_owned(),
        );
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;

    fn machine() -> Machine {
        Machine {
            toolchain: "rustc 1.95.0 (59807616e 2026-04-14)\nhost: x86_64-unknown-linux-gnu".into(),
            system: "linux",
            cpus: Some(4),
            usable: 2,
            pins: true,
            reads_threads: true,
            confines: true,
            sees_memory: true,
            prebuilt: false,
        }
    }

    #[test]
    fn a_whole_machine_skips_nothing() {
        assert_eq!(skipped(&machine(), &["par-sum".into()]), Vec::<String>::new());
    }

    #[test]
    fn one_cpu_names_the_exercises_that_are_not_measured() {
        let machine = Machine { usable: 1, ..machine() };
        let reasons = skipped(&machine, &["par-sum".into()]);
        assert!(reasons[0].starts_with("Measured speedup of par-sum: one CPU"));
        assert_eq!(skipped(&machine, &[]), Vec::<String>::new());
    }

    #[test]
    fn rows_say_what_was_found() {
        let rows = rows(&machine(), "/course", "10 in 4 chapters, 3 solved");
        assert!(rows.contains(&("CPUs", "2 usable of 4".into())));
        assert!(rows.contains(&("host", "x86_64-unknown-linux-gnu".into())));
    }
}
