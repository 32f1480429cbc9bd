//! Timelines: the picture for a person, one object for a program.

use crate::explain::Picture;
use serde::Serialize;
use std::io::Write;

/// The object. Times are in nanoseconds; keys are only ever added.
#[derive(Serialize)]
struct Object<'a> {
    #[serde(flatten)]
    picture: &'a Picture,
    /// What a person is shown, without colours.
    explanation: String,
}

/// Writes to standard output.
pub fn print(picture: &Picture, json: bool) {
    if json {
        let explanation = anstream::adapter::strip_str(&picture.told()).to_string();
        let object = Object { picture, explanation };
        let line = serde_json::to_string(&object).expect("a picture has string keys and numbers");
        // A reader that went away has seen what it wanted.
        let _ = writeln!(std::io::stdout().lock(), "{line}");
    } else {
        anstream::println!("{}", picture.told());
    }
}
