//! One core's record: memory that the kernel writes to and we read at the end.

use super::{Entry, What};
use std::io;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::ptr::{NonNull, null_mut};
use std::sync::atomic::{AtomicU64, Ordering};

/// Pages of a record, the most that the kernel grants; 64 entries each.
const PAGES: [usize; 4] = [512, 128, 32, 8];

/// `struct perf_event_attr` as far as its fifth version goes.
#[repr(C)]
#[derive(Debug, Default)]
struct Attr {
    kind: u32,
    size: u32,
    config: u64,
    period: u64,
    sample_type: u64,
    read_format: u64,
    flags: u64,
    wakeup: u32,
    bp_type: u32,
    config1: u64,
    config2: u64,
    branch_sample_type: u64,
    sample_regs_user: u64,
    sample_stack_user: u32,
    clock: i32,
    sample_regs_intr: u64,
    aux_watermark: u32,
    sample_max_stack: u16,
    reserved: u16,
}

const SOFTWARE: u32 = 1;
const DUMMY: u64 = 9;
/// Thread, time and core behind every entry.
const SAMPLE_TYPE: u64 = 1 << 1 | 1 << 2 | 1 << 7;
/// Inherited; without the kernel and the hypervisor; threads that begin and
/// end; thread, time and core everywhere; a clock of choice; switches.
const FLAGS: u64 = 1 << 1 | 1 << 5 | 1 << 6 | 1 << 13 | 1 << 18 | 1 << 25 | 1 << 26;
/// `_IO('$', 1)`.
const DISABLE: libc::c_ulong = 0x2401;

/// Where the kernel says how far it has written, and where the entries begin.
const HEAD: usize = 1024;
const DATA: usize = 1040;

#[derive(Debug)]
pub struct Ring {
    fd: OwnedFd,
    memory: NonNull<u8>,
    bytes: usize,
}

// SAFETY: the memory belongs to the ring and nothing in it to a thread.
unsafe impl Send for Ring {}

impl Ring {
    /// For the calling thread, and all that it makes, on one core.
    pub fn open(core: u32) -> io::Result<Self> {
        let attr = Attr {
            kind: SOFTWARE,
            size: u32::try_from(size_of::<Attr>()).expect("it is small"),
            config: DUMMY,
            sample_type: SAMPLE_TYPE,
            flags: FLAGS,
            clock: libc::CLOCK_MONOTONIC,
            ..Attr::default()
        };
        const CLOSE_ON_EXEC: libc::c_ulong = 8;
        let core = libc::c_int::try_from(core).map_err(io::Error::other)?;
        // SAFETY: the structure is one the kernel knows, and is only read.
        let fd = unsafe {
            libc::syscall(libc::SYS_perf_event_open, &raw const attr, 0, core, -1, CLOSE_ON_EXEC)
        };
        if fd < 0 {
            return Err(io::Error::last_os_error());
        }
        let fd = libc::c_int::try_from(fd).map_err(io::Error::other)?;
        // SAFETY: the kernel just made it, for us.
        let fd = unsafe { OwnedFd::from_raw_fd(fd) };
        let mut mapped = PAGES.iter().map(|pages| map(&fd, (pages + 1) * page()));
        let (memory, bytes) =
            mapped.find_map(io::Result::ok).ok_or_else(|| io::Error::other("no memory for it"))?;
        Ok(Self { fd, memory, bytes })
    }

    pub fn stop(&self) {
        // SAFETY: it takes a number and touches no memory of ours.
        let _ = unsafe { libc::ioctl(self.fd.as_raw_fd(), DISABLE, 0) };
    }

    /// Adds the entries; says whether there was no room for more.
    pub fn read(&self, entries: &mut Vec<Entry>) -> bool {
        let at = |offset: usize| {
            // SAFETY: the first page is the kernel's header, and 64-bit words
            // lie at these offsets.
            let word = unsafe { &*self.memory.as_ptr().add(offset).cast::<AtomicU64>() };
            // Acquire pairs with the kernel's barrier before it moves the head.
            usize::try_from(word.load(Ordering::Acquire)).unwrap_or(0)
        };
        let (head, data) = (at(HEAD), at(DATA));
        let data = if data == 0 { page() } else { data };
        let room = self.bytes.saturating_sub(data);
        let written = head.min(room);
        // SAFETY: the kernel wrote so much there and, as nothing was ever taken
        // out, will not write over it.
        let bytes = unsafe { std::slice::from_raw_parts(self.memory.as_ptr().add(data), written) };
        parse(bytes, entries);
        room - written < LONGEST
    }
}

impl Drop for Ring {
    fn drop(&mut self) {
        // SAFETY: it was mapped with this size, and no reference is left.
        let _ = unsafe { libc::munmap(self.memory.as_ptr().cast(), self.bytes) };
    }
}

fn map(fd: &OwnedFd, bytes: usize) -> io::Result<(NonNull<u8>, usize)> {
    let protection = libc::PROT_READ | libc::PROT_WRITE;
    // SAFETY: a new mapping, where the kernel likes it.
    let memory =
        unsafe { libc::mmap(null_mut(), bytes, protection, libc::MAP_SHARED, fd.as_raw_fd(), 0) };
    match NonNull::new(memory.cast::<u8>()) {
        Some(there) if memory != libc::MAP_FAILED => Ok((there, bytes)),
        _ => Err(io::Error::last_os_error()),
    }
}

fn page() -> usize {
    // SAFETY: it takes a number and cannot fail for this one.
    usize::try_from(unsafe { libc::sysconf(libc::_SC_PAGESIZE) }).unwrap_or(4096)
}

/// Kinds of entries, and the bits of a switch.
const EXIT: u32 = 4;
const FORK: u32 = 7;
const SWITCH: u32 = 14;
const OUT: u16 = 1 << 13;
const PREEMPTED: u16 = 1 << 14;

/// No entry takes more bytes.
const LONGEST: usize = 64;

/// Reads what the kernel wrote, entry by entry.
fn parse(mut bytes: &[u8], entries: &mut Vec<Entry>) {
    while let Some(entry) = next(&mut bytes) {
        let Some(Tail { thread, time, core }) = tail(entry) else { continue };
        let flags = u16::try_from(word(entry, 4).unwrap_or(0) & 0xffff).unwrap_or(0);
        let (thread, what) = match word(entry, 0) {
            Some(SWITCH) if flags & OUT == 0 => (thread, What::On { core }),
            Some(SWITCH) => (thread, What::Off { preempted: flags & PREEMPTED != 0 }),
            // Both name the process and its parent first.
            Some(FORK) => (word(entry, 16).unwrap_or(0), What::Began),
            Some(EXIT) => (word(entry, 16).unwrap_or(0), What::Ended),
            _ => continue,
        };
        entries.push(Entry { time, thread, what });
    }
}

/// Takes the next entry; its size stands in its first eight bytes.
fn next<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let size = usize::from(u16::try_from(word(bytes, 4)? >> 16).ok()?);
    let (entry, rest) = bytes.split_at_checked(size)?;
    *bytes = rest;
    (size >= 8).then_some(entry)
}

/// What stands behind every entry.
struct Tail {
    thread: u32,
    time: u64,
    core: u32,
}

fn tail(entry: &[u8]) -> Option<Tail> {
    let from = entry.len().checked_sub(24)?;
    let time = u64::from(word(entry, from + 8)?) | u64::from(word(entry, from + 12)?) << 32;
    Some(Tail { thread: word(entry, from + 4)?, time, core: word(entry, from + 16)? })
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_ne_bytes(*bytes.get(at..)?.first_chunk()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An entry as the kernel writes it: header, body, thread, time, core.
    fn entry(
        kind: u32,
        flags: u16,
        body: &[u32],
        (thread, time, core): (u32, u32, u32),
    ) -> Vec<u8> {
        let size = 8 + 4 * body.len() + 24;
        let header = [kind, u32::from(flags) | u32::try_from(size).unwrap() << 16];
        let words = [&header[..], body, &[1, thread, time, 0, core, 0]].concat();
        words.iter().flat_map(|word| word.to_ne_bytes()).collect()
    }

    #[test]
    fn entries_are_read_one_behind_the_other() {
        let bytes = [
            entry(FORK, 0, &[1, 1, 9, 1, 100, 0], (1, 100, 0)),
            entry(SWITCH, OUT | PREEMPTED, &[], (1, 200, 0)),
            entry(SWITCH, 0, &[], (9, 210, 0)),
            entry(99, 0, &[5, 0, 3, 0], (9, 300, 0)),
            entry(EXIT, 0, &[1, 1, 9, 1, 400, 0], (9, 400, 0)),
        ];
        let mut entries = Vec::new();
        parse(&bytes.concat(), &mut entries);
        let wanted = [
            (100, 9, What::Began),
            (200, 1, What::Off { preempted: true }),
            (210, 9, What::On { core: 0 }),
            (400, 9, What::Ended),
        ];
        assert_eq!(entries, wanted.map(|(time, thread, what)| Entry { time, thread, what }));
    }

    #[test]
    fn half_an_entry_is_none() {
        let whole = entry(SWITCH, 0, &[], (9, 210, 0));
        let mut entries = Vec::new();
        parse(&whole[..whole.len() - 1], &mut entries);
        assert_eq!(entries, []);
    }
}
