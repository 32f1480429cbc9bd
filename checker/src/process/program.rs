//! A running program and the lines that lead to it.

use super::messages::Messages;
use super::output::Output;
use super::source::Source;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};
use std::io::{self, Read};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::process::{Child, ChildStderr, ChildStdout};
use std::time::Duration;

/// A running program and all that is heard of it.
pub struct Program {
    pub pid: Pid,
    /// Becomes readable when the program ends, where the kernel has such a thing.
    exit: Option<OwnedFd>,
    channel: Source<UnixStream>,
    pub messages: Messages,
    pub stdout: (Source<ChildStdout>, Output),
    pub stderr: (Source<ChildStderr>, Output),
}

impl Program {
    pub fn new(child: &mut Child, channel: UnixStream, secret: String) -> io::Result<Self> {
        let pid = Pid::from_child(child);
        let stdout = child.stdout.take().expect("standard output is piped");
        let stderr = child.stderr.take().expect("standard error is piped");
        Ok(Self {
            pid,
            exit: exit_of(pid),
            channel: Source::new(channel)?,
            messages: Messages::new(secret),
            stdout: (Source::new(stdout)?, Output::default()),
            stderr: (Source::new(stderr)?, Output::default()),
        })
    }

    /// Sleeps until there is something to hear, or for a while.
    pub fn wait(&self, at_most: Duration) {
        let exit = self.exit.as_ref().map(AsFd::as_fd);
        let open = [self.channel.fd(), self.stdout.0.fd(), self.stderr.0.fd(), exit];
        let mut fds: Vec<PollFd<'_>> = open
            .into_iter()
            .flatten()
            .map(|fd| PollFd::from_borrowed_fd(fd, PollFlags::IN))
            .collect();
        let timeout = Timespec::try_from(at_most).expect("a pause is short");
        // Interrupted or not: what there is to hear is heard next.
        let _ = poll(&mut fds, Some(&timeout));
    }

    /// Hears what there is, but no more than a flood's next wave.
    pub fn listen(&mut self) {
        let messages = &mut self.messages;
        self.channel.read(|bytes| messages.hear(bytes));
        for_output(&mut self.stdout);
        for_output(&mut self.stderr);
    }

    /// Hears what is still in the pipes; everybody who wrote to them is gone,
    /// or else, outside Linux, is not waited for.
    pub fn drain(&mut self) {
        const WAVES: usize = 64;
        for _ in 0..WAVES {
            self.listen();
        }
        self.messages.close();
    }

    /// Whether the program has ended. It is not reaped yet: until then nobody
    /// else can get its number, and its group can be ended safely.
    pub fn has_left(&self) -> bool {
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        matches!(waitid(WaitId::Pid(self.pid), options), Ok(Some(_)))
    }
}

#[cfg(target_os = "linux")]
fn exit_of(pid: Pid) -> Option<OwnedFd> {
    rustix::process::pidfd_open(pid, rustix::process::PidfdFlags::empty()).ok()
}

/// Elsewhere the glances notice the end.
#[cfg(not(target_os = "linux"))]
fn exit_of(_pid: Pid) -> Option<OwnedFd> {
    None
}

fn for_output<R: Read + AsFd>((source, output): &mut (Source<R>, Output)) {
    source.read(|bytes| {
        output.take(bytes);
        true
    });
}
