//! What a judged program prints, bounded: the beginning and the end are kept.

use std::collections::VecDeque;

/// Bytes kept of the beginning, and again of the end.
const KEPT: usize = 32 << 10;

/// One stream of output.
#[derive(Debug, Default)]
pub struct Output {
    head: Vec<u8>,
    tail: VecDeque<u8>,
    left_out: u64,
}

impl Output {
    /// Takes more bytes in.
    pub fn take(&mut self, bytes: &[u8]) {
        let (head, rest) = bytes.split_at(bytes.len().min(KEPT - self.head.len()));
        self.head.extend_from_slice(head);
        self.tail.extend(rest);
        let excess = self.tail.len().saturating_sub(KEPT);
        self.tail.drain(..excess);
        self.left_out += excess as u64;
    }

    /// The text, with a line in place of what was left out.
    pub fn text(&self) -> String {
        let mut bytes = self.head.clone();
        if self.left_out > 0 {
            bytes.extend(format!("\n[{} bytes left out]\n", self.left_out).bytes());
        }
        bytes.extend(&self.tail);
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_keeps_its_beginning_and_its_end() {
        let mut output = Output::default();
        output.take(b"first ");
        (0..1000).for_each(|_| output.take(&[b'x'; 1000]));
        output.take(b" last");
        let text = output.text();
        assert!(text.starts_with("first ") && text.ends_with(" last"));
        assert!(text.contains("bytes left out") && text.len() < 2 * KEPT + 100);
    }

    #[test]
    fn short_output_is_kept_whole() {
        let mut output = Output::default();
        output.take(b"one\n");
        output.take(b"two\n");
        assert_eq!(output.text(), "one\ntwo\n");
    }
}
