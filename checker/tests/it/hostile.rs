//! What programs that misbehave come to. Each case of the harness's example
//! `hostile` does what its name says; here stands what the checker sees.

use crate::finding::Hang;
use crate::process::{Exit, Job, Run, run};
use facts::{Fact, Limits, Panicked, Task};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

/// Enough for a case that ends by itself, whatever else the machine does.
const PLENTY: Duration = Duration::from_secs(20);

/// Enough for a case that never ends.
const LITTLE: Duration = Duration::from_secs(1);

/// Builds the examples of the harness once; the tests run in parallel.
fn example(name: &str) -> PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("harness/Cargo.toml");
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--examples", "--manifest-path"]).arg(manifest);
        // The target directory of this very build, whose dependencies it shares.
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("target/tmp");
        let built = build.arg("--target-dir").arg(target).status().expect("cargo starts");
        assert!(built.success(), "the examples of the harness build");
        target.join("debug/examples")
    });
    folder.join(name)
}

fn job(example: &str, task: Task, deadline: Duration) -> Run {
    let _turn = crate::turn::shared();
    let program = self::example(example);
    let limits = Limits { memory_mib: 64, cpus: None };
    run(&Job { program: &program, limits, task, deadline }).expect("the program starts")
}

fn within(deadline: Duration, name: &str) -> Run {
    let run = job("hostile", Task::Case { name: name.to_owned() }, deadline);
    assert!(run.seconds < deadline.as_secs_f64() + 5.0, "{run:?}");
    run
}

/// A case that ends by itself.
fn case(name: &str) -> Run {
    let run = within(PLENTY, name);
    assert_eq!((run.hang, run.too_many_threads), (None, None), "{run:?}");
    run
}

/// A case that fails, with no word of the harness.
fn silent(name: &str) -> Run {
    let run = case(name);
    assert_eq!(run.facts, [], "{run:?}");
    run
}

fn panic(run: &Run) -> &Panicked {
    let [Fact::Panicked(panicked)] = &run.facts[..] else { panic!("{run:?}") };
    panicked
}

#[test]
fn an_honest_case_completes() {
    let run = case("honest");
    assert!(matches!(&run.facts[..], [Fact::Note(_), Fact::Completed]), "{run:?}");
    assert!(run.completed() && !run.forged);
    assert_eq!((run.exit, run.left_processes), (Exit::Code(0), 0));
    assert_eq!(run.output(), "no newline");
}

#[test]
fn the_names_are_told_without_running_anything() {
    let run = job("hostile", Task::List, PLENTY);
    let [Fact::Names(names)] = &run.facts[..] else { panic!("{run:?}") };
    assert_eq!(names[..2], ["honest", "wrong"]);
}

#[test]
fn an_expectation_that_does_not_hold_ends_the_case() {
    for (name, what) in [("wrong", "sum"), ("wrong_in_a_child", "order kept")] {
        let run = case(name);
        let [Fact::Unmet(unmet)] = &run.facts[..] else { panic!("{run:?}") };
        assert_eq!(unmet.what, what);
        assert!(unmet.place.file.ends_with("hostile.rs"));
        assert!(!run.output().contains("after"));
    }
}

#[test]
fn a_panic_is_told_with_its_message_and_place() {
    let run = case("panics");
    assert!(panic(&run).message.contains("index out of bounds"), "{run:?}");
    assert!(panic(&run).place.as_ref().unwrap().file.ends_with("hostile.rs"));
    assert!(run.stderr.contains("index out of bounds"));
}

#[test]
fn the_panic_of_a_child_explains_its_parents() {
    let run = case("panics_in_a_child");
    assert_eq!(panic(&run).message, "lost a hit");
    assert_eq!(panic(&run).thread.as_deref(), Some("worker"));
}

#[test]
fn a_panic_that_was_handled_is_no_failure() {
    assert!(case("panics_in_a_detached_thread").completed());
}

#[test]
fn a_silent_hook_hides_no_panic() {
    assert_eq!(panic(&case("panics_with_a_silent_hook")).message, "wrong all the same");
}

#[test]
fn a_payload_is_not_asked_to_drop() {
    panic(&case("panics_with_a_payload_that_exits"));
}

#[test]
fn leaving_early_is_not_passing() {
    for name in ["exits", "panics_with_an_exiting_hook", "exits_in_a_destructor"] {
        assert_eq!(silent(name).exit, Exit::Code(0));
    }
}

#[test]
fn printing_success_is_not_passing() {
    let run = silent("prints_a_summary");
    assert!(run.stdout.contains("test result: ok"));
    let run = silent("writes_to_every_descriptor");
    assert!(!run.forged, "safe code does not reach the channel");
}

#[test]
fn a_report_without_the_secret_is_forged() {
    assert!(silent("forges_a_report").forged);
}

#[test]
fn a_flood_on_the_channel_is_forged() {
    assert!(silent("floods_the_channel").forged);
}

#[test]
fn without_a_channel_there_is_no_success() {
    silent("shuts_the_channel_down");
}

#[test]
fn standard_input_is_not_the_channel() {
    let run = case("uses_standard_input");
    assert!(run.completed() && !run.forged);
}

#[test]
fn a_loop_is_running() {
    for name in ["loops", "polls"] {
        let run = within(LITTLE, name);
        assert_eq!(run.hang, Some(Hang::Running { threads: 1, busy: 1 }), "{name}: {run:?}");
        assert_eq!(run.exit, Exit::Ended);
    }
}

#[test]
fn a_deadlock_is_blocked() {
    for (name, threads) in [("sleeps", 1), ("deadlocks", 2)] {
        let run = within(LITTLE, name);
        assert_eq!(run.hang, Some(Hang::Deadlock { threads }), "{name}: {run:?}");
    }
}

#[test]
fn a_deadlock_is_noticed_long_before_the_deadline() {
    let run = within(Duration::from_secs(4), "deadlocks");
    assert_eq!(run.hang, Some(Hang::Deadlock { threads: 2 }));
    assert!(run.seconds < 3.0, "{run:?}");
}

#[test]
fn too_much_memory_is_told() {
    for name in ["allocates", "allocates_at_once"] {
        assert_eq!(case(name).facts, [Fact::OutOfMemory { mib: 64 }], "{name}");
    }
}

#[test]
fn endless_recursion_is_a_stack_overflow() {
    let run = silent("recurses");
    assert!(matches!(run.exit, Exit::Signal(_)) && run.stack_overflow(), "{run:?}");
}

#[test]
fn endless_spawning_is_noticed() {
    let run = within(PLENTY, "spawns");
    assert!(run.too_many_threads.is_some_and(|threads| threads > 500), "{run:?}");
    assert_eq!(run.facts, []);
}

#[test]
fn a_flood_of_output_is_bounded() {
    let run = within(LITTLE, "floods");
    assert!(matches!(run.hang, Some(Hang::Running { .. })), "{:?}", run.hang);
    assert!(run.stdout.len() < 70_000 && run.stdout.contains("left out"));
}

#[test]
fn a_program_that_stays_after_the_end_is_not_waited_for() {
    let run = case("stays_after_the_end");
    assert!(run.completed() && run.seconds < 5.0, "{run:?}");
}

#[test]
fn a_mutant_tells_whether_it_was_rejected() {
    let tried = |name: &str| {
        let run = job("tried", Task::Case { name: name.to_owned() }, PLENTY);
        let last = run.facts.iter().rev().find_map(|fact| match fact {
            Fact::Tried(tried) => Some(tried.clone()),
            _ => None,
        });
        (last.expect("a mutant is tried"), run.completed())
    };
    let (bug, _) = tried("lost_update");
    assert_eq!((bug.has_bug, bug.executions), (true, 3));
    assert_eq!(bug.rejected_with.as_deref(), Some("total is 1"));
    let (right, completed) = tried("atomic_add");
    assert_eq!((right.has_bug, right.rejected_with, completed), (false, None, true));
    let (aborted, completed) = tried("double_panic");
    assert!(aborted.rejected_with.is_some() && !completed);
}

#[test]
fn a_measurement_has_its_trials() {
    let run = job("measured", Task::Case { name: "speed".to_owned() }, PLENTY);
    let [Fact::Measured(measured), Fact::Completed] = &run.facts[..] else { panic!("{run:?}") };
    assert!(measured.trials.len() == 7 && measured.cpus > 0);
}

#[cfg(target_os = "linux")]
mod left_behind {
    use super::*;

    #[test]
    fn children_are_counted_and_ended() {
        for (name, left) in [("leaves_a_child", 1), ("leaves_a_finished_child", 0)] {
            let run = case(name);
            assert!(run.completed());
            assert_eq!(run.left_processes, left, "{name}: {run:?}");
        }
    }

    #[test]
    fn a_session_of_its_own_is_no_refuge() {
        let run = case("leaves_a_runaway");
        assert_eq!(run.left_processes, 2, "{run:?}");
    }

    #[test]
    fn waiting_for_a_child_is_waiting() {
        let run = within(LITTLE, "waits_for_a_child");
        assert_eq!(run.hang, Some(Hang::Deadlock { threads: 1 }));
        assert_eq!(run.left_processes, 1);
    }
}
