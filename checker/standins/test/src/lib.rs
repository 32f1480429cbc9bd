//! Stand-in for `test`, the crate behind `#[test]`: every test is a model.
//!
//! rustc's `--test` writes a `main` that calls [`test_main_static`] with one
//! [`TestDescAndFn`] per test. This interface is rustc's own and may change
//! with it; where it does, a file of tests no longer compiles for exploration,
//! and nothing else is affected.

use harness::{Kind, Model};

pub use crate::ShouldPanic::{No, Yes, YesWithMessage};
pub use crate::TestFn::StaticTestFn;
pub use crate::TestName::StaticTestName;

pub struct TestDescAndFn {
    pub desc: TestDesc,
    pub testfn: TestFn,
}

pub struct TestDesc {
    pub name: TestName,
    pub ignore: bool,
    pub ignore_message: Option<&'static str>,
    pub source_file: &'static str,
    pub start_line: usize,
    pub start_col: usize,
    pub end_line: usize,
    pub end_col: usize,
    pub should_panic: ShouldPanic,
    pub compile_fail: bool,
    pub no_run: bool,
    pub test_type: TestType,
}

pub enum TestName {
    StaticTestName(&'static str),
}

pub enum TestFn {
    StaticTestFn(fn() -> Result<(), String>),
}

pub enum ShouldPanic {
    No,
    Yes,
    YesWithMessage(&'static str),
}

pub enum TestType {
    UnitTest,
    IntegrationTest,
    DocTest,
    Unknown,
}

/// A test that returns `Err` has failed.
pub fn assert_test_result<T: std::process::Termination>(result: T) -> Result<(), String> {
    let code = result.report();
    if code == std::process::ExitCode::SUCCESS {
        Ok(())
    } else {
        Err("the test returned an error".to_owned())
    }
}

/// What the generated `main` calls: with the tests in the order of their names,
/// and a reader knows that of the file. Ignored tests are left out.
pub fn test_main_static(tests: &[&TestDescAndFn]) {
    let mut tests: Vec<_> = tests.iter().filter(|test| !test.desc.ignore).collect();
    tests.sort_by_key(|test| (test.desc.start_line, test.desc.start_col));
    let models = tests.into_iter().map(|test| {
        let StaticTestName(name) = test.desc.name;
        let StaticTestFn(run) = test.testfn;
        let must_panic = match test.desc.should_panic {
            No => None,
            Yes => Some(""),
            YesWithMessage(words) => Some(words),
        };
        Model { name, kind: Kind::Test { run, must_panic } }
    });
    harness::models_main(&models.collect::<Vec<_>>())
}
