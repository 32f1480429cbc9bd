//! The verdict channel: one order in, facts out.
//!
//! The checker hands over one end of a socket pair as standard input. The
//! harness duplicates it and puts `/dev/null` in its place, so safe learner
//! code has no handle on it: `/proc/self/fd/N` of a socket cannot be opened.
//! Code that guesses the number can disturb the channel, and then loses the
//! proof of its own success; it cannot write a line that has the secret.

#[cfg(unix)]
pub use on_unix::{finish, is_open, open, out_of_memory, send};

#[cfg(not(unix))]
pub use elsewhere::{finish, is_open, open, out_of_memory, send};

/// Exit code of a program started by someone other than the checker.
const USAGE: i32 = 64;

#[cfg(unix)]
mod on_unix {
    use super::USAGE;
    use facts::{Fact, Message, Order};
    use std::io::{self, Read, Write};
    use std::net::Shutdown;
    use std::os::fd::AsFd;
    use std::os::unix::net::UnixStream;
    use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

    unsafe extern "C" {
        /// Ends the process at once: no destructor, no hook of the learner's.
        safe fn _exit(code: i32) -> !;
    }

    struct Channel {
        secret: String,
        /// Gone once the last fact is sent.
        stream: Mutex<Option<UnixStream>>,
        /// The line to send when there is no memory to compose one.
        out_of_memory: Vec<u8>,
    }

    static CHANNEL: OnceLock<Channel> = OnceLock::new();

    /// Takes the order. To be called once, before any learner code runs.
    pub fn open() -> Order {
        match take() {
            Ok((order, channel)) => {
                let first = CHANNEL.set(channel).is_ok();
                assert!(first, "the order is taken once");
                order
            }
            Err(error) => {
                eprintln!("This program is run by the checker ({error}).");
                _exit(USAGE)
            }
        }
    }

    fn take() -> io::Result<(Order, Channel)> {
        let fd = rustix::io::fcntl_dupfd_cloexec(io::stdin().as_fd(), 3)?;
        rustix::stdio::dup2_stdin(std::fs::File::open("/dev/null")?)?;
        let mut stream = UnixStream::from(fd);
        let mut line = String::new();
        stream.read_to_string(&mut line)?;
        let order: Order = facts::wire::from_line(line.trim_end().as_bytes())
            .ok_or_else(|| io::Error::other("what it was told is no order"))?;
        let mib = order.limits.memory_mib;
        let channel = Channel {
            out_of_memory: compose(&order.secret, Fact::OutOfMemory { mib }),
            secret: order.secret.clone(),
            stream: Mutex::new(Some(stream)),
        };
        Ok((order, channel))
    }

    /// Whether an order was taken, that is, whether a checker listens.
    pub fn is_open() -> bool {
        CHANNEL.get().is_some()
    }

    /// Reports a fact.
    pub fn send(fact: Fact) {
        let channel = channel();
        let line = compose(&channel.secret, fact);
        if let Some(stream) = channel.lock().as_mut() {
            // A checker that has stopped listening has already decided.
            let _ = stream.write_all(&line);
        }
    }

    /// Reports the last fact and ends the process. Where several threads get
    /// here, the first one's fact counts.
    pub fn finish(fact: Fact) -> ! {
        let channel = channel();
        let line = compose(&channel.secret, fact);
        if !channel.close_with(&line) {
            wait_for_the_end();
        }
        // What the learner printed without a newline. It may block for ever
        // if a thread holds the lock; the checker then ends the process.
        let _ = io::stdout().flush();
        _exit(0)
    }

    /// [`finish`] for the allocator: allocates nothing.
    pub fn out_of_memory() -> ! {
        let channel = channel();
        if !channel.close_with(&channel.out_of_memory) {
            wait_for_the_end();
        }
        _exit(0)
    }

    impl Channel {
        /// Sends the last line; says whether it was the first to.
        fn close_with(&self, line: &[u8]) -> bool {
            let Some(mut stream) = self.lock().take() else { return false };
            let _ = stream.write_all(line);
            let _ = stream.shutdown(Shutdown::Both);
            true
        }

        fn lock(&self) -> MutexGuard<'_, Option<UnixStream>> {
            self.stream.lock().unwrap_or_else(PoisonError::into_inner)
        }
    }

    fn channel() -> &'static Channel {
        CHANNEL.get().expect("facts are sent after the order is taken")
    }

    fn compose(secret: &str, fact: Fact) -> Vec<u8> {
        facts::wire::to_line(&Message { secret: secret.to_owned(), fact })
    }

    /// Another thread is ending the process.
    fn wait_for_the_end() -> ! {
        loop {
            std::thread::park();
        }
    }
}

/// Without Unix sockets there is no channel; the checker knows and does not
/// start judged programs there.
#[cfg(not(unix))]
mod elsewhere {
    use super::USAGE;
    use facts::{Fact, Order};

    pub fn open() -> Order {
        eprintln!("This program needs Unix sockets to report what it finds.");
        std::process::exit(USAGE)
    }

    pub fn is_open() -> bool {
        false
    }

    pub fn send(_fact: Fact) {}

    pub fn finish(_fact: Fact) -> ! {
        std::process::exit(0)
    }

    pub fn out_of_memory() -> ! {
        std::process::abort()
    }
}
