//! Errors of the compiler, and rules that a file breaks.

use super::paint;
use super::prose::{count, plain};

/// Errors as rustc prints them, untouched.
pub fn errors(rendered: &[String]) -> String {
    let number = plain(&count(rendered.len() as u64, "error"));
    let heading = format!("  {} — {number}", paint::alarm("does not compile"));
    let errors: Vec<_> = rendered.iter().map(|error| error.trim_end()).collect();
    format!("{heading}\n\n{}", errors.join("\n\n"))
}

pub fn rule(rule: &str, rendered: &str) -> String {
    let heading = super::prose::hanging(2, 2, &format!("rule broken — {rule}"));
    let heading = heading.replacen("rule broken", &paint::alarm("rule broken"), 1);
    match rendered.trim_end() {
        "" => heading,
        rendered => format!("{heading}\n\n{rendered}"),
    }
}

/// Warnings are told only where nothing is wrong.
pub fn warnings(rendered: &[String]) -> String {
    let warnings: Vec<_> = rendered.iter().map(|warning| warning.trim_end()).collect();
    warnings.join("\n\n")
}
