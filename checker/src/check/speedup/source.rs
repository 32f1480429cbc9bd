//! The lines that make a Rust file a program to measure.
//!
//! A file with a function `run` has that measured. It gets what `setup` makes,
//! if there is a `setup`, by reference or by value; and a `serial` beside it,
//! which takes the same, is what it is compared with. Any other file is
//! measured from the beginning of `main` to its end.

use crate::check::explore::file::{RUN_MAIN, has};
use crate::scratch::LIBRARY;

/// What is measured of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The line that is added.
    pub added: String,
    pub has_serial: bool,
}

/// What there is to measure in a text; or what it lacks, or has too much of.
pub fn parts(text: &str) -> Result<Parts, &'static str> {
    let generic = "a generic function to measure: `run`, `serial` and `setup` need to name types";
    let is_generic = |name: &&str| starts_a_line(text, &format!("fn {name}<"));
    let Some(parameter) = parameter(text, "run") else {
        if has(text, "fn main(") {
            let body = format!("measure(&mut || {{ {RUN_MAIN} }});");
            return Ok(Parts { added: function("parallel", &body), has_serial: false });
        }
        return Err(if is_generic(&"run") { generic } else { "neither `fn run` nor `fn main`" });
    };
    if ["setup", "serial"].iter().any(is_generic) {
        return Err(generic);
    }
    let parallel = function("parallel", &measured(text, "run", parameter));
    match self::parameter(text, "serial") {
        None => Ok(Parts { added: parallel, has_serial: false }),
        Some(parameter) => {
            let serial = function("serial", &measured(text, "serial", parameter));
            Ok(Parts { added: format!("{parallel} {serial}"), has_serial: true })
        }
    }
}

/// What `main` of the program does.
pub fn main(has_serial: bool) -> String {
    let serial = if has_serial { format!("Some(&{LIBRARY}::__serial)") } else { "None".to_owned() };
    format!(
        "harness::speedup_main(harness::Parts {{ parallel: &{LIBRARY}::__parallel, \
         serial: {serial} }})"
    )
}

fn function(name: &str, body: &str) -> String {
    format!(
        "#[doc(hidden)] #[allow(warnings)] pub fn __{name}(measure: &mut dyn FnMut(&mut dyn \
         FnMut())) {{ {body} }}"
    )
}

/// How a function takes its only parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Parameter {
    None,
    Reference,
    Value,
}

fn measured(text: &str, name: &str, parameter: Parameter) -> String {
    let (input, argument) = match parameter {
        Parameter::None => ("", ""),
        Parameter::Reference => ("let mut input = INPUT;", "&mut input"),
        Parameter::Value => ("let mut input = Some(INPUT);", "input.take().unwrap()"),
    };
    let made = if self::parameter(text, "setup").is_some() { "setup()" } else { "()" };
    let input = input.replace("INPUT", &format!("::std::hint::black_box({made})"));
    format!(
        "{input} let mut result = None; \
         measure(&mut || result = Some(::std::hint::black_box({name}({argument}))));"
    )
}

/// Whether a function of the file's own begins so, at the beginning of a line.
fn starts_a_line(text: &str, head: &str) -> bool {
    text.lines().any(|line| line.trim_start_matches("pub ").starts_with(head))
}

/// The parameter of a function of the file's own, at the beginning of a line.
fn parameter(text: &str, name: &str) -> Option<Parameter> {
    let mut lines = text.lines().enumerate();
    let head = format!("fn {name}(");
    let (number, _) = lines.find(|(_, line)| line.trim_start_matches("pub ").starts_with(&head))?;
    let rest = text.lines().skip(number).collect::<Vec<_>>().join("\n");
    let (_, parameters) = rest.split_once(&head)?;
    let (_, taken) = match parameters.trim_start().strip_prefix(')') {
        Some(_) => return Some(Parameter::None),
        None => parameters.split_once(':')?,
    };
    let by_reference = taken.trim_start().starts_with('&');
    Some(if by_reference { Parameter::Reference } else { Parameter::Value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_run_is_measured_and_otherwise_main() {
        let text = "fn setup() -> Vec<u64> { vec![] }\npub fn run(numbers: &[u64]) -> u64 { 0 }\n";
        let added = parts(text).unwrap();
        assert!(added.added.contains("black_box(setup())"), "{added:?}");
        assert!(added.added.contains("run(&mut input)"), "{added:?}");
        assert!(!added.has_serial);
        let main = parts("fn main() {}\n// fn run(\n").unwrap();
        assert!(main.added.contains("report(main())"), "{main:?}");
        assert_eq!(parts("pub fn helper() {}\n"), Err("neither `fn run` nor `fn main`"));
    }

    #[test]
    fn who_calls_a_generic_function_says_with_which_types() {
        let generic = "pub fn run<T>(numbers: &[T]) {}\n";
        assert!(parts(generic).unwrap_err().contains("generic"));
        assert!(parts(&format!("{generic}fn main() {{}}\n")).unwrap().added.contains("main()"));
        let setup = "fn setup<T>() -> T { loop {} }\nfn run(n: u64) {}\n";
        assert!(parts(setup).unwrap_err().contains("generic"));
    }

    #[test]
    fn parameters_are_lent_or_given_as_they_are_taken() {
        assert_eq!(parameter("fn run() {}", "run"), Some(Parameter::None));
        assert_eq!(
            parameter("fn run(\n    a: &mut [u8],\n) {}", "run"),
            Some(Parameter::Reference)
        );
        assert_eq!(parameter("fn run(mut a: Vec<u8>) {}", "run"), Some(Parameter::Value));
        assert_eq!(parameter("    fn run(a: u8) {}", "run"), None);
        let both = "fn run(a: u8) {}\nfn serial() {}\n";
        assert!(parts(both).unwrap().has_serial);
    }
}
