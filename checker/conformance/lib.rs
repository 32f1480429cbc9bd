//! Holds the stand-ins to what the crates they replace do.
//!
//! Each file of `tests/` is plain Rust on the public interface of one module.
//! `cargo test -p conformance` runs it on the real crate and on real threads;
//! `cargo kata explore FILE` runs the same file on the stand-in, each test in
//! every interleaving. Both must pass.
