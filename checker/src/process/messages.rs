//! The checker's end of the verdict channel: bytes in, authentic facts out.

use facts::{Fact, Message};

/// More than any harness has to say; whoever sends more is not the harness.
const MAX_BYTES: usize = 64 << 20;

/// What has been heard so far.
#[derive(Debug)]
pub struct Messages {
    secret: String,
    /// The line that is not complete yet.
    pending: Vec<u8>,
    bytes: usize,
    pub facts: Vec<Fact>,
    pub forged: bool,
}

impl Messages {
    pub fn new(secret: String) -> Self {
        Self { secret, pending: Vec::new(), bytes: 0, facts: Vec::new(), forged: false }
    }

    /// Hears more bytes. Says whether it is worth listening on.
    pub fn hear(&mut self, bytes: &[u8]) -> bool {
        self.bytes += bytes.len();
        if self.bytes > MAX_BYTES {
            self.forged = true;
            self.pending.clear();
            return false;
        }
        let mut lines = bytes.split(|&byte| byte == b'\n');
        let last = lines.next_back().unwrap_or_default();
        for line in lines {
            self.pending.extend_from_slice(line);
            let line = std::mem::take(&mut self.pending);
            self.line(&line);
        }
        self.pending.extend_from_slice(last);
        true
    }

    /// The channel is closed. A harness that was ended in the middle of a line
    /// leaves the beginning of an authentic one.
    pub fn close(&mut self) {
        let start = facts::wire::start_of_line(&self.secret);
        let compared = start.len().min(self.pending.len());
        if self.pending[..compared] != start[..compared] {
            self.forged = true;
        }
    }

    /// Whether the harness has told how the case ended.
    pub fn tell_the_end(&self) -> bool {
        self.facts.iter().any(|fact| {
            matches!(
                fact,
                Fact::Names(_)
                    | Fact::Completed
                    | Fact::Unmet(_)
                    | Fact::Panicked(_)
                    | Fact::OutOfMemory { .. }
                    | Fact::BusyWaiting { .. }
                    | Fact::Unsupported(_)
            )
        })
    }

    fn line(&mut self, line: &[u8]) {
        match facts::wire::from_line::<Message>(line) {
            Some(message) if message.secret == self.secret => self.facts.push(message.fact),
            _ => self.forged = true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line without its end.
    fn completed(secret: &str) -> Vec<u8> {
        let message = Message { secret: secret.to_owned(), fact: Fact::Completed };
        facts::wire::start_of_line(&message)
    }

    fn heard(pieces: &[&[u8]]) -> Messages {
        let mut messages = Messages::new("s3".to_owned());
        pieces.iter().for_each(|piece| assert!(messages.hear(piece)));
        messages.close();
        messages
    }

    #[test]
    fn a_line_may_come_in_pieces() {
        let line = completed("s3");
        let messages = heard(&[&line[..3], &line[3..], b"\n"]);
        assert_eq!((messages.facts, messages.forged), (vec![Fact::Completed], false));
    }

    #[test]
    fn a_line_without_the_secret_is_forged() {
        let messages = heard(&[&completed("guess"), b"\n"]);
        assert_eq!((messages.facts, messages.forged), (vec![], true));
    }

    #[test]
    fn an_authentic_line_behind_garbage_does_not_count() {
        let messages = heard(&[b"garbage ", &completed("s3"), b"\n"]);
        assert_eq!((messages.facts, messages.forged), (vec![], true));
    }

    #[test]
    fn half_a_line_is_no_fact_and_no_forgery() {
        let line = completed("s3");
        for end in [5, line.len()] {
            let messages = heard(&[&line[..end]]);
            assert_eq!((messages.facts, messages.forged), (vec![], false));
        }
        assert!(heard(&[b"garbage"]).forged);
    }
}
