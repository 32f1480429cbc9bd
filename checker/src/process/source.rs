//! Reading without waiting.

use std::io::{self, ErrorKind, Read};
use std::os::fd::{AsFd, BorrowedFd};

/// Something to read from without waiting; gone once it is at its end.
pub struct Source<R>(Option<R>);

impl<R: Read + AsFd> Source<R> {
    pub fn new(reader: R) -> io::Result<Self> {
        rustix::io::ioctl_fionbio(&reader, true)?;
        Ok(Self(Some(reader)))
    }

    pub fn fd(&self) -> Option<BorrowedFd<'_>> {
        self.0.as_ref().map(AsFd::as_fd)
    }

    /// Reads once, if there is something; `take` says whether to go on.
    pub fn read(&mut self, take: impl FnOnce(&[u8]) -> bool) {
        let Some(reader) = &mut self.0 else { return };
        let mut bytes = [0; 64 << 10];
        let goes_on = match reader.read(&mut bytes) {
            Ok(0) => false,
            Ok(count) => take(&bytes[..count]),
            Err(error) => {
                matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted)
            }
        };
        if !goes_on {
            self.0 = None;
        }
    }
}
