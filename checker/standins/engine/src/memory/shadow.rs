//! Who touched which bytes, and when: a shadow of eight bytes at a time.

use super::Fault;
use crate::clock::Clock;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

const WORD: usize = 8;
const PAGE: usize = 4096;
const WORDS: usize = PAGE / WORD;

/// Pages that are found without a look into the table.
const RECENT: usize = 32;
/// No page was used lately.
const NOWHERE: [(usize, usize); RECENT] = [(usize::MAX, 0); RECENT];

/// How many pages outlive an execution. What threads leave behind that main
/// does not wait for takes new ones in each execution.
const KEPT: usize = 2048;

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
    thread: u8,
    kind: Kind,
    /// One bit for each byte; none where there was no access.
    bytes: u8,
    time: u32,
    event: u32,
}

impl Touch {
    const NONE: Self = Self { thread: 0, kind: Kind::Read, bytes: 0, time: 0, event: 0 };

    fn races_with(&self, bytes: u8, kind: Kind, who: Who<'_>) -> bool {
        self.bytes & bytes != 0 && self.kind.conflicts(kind) && !self.is_before(who)
    }

    fn is_before(&self, who: Who<'_>) -> bool {
        let thread = usize::from(self.thread);
        thread == who.thread || self.time <= who.clock.get(thread)
    }

    /// Whether whoever races with `before` races with this access too: it
    /// happens before this one, to the same bytes, and is no stronger.
    fn replaces(&self, before: &Self, who: Who<'_>) -> bool {
        before.bytes & !self.bytes == 0 && self.kind.covers(before.kind) && before.is_before(who)
    }

    /// Whether whoever races with this access races with `before`, which the
    /// same thread made since it last told others of itself.
    fn adds_nothing_to(&self, before: &Self) -> bool {
        self.thread == before.thread
            && self.time == before.time
            && self.bytes & !before.bytes == 0
            && before.kind.covers(self.kind)
    }
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
    /// Nearly always there is no more than one.
    last: Touch,
    others: Vec<Touch>,
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
#[derive(Debug)]
pub struct Shadow {
    pages: Vec<Page>,
    /// Where in `pages` the page of a number is.
    index: HashMap<usize, usize, BuildHasherDefault<ByNumber>>,
    /// The same for pages used lately, by the low bits of their numbers.
    recent: [(usize, usize); RECENT],
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

impl Default for Shadow {
    fn default() -> Self {
        Self {
            pages: Vec::new(),
            index: HashMap::default(),
            recent: NOWHERE,
            stacks: Vec::new(),
            execution: 0,
        }
    }
}

impl Shadow {
    /// Forgets what was known.
    pub fn begin(&mut self) {
        self.execution += 1;
        if self.pages.len() > KEPT {
            self.pages.clear();
            self.index.clear();
            self.recent = NOWHERE;
        }
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
            if let Some(&index) = self.index.get(&number) {
                let page = &mut self.pages[index];
                page.all_live = true;
                page.words.iter_mut().for_each(|word| word.execution = 0);
            }
        }
    }

    /// The learner allocates.
    pub fn allocate(&mut self, at: usize, size: usize) {
        self.each_word(at, size, |word, _| {
            word.forget(State::Live);
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
            let page = self.page(at);
            let page_end = (at / PAGE + 1) * PAGE;
            while at < end.min(page_end) {
                let word = &mut page.words[at % PAGE / WORD];
                if word.execution != execution {
                    word.execution = execution;
                    word.forget(if page.all_live { State::Live } else { State::Foreign });
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

    fn page(&mut self, at: usize) -> &mut Page {
        let number = at / PAGE;
        let recent = &mut self.recent[number % RECENT];
        if recent.0 != number {
            let index = *self.index.entry(number).or_insert_with(|| {
                let is_on_stack = self.stacks.iter().any(|stack| stack.range.contains(&at));
                self.pages.push(Page::new(is_on_stack || crate::statics::is_static(at)));
                self.pages.len() - 1
            });
            *recent = (number, index);
        }
        &mut self.pages[recent.1]
    }
}

impl Page {
    fn new(all_live: bool) -> Self {
        let (state, last) = (State::Foreign, Touch::NONE);
        let word = || Word { execution: 0, state, last, others: Vec::new() };
        Self { words: std::iter::repeat_with(word).take(WORDS).collect(), all_live }
    }
}

/// One bit for each of `count` bytes from `first`.
fn bytes(first: usize, count: usize) -> u8 {
    let ones = u8::MAX >> (WORD - count);
    ones << first
}

impl Word {
    fn forget(&mut self, state: State) {
        self.state = state;
        self.last = Touch::NONE;
        self.others.clear();
    }

    #[inline]
    fn access(&mut self, bytes: u8, kind: Kind, who: Who<'_>) -> Option<Fault> {
        match self.state {
            State::Foreign => return None,
            State::Freed(freed) => return Some(Fault::UseAfterFree { freed, used: who.event }),
            State::Live => {}
        }
        let Who { thread, time, event, .. } = who;
        let thread = u8::try_from(thread).expect("there are few threads at one time");
        let touch = Touch { thread, kind, bytes, time, event };
        if touch.adds_nothing_to(&self.last) {
            // Nor did anybody else come here since.
            if touch.kind == self.last.kind && touch.bytes == self.last.bytes {
                self.last.event = event;
            }
        } else if let Some(fault) = self.compare(touch, who) {
            return Some(fault);
        }
        if kind == Kind::Free {
            self.state = State::Freed(event);
        }
        None
    }

    /// Enters an access that may race with those before.
    fn compare(&mut self, touch: Touch, who: Who<'_>) -> Option<Fault> {
        let races = |other: &&Touch| other.races_with(touch.bytes, touch.kind, who);
        let first = self.others.iter().find(races).or(Some(&self.last).filter(races));
        if let Some(first) = first {
            let (first, second) = (first.event, touch.event);
            return Some(match touch.kind {
                Kind::Free => Fault::UseAfterFree { freed: second, used: first },
                _ => Fault::Race { first, second },
            });
        }
        if !touch.replaces(&self.last, who) {
            self.others.push(self.last);
        }
        self.last = touch;
        if !self.others.is_empty() {
            self.others.retain(|other| !touch.replaces(other, who));
        }
        None
    }
}
