//! Misuses of the learner's types that compile.

use super::paint;
use super::prose::paragraph;

pub const TITLE: &str = "a misuse compiles";

pub fn told() -> String {
    let prose = "The compiler accepts the function below, and must refuse it: your type promises \
                 more than it can keep. Whoever calls it like this breaks the program without a \
                 line of `unsafe`. Bounds and lifetimes are what keeps callers from it.";
    format!("  {}\n\n{}", paint::alarm(TITLE), paragraph(3, prose))
}
