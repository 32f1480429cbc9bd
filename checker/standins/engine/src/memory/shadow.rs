//! Who touched which bytes, and when: a shadow of eight bytes at a time.

use super::Fault;
use crate::clock::Clock;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

const WORD: usize = 8;
const PAGE: usize = 4096;
const WORDS: usize = PAGE / WORD;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Read,
    Write,
    /// By a stand-in, or by std's own atomics.
    Atomic,
    /// Gives the memory back: a write to all of it, and nothing may follow.
    Free,
}

impl Kind {
    fn writes(self) -> bool {
        matches!(self, Self::Write | Self::Free)
    }

    /// Whether two such accesses race where nothing orders them.
    fn conflicts(self, other: Self) -> bool {
        self.writes() || other.writes()
    }

    /// Whether what races with an access of the kind `before` races with one
    /// of this kind.
    fn covers(self, before: Self) -> bool {
        self.writes() || !before.writes()
    }
}

/// Who makes an access, and what happened before it.
#[derive(Clone, Copy)]
pub struct Who<'a> {
    pub thread: usize,
    pub clock: &'a Clock,
    /// The thread's own time.
    pub time: u32,
    pub event: u32,
}

/// The last access of one kind by one thread to some bytes of a word.
#[derive(Debug, Clone, Copy)]
struct Touch {
    thread: usize,
    kind: Kind,
    /// One bit for each byte.
    bytes: u8,
    time: u32,
    event: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Not the learner's.
    Foreign,
    Live,
    /// Freed by the event.
    Freed(u32),
}

/// What is known of eight bytes, if it is of this execution.
#[derive(Debug)]
struct Word {
    execution: u32,
    state: State,
    touches: Vec<Touch>,
}

#[derive(Debug)]
struct Page {
    words: Box<[Word]>,
    /// A page of a stack or of statics, where all is the learner's to use.
    all_live: bool,
}

/// A stack, and the last execution of which a thread used it.
#[derive(Debug)]
struct Stack {
    range: Range<usize>,
    execution: u32,
}

/// What is known of memory.
#[derive(Debug, Default)]
pub struct Shadow {
    pages: HashMap<usize, Page, BuildHasherDefault<ByNumber>>,
    stacks: Vec<Stack>,
    /// Tells executions apart.
    execution: u32,
}

/// Pages have numbers that differ in their low bits: nothing to mix.
#[derive(Default)]
pub struct ByNumber(u64);

impl Hasher for ByNumber {
    fn finish(&self) -> u64 {
        self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("keys are numbers")
    }

    fn write_usize(&mut self, number: usize) {
        self.0 = number as u64;
    }
}

impl Shadow {
    /// Forgets what was known.
    pub fn begin(&mut self) {
        self.execution += 1;
    }

    /// A thread begins to use a stack: what a finished one left there is gone.
    pub fn use_stack(&mut self, stack: Range<usize>) {
        let now = self.execution;
        match self.stacks.iter_mut().find(|known| known.range == stack) {
            // Nothing of this execution is there yet.
            Some(known) if known.execution != now => return known.execution = now,
            Some(_) => {}
            None => self.stacks.push(Stack { range: stack.clone(), execution: now }),
        }
        for number in stack.start / PAGE..stack.end.div_ceil(PAGE) {
            if let Some(page) = self.pages.get_mut(&number) {
                page.all_live = true;
                page.words.iter_mut().for_each(|word| word.execution = 0);
            }
        }
    }

    /// The learner allocates.
    pub fn allocate(&mut self, at: usize, size: usize) {
        self.each_word(at, size, |word, _| {
            word.state = State::Live;
            word.touches.clear();
            None
        });
    }

    /// Whether the byte was the learner's at any time.
    pub fn is_learners(&mut self, at: usize) -> bool {
        let mut is = false;
        self.each_word(at, 1, |word, _| {
            is = word.state != State::Foreign;
            None
        });
        is
    }

    /// Enters an access; what is wrong with it, if something is.
    pub fn access(&mut self, at: usize, size: usize, kind: Kind, who: Who<'_>) -> Option<Fault> {
        self.each_word(at, size, |word, bytes| word.access(bytes, kind, who))
    }

    /// Calls `f` with each word and the bytes of it, until it finds a fault.
    fn each_word(
        &mut self,
        at: usize,
        size: usize,
        mut f: impl FnMut(&mut Word, u8) -> Option<Fault>,
    ) -> Option<Fault> {
        let (execution, end) = (self.execution, at + size);
        let mut at = at;
        while at < end {
            let page = page(&mut self.pages, &self.stacks, at);
            let page_end = (at / PAGE + 1) * PAGE;
            while at < end.min(page_end) {
                let word = &mut page.words[at % PAGE / WORD];
                if word.execution != execution {
                    word.execution = execution;
                    word.state = if page.all_live { State::Live } else { State::Foreign };
                    word.touches.clear();
                }
                let next = (at / WORD + 1) * WORD;
                let fault = f(word, bytes(at % WORD, next.min(end) - at));
                if fault.is_some() {
                    return fault;
                }
                at = next;
            }
        }
        None
    }
}

/// One bit for each of `count` bytes from `first`.
fn bytes(first: usize, count: usize) -> u8 {
    let ones = u8::MAX >> (WORD - count);
    ones << first
}

fn page<'a>(
    pages: &'a mut HashMap<usize, Page, BuildHasherDefault<ByNumber>>,
    stacks: &[Stack],
    at: usize,
) -> &'a mut Page {
    pages.entry(at / PAGE).or_insert_with(|| {
        let word = || Word { execution: 0, state: State::Foreign, touches: Vec::new() };
        let all_live =
            crate::statics::is_static(at) || stacks.iter().any(|s| s.range.contains(&at));
        Page { words: std::iter::repeat_with(word).take(WORDS).collect(), all_live }
    })
}

impl Word {
    fn access(&mut self, bytes: u8, kind: Kind, who: Who<'_>) -> Option<Fault> {
        match self.state {
            State::Foreign => return None,
            State::Freed(freed) => return Some(Fault::UseAfterFree { freed, used: who.event }),
            State::Live => {}
        }
        let races = |touch: &Touch| {
            touch.bytes & bytes != 0
                && touch.thread != who.thread
                && touch.kind.conflicts(kind)
                && touch.time > who.clock.get(touch.thread)
        };
        if let Some(touch) = self.touches.iter().find(|touch| races(touch)) {
            let (first, second) = (touch.event, who.event);
            return Some(match kind {
                Kind::Free => Fault::UseAfterFree { freed: second, used: first },
                _ => Fault::Race { first, second },
            });
        }
        // Whoever races with an access that happens before this one, to the
        // same bytes and no stronger, races with this one too.
        self.touches.retain(|touch| {
            let before = touch.thread == who.thread || touch.time <= who.clock.get(touch.thread);
            !before || touch.bytes & !bytes != 0 || !kind.covers(touch.kind)
        });
        let Who { thread, time, event, .. } = who;
        self.touches.push(Touch { thread, kind, bytes, time, event });
        if kind == Kind::Free {
            self.state = State::Freed(event);
        }
        None
    }
}
