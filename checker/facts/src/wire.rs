//! How facts and orders travel: one line each.
//!
//! Not JSON. Whoever links a JSON library beside a program gets its
//! `impl PartialEq<Value> for u32` as well, and then `sum == numbers.sum()`
//! no longer compiles: what is linked into judged programs must not bring
//! implementations of std's traits for std's types.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The line that says `value`, with its end.
///
/// # Panics
///
/// If `value` is not plain data.
pub fn to_line(value: &impl Serialize) -> Vec<u8> {
    let mut line = start_of_line(value);
    line.push(b'\n');
    line
}

/// What a line begins with whose first part is `value`.
///
/// # Panics
///
/// If `value` is not plain data.
pub fn start_of_line(value: &impl Serialize) -> Vec<u8> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let bytes = postcard::to_allocvec(value).expect("plain data can be written");
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| DIGITS[usize::from(digit)]).collect()
}

/// What a line says, its end left out; `None` if it was not made by [`to_line`].
pub fn from_line<T: DeserializeOwned>(line: &[u8]) -> Option<T> {
    let (pairs, []) = line.as_chunks::<2>() else { return None };
    let bytes: Vec<u8> = pairs
        .iter()
        .map(|&[high, low]| Some(digit(high)? << 4 | digit(low)?))
        .collect::<Option<_>>()?;
    match postcard::take_from_bytes(&bytes) {
        Ok((value, [])) => Some(value),
        _ => None,
    }
}

fn digit(character: u8) -> Option<u8> {
    let digit = char::from(character).to_digit(16)?;
    u8::try_from(digit).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Fact, Message, Note};

    #[test]
    fn what_is_written_is_read() {
        let note = Note { what: "wait\n".to_owned(), value: -0.5, unit: String::new() };
        let message = Message { secret: "s".to_owned(), fact: Fact::Note(note) };
        let line = to_line(&message);
        let (end, line) = line.split_last().unwrap();
        assert_eq!((*end, line.contains(&b'\n')), (b'\n', false));
        assert_eq!(from_line(line), Some(message));
    }

    #[test]
    fn a_line_begins_with_its_first_part() {
        let message = Message { secret: "s3".to_owned(), fact: Fact::Completed };
        assert!(to_line(&message).starts_with(&start_of_line(&"s3")));
    }

    #[test]
    fn anything_else_is_refused() {
        let line = start_of_line(&7u32);
        assert_eq!(from_line::<u32>(&line), Some(7));
        assert_eq!(from_line::<u32>(&line[1..]), None);
        assert_eq!(from_line::<u32>(&[&line[..], b"00"].concat()), None);
        assert_eq!(from_line::<u32>(b"{}"), None);
        assert_eq!(from_line::<String>(b"ff"), None);
    }
}
