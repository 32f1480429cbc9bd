//! Rules of the house that no compiler knows, each a test.

mod arrows;
mod course;
mod sources;
