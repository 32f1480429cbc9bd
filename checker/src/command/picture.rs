//! Pictures that were asked for as files.

use crate::error::Error;
use std::fs;
use std::path::Path;

/// Writes a picture where the caller wants it.
pub fn write(path: &Path, svg: &str) -> Result<(), Error> {
    fs::write(path, svg)
        .map_err(|source| Error::usage(format!("cannot write {}: {source}", path.display())))
}
