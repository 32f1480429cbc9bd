//! Timelines: the picture for a person, one object for a program.

use crate::explain::Picture;
use std::io::Write;

/// Writes to standard output.
pub fn print(picture: &Picture, json: bool) {
    if json {
        let line = serde_json::to_string(picture).expect("a picture has string keys and numbers");
        // A reader that went away has seen what it wanted.
        let _ = writeln!(std::io::stdout().lock(), "{line}");
    } else {
        anstream::println!("{}", picture.told());
    }
}
