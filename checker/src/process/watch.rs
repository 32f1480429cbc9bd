//! Watches one program from its start to its end, in one thread: the kernel is
//! asked to wake it for what the program says, prints, and for its end.

use super::family::Family;
use super::patience::{Given, Patience};
use super::program::Program;
use super::{Exit, Job, Run};
use facts::Order;
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};
use std::fs::File;
use std::io::{self, Read, Write};
use std::net::Shutdown;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long to sleep when nothing happens.
const PAUSE: Duration = Duration::from_millis(10);

/// Starts the program and stays with it.
pub fn run(job: &Job<'_>) -> io::Result<Run> {
    let start = Instant::now();
    let (channel, theirs) = UnixStream::pair()?;
    let mut child = Command::new(job.program)
        .stdin(Stdio::from(OwnedFd::from(theirs)))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .env("RUST_BACKTRACE", "0")
        .process_group(0)
        .spawn()?;
    let family = Family::found(Pid::from_child(&child));
    let secret = secret()?;
    order(&channel, job, &secret);
    let mut program = Program::new(&mut child, channel, secret)?;
    let given_up = watch(&mut program, Patience::new(job.deadline, start));
    finish(child, program, family, given_up, start)
}

/// 128 random bits.
fn secret() -> io::Result<String> {
    let mut bits = [0; 16];
    File::open("/dev/urandom")?.read_exact(&mut bits)?;
    Ok(bits.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Sends the order. A program that does not take it will have no fact to show.
fn order(mut channel: &UnixStream, job: &Job<'_>, secret: &str) {
    let order =
        Order { secret: secret.to_owned(), limits: job.limits.clone(), task: job.task.clone() };
    let _ = channel.write_all(&facts::wire::to_line(&order));
    let _ = channel.shutdown(Shutdown::Write);
}

/// Stays with the program until it leaves, or until patience is at its end.
fn watch(program: &mut Program, mut patience: Patience) -> Option<Given> {
    loop {
        program.wait(PAUSE);
        program.listen();
        if program.has_left() {
            return None;
        }
        let told = program.messages.tell_the_end();
        let given_up = patience.with(program.pid, told, Instant::now());
        if given_up.is_some() {
            return given_up;
        }
    }
}

/// Ends the program and all that is left of it, and puts the run together.
fn finish(
    mut child: Child,
    mut program: Program,
    family: Family,
    given_up: Option<Given>,
    start: Instant,
) -> io::Result<Run> {
    if given_up.is_some() {
        child.kill()?;
        // Its children become the checker's at its end, not before.
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        waitid(WaitId::Pid(program.pid), options)?;
    }
    let left_processes = family.left();
    // Fails only if nobody is left in the group.
    let _ = kill_process_group(program.pid, Signal::KILL);
    let status = child.wait()?;
    family.end();
    program.drain();
    let exit = match (given_up, status.code(), status.signal()) {
        (None, Some(code), _) => Exit::Code(code),
        (None, _, Some(signal)) => Exit::Signal(signal),
        _ => Exit::Ended,
    };
    let (hang, too_many_threads) = match given_up {
        Some(Given::Hang(hang)) => (Some(hang), None),
        Some(Given::Threads(count)) => (None, Some(count)),
        Some(Given::Lingering | Given::Starved) | None => (None, None),
    };
    Ok(Run {
        facts: program.messages.facts,
        forged: program.messages.forged,
        exit,
        stdout: program.stdout.1.text(),
        stderr: program.stderr.1.text(),
        hang,
        starved: given_up == Some(Given::Starved),
        too_many_threads,
        left_processes,
        seconds: start.elapsed().as_secs_f64(),
    })
}
