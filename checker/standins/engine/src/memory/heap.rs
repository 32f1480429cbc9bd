//! What the learner allocates and frees.
//!
//! The program's allocator tells of every block. One that the learner's code
//! allocated is kept when it is freed, until the execution is over, so that no
//! address comes back and every later access to it is found out.

use super::shadow::Kind;
use super::{Fault, Quiet, Sight, fail, is_watching, who, with_memory, witness};
use crate::execution;
use crate::numbered::Numbered;
use std::alloc::{GlobalAlloc, Layout, System};
use std::collections::BTreeMap;

/// Blocks above this size are not tracked byte by byte.
const LARGE: usize = 1 << 20;

/// What fresh memory holds, so that reading it without writing gives nothing
/// that looks right by accident.
const FRESH: u8 = 0xa5;

#[derive(Debug)]
struct Block {
    layout: Layout,
    allocated: u32,
    /// The event that freed it.
    freed: Option<u32>,
}

/// The blocks of this execution that the learner allocated, by address.
#[derive(Debug, Default)]
pub(super) struct Heap {
    blocks: Numbered<Block>,
    /// Blocks that a stand-in holds for the learner, to the end if need be.
    held: Vec<usize>,
    /// The statics when the execution began.
    statics: Vec<usize>,
    /// The sizes of the stand-ins' own blocks, by address, once they matter:
    /// the messages of a channel in a static are the learner's.
    between: Option<Numbered<usize>>,
}

impl Heap {
    pub fn begin(&mut self) {
        self.held.clear();
        crate::statics::look(&mut self.statics);
        if let Some(between) = &mut self.between {
            between.clear();
        }
        for (at, block) in self.blocks.drain() {
            if block.freed.is_some() {
                // SAFETY: the learner gave the block back, and it was kept
                // from the system until now.
                unsafe { System.dealloc(std::ptr::with_exposed_provenance_mut(at), block.layout) };
            }
        }
    }

    /// From here on looks for pointers in what the stand-ins allocate too.
    pub fn look_between(&mut self) {
        self.between.get_or_insert_default();
    }

    /// The events that allocated what is not freed and cannot be reached from
    /// a static, in order.
    pub fn leaked(&self) -> Vec<u32> {
        let left = self.blocks.iter().filter(|(_, block)| block.freed.is_none());
        let left = left.map(|(at, block)| (*at, (block.layout.size(), Some(block.allocated))));
        let mut left = Unreached(left.collect());
        if left.0.is_empty() {
            return Vec::new();
        }
        left.0.extend(self.between.iter().flatten().map(|(at, size)| (*at, (*size, None))));
        let mut found = Vec::new();
        found.extend(self.held.iter().filter_map(|at| left.reach(*at)));
        crate::statics::each_new_word(&self.statics, |word| found.extend(left.reach(word)));
        while let Some((at, size)) = found.pop() {
            for offset in (0..size / size_of::<usize>()).map(|i| i * size_of::<usize>()) {
                // SAFETY: within a live block; its bytes may be anything, and
                // are only compared with addresses.
                let word = unsafe {
                    std::ptr::with_exposed_provenance::<usize>(at + offset).read_volatile()
                };
                found.extend(left.reach(word));
            }
        }
        let mut events: Vec<u32> =
            left.0.values().filter_map(|(_, allocated)| *allocated).collect();
        events.sort_unstable();
        events
    }
}

/// Blocks that no pointer was found to, by address: their sizes, and the events
/// that allocated those of the learner's.
struct Unreached(BTreeMap<usize, (usize, Option<u32>)>);

impl Unreached {
    /// Takes out the block that `word` points to, or into: a `HashMap` keeps
    /// the end of its entries, and `Arc::into_raw` gives the value.
    fn reach(&mut self, word: usize) -> Option<(usize, usize)> {
        let (&at, &(size, _)) = self.0.range(..=word).next_back()?;
        (word == at || word - at < size).then(|| {
            self.0.remove(&at);
            (at, size)
        })
    }
}

/// The allocator gave out a block. `zeroed`: its content is a promise.
///
/// # Safety
///
/// `at` is null or a block of this layout that nobody uses yet.
pub unsafe fn allocated(at: *mut u8, layout: Layout, zeroed: bool) {
    if at.is_null() {
        return;
    }
    if !is_watching() {
        note_between(at, layout.size());
        return;
    }
    let _quiet = Quiet::new();
    if !execution::is_active() {
        return;
    }
    let wanted = with_memory(|memory| {
        let (event, wanted) = memory.event();
        let block = Block { layout, allocated: event, freed: None };
        memory.heap.blocks.insert(at.expose_provenance(), block);
        if layout.size() <= LARGE {
            memory.shadow.allocate(at.addr(), layout.size());
            if !zeroed {
                // SAFETY: the caller says that nobody uses the block yet.
                unsafe { at.write_bytes(FRESH, layout.size()) };
            }
        }
        wanted.then_some(event)
    });
    if let Some(event) = wanted.flatten() {
        execution::with(|execution| witness::write_down(execution, event, Sight::Allocation));
    }
}

/// A stand-in allocated a block.
fn note_between(at: *mut u8, size: usize) {
    with_memory(|memory| {
        if let Some(between) = &mut memory.heap.between {
            between.insert(at.expose_provenance(), size);
        }
    });
}

/// A block is given back. Whether it is kept: the allocator must leave it alone.
pub fn freed(at: *mut u8) -> bool {
    let is_learners = is_watching();
    let _quiet = Quiet::new();
    if !execution::is_active() {
        return false;
    }
    let found = with_memory(|memory| {
        if let Some(between) = &mut memory.heap.between {
            between.remove(&at.addr());
        }
        let (block, size) = memory.heap.blocks.get_mut(&at.addr()).map(|block| {
            let size = block.layout.size();
            (block, size)
        })?;
        memory.events += 1;
        let event = memory.events;
        let before = block.freed;
        block.freed.get_or_insert(event);
        let fault = match before {
            Some(first) => Some(Fault::DoubleFree { first, second: event }),
            None if size > LARGE || !is_learners => None,
            None => execution::with(|execution| {
                let who = who(execution, event);
                memory.shadow.access(at.addr(), size, Kind::Free, who).map(|fault| *fault)
            }),
        };
        Some((fault, memory.wanted.contains(&event).then_some(event)))
    });
    let Some((fault, wanted)) = found.flatten() else { return false };
    if let Some(event) = wanted {
        execution::with(|execution| witness::write_down(execution, event, Sight::Free));
    }
    if let Some(fault) = fault {
        fail(fault);
    }
    true
}

/// A stand-in holds a block for the learner, and may hold it to the end of the
/// program, as the original may: then it is no leak.
pub fn hold<T: ?Sized>(block: *const T) {
    let _ = with_memory(|memory| memory.heap.held.push(block.addr()));
}

/// Whether a block that grows must move, so that pointers to the old one are
/// found out.
#[must_use]
pub fn must_move(at: *mut u8) -> bool {
    let is_ours = |memory: &mut super::Memory| {
        let heap = &memory.heap;
        heap.blocks.contains_key(&at.addr())
            || heap.between.as_ref().is_some_and(|between| between.contains_key(&at.addr()))
    };
    execution::is_active() && with_memory(is_ours) == Some(true)
}

/// Whether a block of the learner's begins here or a word before: where `Arc`
/// keeps its counts.
pub(super) fn has_count_at(at: *const u8) -> bool {
    let at = at.addr();
    let is_block = |memory: &mut super::Memory| {
        let blocks = &memory.heap.blocks;
        blocks.contains_key(&at) || blocks.contains_key(&(at - size_of::<usize>()))
    };
    with_memory(is_block) == Some(true)
}
