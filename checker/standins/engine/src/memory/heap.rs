//! What the learner allocates and frees.
//!
//! The program's allocator tells of every block. One that the learner's code
//! allocated is kept when it is freed, until the execution is over, so that no
//! address comes back and every later access to it is found out.

use super::shadow::Kind;
use super::{Fault, Quiet, Sight, fail, is_watching, who, with_memory, witness};
use crate::execution;
use std::alloc::{GlobalAlloc, Layout, System};
use std::collections::HashMap;

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
    blocks: HashMap<usize, Block>,
    /// Blocks that a stand-in holds for the learner, to the end if need be.
    held: Vec<usize>,
}

impl Heap {
    pub fn begin(&mut self) {
        self.held.clear();
        for (at, block) in self.blocks.drain() {
            if block.freed.is_some() {
                // SAFETY: the learner gave the block back, and it was kept
                // from the system until now.
                unsafe { System.dealloc(std::ptr::with_exposed_provenance_mut(at), block.layout) };
            }
        }
    }

    /// The events that allocated what is not freed and cannot be reached from
    /// a static, in order.
    pub fn leaked(&self) -> Vec<u32> {
        let left = self.blocks.iter().filter(|(_, block)| block.freed.is_none());
        let mut left: HashMap<usize, &Block> = left.map(|(at, block)| (*at, block)).collect();
        if left.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        found.extend(self.held.iter().filter_map(|at| left.remove_entry(at)));
        crate::statics::each_word(|word| found.extend(left.remove_entry(&word)));
        while let Some((at, block)) = found.pop() {
            for offset in
                (0..block.layout.size() / size_of::<usize>()).map(|i| i * size_of::<usize>())
            {
                // SAFETY: within a live block; its bytes may be anything, and
                // are only compared with addresses.
                let word = unsafe {
                    std::ptr::with_exposed_provenance::<usize>(at + offset).read_volatile()
                };
                found.extend(left.remove_entry(&word));
            }
        }
        let mut events: Vec<u32> = left.values().map(|block| block.allocated).collect();
        events.sort_unstable();
        events
    }
}

/// The allocator gave out a block. `zeroed`: its content is a promise.
pub fn allocated(at: *mut u8, layout: Layout, zeroed: bool) {
    if !is_watching() || at.is_null() {
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
                // SAFETY: the block is fresh and as large as its layout says.
                unsafe { at.write_bytes(FRESH, layout.size()) };
            }
        }
        wanted.then_some(event)
    });
    if let Some(event) = wanted.flatten() {
        execution::with(|execution| witness::write_down(execution, event, Sight::Allocation));
    }
}

/// A block is given back. Whether it is kept: the allocator must leave it alone.
pub fn freed(at: *mut u8) -> bool {
    let is_learners = is_watching();
    let _quiet = Quiet::new();
    if !execution::is_active() {
        return false;
    }
    let found = with_memory(|memory| {
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
    execution::is_active()
        && with_memory(|memory| memory.heap.blocks.contains_key(&at.addr())) == Some(true)
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
