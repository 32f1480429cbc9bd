//! How a program scales: for a person, and as one object for a program.

use crate::explain;
use crate::scaling::Scaling;
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    #[serde(flatten)]
    scaling: &'a Scaling,
    /// What a person is shown, without colours.
    explanation: String,
}

/// Writes to standard output.
pub fn print(file: &str, scaling: &Scaling, json: bool) {
    let explanation = explain::scaling::told(scaling);
    if json {
        let explanation = anstream::adapter::strip_str(&explanation).to_string();
        let line = serde_json::to_string(&Line { file, scaling, explanation });
        let line = line.expect("it has string keys and numbers");
        // A reader that went away has seen what it wanted.
        let _ = writeln!(std::io::stdout().lock(), "{line}");
    } else {
        anstream::println!("{explanation}");
    }
}
