//! Who touched which bytes, and when: a shadow of eight bytes at a time.

use super::Fault;
use crate::clock::Clock;
use crate::numbered::Numbered;
use std::num::NonZeroU32;
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

/// What is wrong with an access. Nearly always nothing, and then a box is no
/// more than a null.
pub type Wrong = Option<Box<Fault>>;

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
    /// Freed by the last touch.
    Freed,
}

/// What is known of eight bytes, if it is of this execution.
#[derive(Debug, Clone)]
struct Word {
    execution: u32,
    /// Where in [`Crowds`] the touches before the last one are, if there are any.
    crowd: Option<NonZeroU32>,
    last: Touch,
    state: State,
}

/// The touches of words that have several: few have.
#[derive(Debug, Default)]
struct Crowds {
    crowds: Vec<Vec<Touch>>,
    /// How many of them are of this execution.
    used: u32,
}

impl Crowds {
    fn of(&mut self, crowd: &mut Option<NonZeroU32>) -> &mut Vec<Touch> {
        let number = *crowd.get_or_insert_with(|| {
            let index = self.used as usize;
            match self.crowds.get_mut(index) {
                Some(crowd) => crowd.clear(),
                None => self.crowds.push(Vec::new()),
            }
            self.used += 1;
            NonZeroU32::new(self.used).expect("one more than before is not none")
        });
        &mut self.crowds[number.get() as usize - 1]
    }
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
    crowds: Crowds,
    /// Where in `pages` the page of a number is.
    index: Numbered<usize>,
    /// The same for pages used lately, by the low bits of their numbers.
    recent: [(usize, usize); RECENT],
    stacks: Vec<Stack>,
    /// Tells executions apart.
    execution: u32,
}

impl Default for Shadow {
    fn default() -> Self {
        Self {
            pages: Vec::new(),
            crowds: Crowds::default(),
            index: Numbered::default(),
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
        self.crowds.used = 0;
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
        for (at, _) in words(at, size) {
            self.word(at).0.forget(State::Live);
        }
    }

    /// Whether the byte was the learner's at any time.
    pub fn is_learners(&mut self, at: usize) -> bool {
        self.word(at).0.state != State::Foreign
    }

    /// Enters an access; what is wrong with it, if something is.
    #[inline]
    pub fn access(&mut self, at: usize, size: usize, kind: Kind, who: Who<'_>) -> Wrong {
        if size > 0 && at % WORD + size <= WORD {
            let (word, crowds) = self.word(at);
            return word.access(bytes(at % WORD, size), kind, who, crowds);
        }
        words(at, size).find_map(|(at, bytes)| {
            let (word, crowds) = self.word(at);
            word.access(bytes, kind, who, crowds)
        })
    }

    /// The word that holds the byte at `at`.
    #[inline]
    fn word(&mut self, at: usize) -> (&mut Word, &mut Crowds) {
        let number = at / PAGE;
        if self.recent[number % RECENT].0 != number {
            self.recent[number % RECENT] = (number, self.find(at));
        }
        let page = &mut self.pages[self.recent[number % RECENT].1];
        let word = &mut page.words[at % PAGE / WORD];
        if word.execution != self.execution {
            word.execution = self.execution;
            word.forget(if page.all_live { State::Live } else { State::Foreign });
        }
        (word, &mut self.crowds)
    }

    /// Where the page is that holds the byte at `at`.
    #[inline(never)]
    fn find(&mut self, at: usize) -> usize {
        *self.index.entry(at / PAGE).or_insert_with(|| {
            let is_on_stack = self.stacks.iter().any(|stack| stack.range.contains(&at));
            self.pages.push(Page::new(is_on_stack || crate::statics::is_static(at)));
            self.pages.len() - 1
        })
    }
}

impl Page {
    fn new(all_live: bool) -> Self {
        let word = Word { execution: 0, crowd: None, last: Touch::NONE, state: State::Foreign };
        Self { words: std::iter::repeat_n(word, WORDS).collect(), all_live }
    }
}

/// An address in each word of some memory, and which bytes of that word are meant.
fn words(at: usize, size: usize) -> impl Iterator<Item = (usize, u8)> {
    let end = at + size;
    let mut at = at;
    std::iter::from_fn(move || {
        let next = end.min((at / WORD + 1) * WORD);
        let word = (at < end).then(|| (at, bytes(at % WORD, next - at)));
        at = next;
        word
    })
}

#[cold]
fn wrong(fault: Fault) -> Wrong {
    Some(Box::new(fault))
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
        self.crowd = None;
    }

    #[inline]
    fn access(&mut self, bytes: u8, kind: Kind, who: Who<'_>, crowds: &mut Crowds) -> Wrong {
        match self.state {
            State::Foreign => return None,
            State::Freed => {
                return wrong(Fault::UseAfterFree { freed: self.last.event, used: who.event });
            }
            State::Live => {}
        }
        let Who { thread, time, event, .. } = who;
        let thread = u8::try_from(thread).expect("there are few threads at one time");
        let touch = Touch { thread, kind, bytes, time, event };
        if kind == Kind::Free {
            self.state = State::Freed;
        } else if touch.adds_nothing_to(&self.last) {
            // Nor did anybody else come here since.
            if touch.kind == self.last.kind && touch.bytes == self.last.bytes {
                self.last.event = event;
            }
            return None;
        }
        if self.crowd.is_none() && touch.replaces(&self.last, who) {
            self.last = touch;
            return None;
        }
        self.compare(touch, who, crowds)
    }

    /// Enters an access that may race with those before.
    fn compare(&mut self, touch: Touch, who: Who<'_>, crowds: &mut Crowds) -> Wrong {
        let races = |other: &&Touch| other.races_with(touch.bytes, touch.kind, who);
        let mut first = Some(&self.last).filter(races);
        if self.crowd.is_some() {
            first = crowds.of(&mut self.crowd).iter().find(races).or(first);
        }
        if let Some(first) = first {
            let (first, second) = (first.event, touch.event);
            return wrong(match touch.kind {
                Kind::Free => Fault::UseAfterFree { freed: second, used: first },
                _ => Fault::Race { first, second },
            });
        }
        if !touch.replaces(&self.last, who) {
            crowds.of(&mut self.crowd).push(self.last);
        }
        self.last = touch;
        if self.crowd.is_some() {
            crowds.of(&mut self.crowd).retain(|other| !touch.replaces(other, who));
        }
        None
    }
}
