//! The name of an object, read off the source where it is used or created.

/// The expression before the `.` of a method call, given the text before the
/// method's name: `self.accounts[from].` gives `accounts[from]`.
pub fn used(before: &str) -> Option<String> {
    let mut rest = before.trim_end().strip_suffix('.')?.trim_end();
    let end = rest;
    loop {
        rest = operand(rest)?;
        match rest.trim_end().strip_suffix('.').or_else(|| rest.trim_end().strip_suffix("::")) {
            Some(more) => rest = more.trim_end(),
            None => break,
        }
    }
    let whole: String = end[rest.len()..].split_whitespace().collect();
    short(&whole)
}

/// Cuts one operand off the end: a name with its calls, indexes and `?`.
fn operand(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = rest.strip_suffix('?').unwrap_or(rest);
        rest = match rest.chars().next_back()? {
            ')' => opening(rest, '(', ')')?,
            ']' => opening(rest, '[', ']')?,
            _ => break,
        };
    }
    let name = rest.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_');
    // What is left when there was no name at all is an expression in parentheses.
    (name.len() < text.len()).then_some(name)
}

/// Cuts a bracketed part off the end.
fn opening(text: &str, open: char, close: char) -> Option<&str> {
    let mut depth = 0;
    for (offset, character) in text.char_indices().rev() {
        if character == close {
            depth += 1;
        } else if character == open {
            depth -= 1;
        }
        if depth == 0 {
            return Some(&text[..offset]);
        }
    }
    None
}

/// Names longer than this make the columns of a picture too wide.
const LONG: usize = 18;

/// The part of a receiver that tells one object from another.
fn short(receiver: &str) -> Option<String> {
    let mut parts = segments(receiver);
    if parts.len() > 1 && matches!(parts[0], "self" | "Self") {
        parts.remove(0);
    }
    while parts.len() > 1 && parts.last().is_some_and(|part| is_plumbing(part)) {
        parts.pop();
    }
    let long = |name: &str| name.chars().count() > LONG;
    let name = Some(parts.join(".")).filter(|name| !long(name));
    let last = *parts.last()?;
    let name = name.unwrap_or_else(|| if long(last) { any_index(last) } else { last.to_owned() });
    let usable = name != "self" && name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    (usable && !name.contains('"') && name.chars().count() <= LONG).then_some(name)
}

/// Splits at the dots that are outside brackets.
fn segments(receiver: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (offset, character) in receiver.char_indices() {
        match character {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            '.' if depth == 0 => {
                parts.push(&receiver[start..offset]);
                start = offset + 1;
            }
            _ => {}
        }
    }
    parts.push(&receiver[start..]);
    parts
}

fn is_plumbing(part: &str) -> bool {
    let calls = ["unwrap()", "as_ref()", "clone()", "deref()", "0", "get()", "iter()"];
    calls.contains(&part.trim_end_matches('?')) || part.starts_with("expect(")
}

/// `accounts[from]` and `accounts[to]` are both `accounts`.
pub fn without_index(name: &str) -> String {
    let mut text = String::new();
    let mut depth = 0;
    for character in name.chars() {
        match character {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ if depth == 0 => text.push(character),
            _ => {}
        }
    }
    text
}

/// `forks[(seat + 1) % count]` as `forks[_]`.
fn any_index(name: &str) -> String {
    name.split_once('[').map_or(name.to_owned(), |(name, _)| format!("{name}[_]"))
}

/// The field or variable an object is created for, given the text before its
/// constructor: `hits: `, `let ready = Arc::new(`, `static TOTAL: AtomicU64 = `.
pub fn created(before: &str) -> Option<String> {
    let mut rest = before.trim_end();
    // Wrappers such as `Arc::new(` or `CachePadded::new(` stand between.
    while let Some(outer) = rest.strip_suffix('(') {
        let path = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '<' | '>');
        rest = outer.trim_end_matches(path).trim_end();
        if rest.is_empty() {
            return None;
        }
        if let Some(name) = field(before, rest) {
            return Some(name);
        }
    }
    if let Some(left) = rest.strip_suffix('=') {
        return variable(left);
    }
    rest.strip_suffix(':').filter(|left| !left.ends_with(':')).and_then(last_name)
}

/// `hits: Arc::new(` — cutting the path takes the field's name along.
fn field(before: &str, cut: &str) -> Option<String> {
    let tail = before[cut.len()..].trim_start();
    let (name, _) = tail.split_once(": ")?;
    last_name(name).filter(|found| found == name)
}

/// `let mut ready`, `static TOTAL: AtomicU64`; the two ends of a channel in
/// `let (orders, queue)` make `orders/queue`.
fn variable(left: &str) -> Option<String> {
    let statement = left.rsplit(['\n', ';', '{', '}']).next()?;
    if let Some(pair) = statement.trim_end().strip_suffix(')') {
        let (one, other) = pair.rsplit_once('(')?.1.split_once(',')?;
        let name = format!("{}/{}", last_name(one)?, last_name(other)?);
        return (name.chars().count() <= LONG).then_some(name);
    }
    let (name, _type) = statement.split_once(':').unwrap_or((statement, ""));
    last_name(name)
}

fn last_name(text: &str) -> Option<String> {
    let text = text.trim_end();
    let start = text.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_');
    let name = &text[start.len()..];
    name.starts_with(|c: char| c.is_alphabetic() || c == '_').then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn receivers_lose_self_and_plumbing() {
        let cases = [
            ("        self.hits.", "hits"),
            ("let x = hits.", "hits"),
            ("self.accounts[from].balance.", "balance"),
            ("accounts[from].", "accounts[from]"),
            ("let seen = *self.state.lock().unwrap() + self.total.", "total"),
            ("while !self\n            .ready\n            .", "ready"),
            ("if TOTAL.", "TOTAL"),
            ("crate::TOTAL.", "crate::TOTAL"),
            ("shards[i % N].count.", "shards[i%N].count"),
            ("self.forks[(seat + 1) % self.forks.len()].", "forks[_]"),
            ("self.slots.get(i).unwrap().", "slots.get(i)"),
        ];
        for (before, name) in cases {
            assert_eq!(used(before).as_deref(), Some(name), "{before}");
        }
    }

    #[test]
    fn a_receiver_without_a_name_has_none() {
        for before in ["self.", "x + ", "(a, b).", ""] {
            assert_eq!(used(before), None, "{before}");
        }
    }

    #[test]
    fn creation_sites_name_the_field_or_variable() {
        let cases = [
            ("Self { hits: ", "hits"),
            ("let ready = ", "ready"),
            ("let ready: Arc<AtomicBool> = Arc::new(", "ready"),
            ("static TOTAL: AtomicU64 = ", "TOTAL"),
            ("Self { hits: Arc::new(", "hits"),
            ("Self {\n  state: ", "state"),
            ("let (orders, queue) = ", "orders/queue"),
        ];
        for (before, name) in cases {
            assert_eq!(created(before).as_deref(), Some(name), "{before}");
        }
        assert_eq!(created("vec![").as_deref(), None);
        assert_eq!(created("std::sync::").as_deref(), None);
    }
}
