//! Ten stacks: six with a bug, four without.

use harness::{executed, expect_eq, roles};
use learner::{Stack, stack_test};
use loom::cell::UnsafeCell;
use loom::sync::Mutex;
use loom::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst};
use loom::sync::atomic::{AtomicU32, AtomicUsize};

/// Moves a pallet in two steps: between them it is on no stack.
fn take_and_put<S: Stack>(from: &S, to: &S) -> bool {
    let taken = from.pop();
    if let Some(pallet) = taken {
        to.push(pallet);
    }
    taken.is_some()
}

// With a bug.

struct UnlockedPop {
    lock: Mutex<()>,
    pallets: UnsafeCell<Vec<u32>>,
}

// SAFETY: not kept; that is the bug.
unsafe impl Sync for UnlockedPop {}

impl Stack for UnlockedPop {
    fn new() -> Self {
        executed!();
        Self { lock: Mutex::new(()), pallets: UnsafeCell::new(Vec::with_capacity(8)) }
    }
    fn push(&self, pallet: u32) {
        let _held = self.lock.lock().unwrap();
        // SAFETY: not kept by `pop`; that is the bug.
        self.pallets.with_mut(|all| unsafe { (*all).push(pallet) });
    }
    fn pop(&self) -> Option<u32> {
        // SAFETY: not kept; that is the bug.
        self.pallets.with_mut(|all| unsafe { (*all).pop() })
    }
    fn len(&self) -> usize {
        let _held = self.lock.lock().unwrap();
        // SAFETY: not kept by `pop`; that is the bug.
        self.pallets.with(|all| unsafe { (*all).len() })
    }
    fn move_to(&self, other: &Self) -> bool {
        take_and_put(self, other)
    }
}

struct LookThenTake {
    pallets: Mutex<Vec<u32>>,
}

impl Stack for LookThenTake {
    fn new() -> Self {
        executed!();
        Self { pallets: Mutex::new(Vec::new()) }
    }
    fn push(&self, pallet: u32) {
        let mut pallets = self.pallets.lock().unwrap();
        pallets.push(pallet);
    }
    fn pop(&self) -> Option<u32> {
        let top = self.pallets.lock().unwrap().last().copied();
        if top.is_some() {
            self.pallets.lock().unwrap().pop();
        }
        top
    }
    fn len(&self) -> usize {
        self.pallets.lock().unwrap().len()
    }
    fn move_to(&self, other: &Self) -> bool {
        take_and_put(self, other)
    }
}

struct CopyAndReplace {
    pallets: Mutex<Vec<u32>>,
}

impl Stack for CopyAndReplace {
    fn new() -> Self {
        executed!();
        Self { pallets: Mutex::new(Vec::new()) }
    }
    fn push(&self, pallet: u32) {
        let mut copy = self.pallets.lock().unwrap().clone();
        copy.push(pallet);
        *self.pallets.lock().unwrap() = copy;
    }
    fn pop(&self) -> Option<u32> {
        self.pallets.lock().unwrap().pop()
    }
    fn len(&self) -> usize {
        self.pallets.lock().unwrap().len()
    }
    fn move_to(&self, other: &Self) -> bool {
        take_and_put(self, other)
    }
}

struct CountedApart {
    pallets: Mutex<Vec<u32>>,
    count: AtomicUsize,
}

impl Stack for CountedApart {
    fn new() -> Self {
        executed!();
        Self { pallets: Mutex::new(Vec::new()), count: AtomicUsize::new(0) }
    }
    fn push(&self, pallet: u32) {
        self.pallets.lock().unwrap().push(pallet);
        let count = self.count.load(SeqCst);
        self.count.store(count + 1, SeqCst);
    }
    fn pop(&self) -> Option<u32> {
        let pallet = self.pallets.lock().unwrap().pop()?;
        let count = self.count.load(SeqCst);
        self.count.store(count.saturating_sub(1), SeqCst);
        Some(pallet)
    }
    fn len(&self) -> usize {
        self.count.load(SeqCst)
    }
    fn move_to(&self, other: &Self) -> bool {
        take_and_put(self, other)
    }
}

struct OwnLockFirst {
    pallets: Mutex<Vec<u32>>,
}

impl Stack for OwnLockFirst {
    fn new() -> Self {
        executed!();
        Self { pallets: Mutex::new(Vec::new()) }
    }
    fn push(&self, pallet: u32) {
        self.pallets.lock().unwrap().push(pallet);
    }
    fn pop(&self) -> Option<u32> {
        self.pallets.lock().unwrap().pop()
    }
    fn len(&self) -> usize {
        self.pallets.lock().unwrap().len()
    }
    fn move_to(&self, other: &Self) -> bool {
        let mut from = self.pallets.lock().unwrap();
        let mut to = other.pallets.lock().unwrap();
        let taken = from.pop();
        to.extend(taken);
        taken.is_some()
    }
}

struct RemembersTheTop {
    pallets: Mutex<Vec<u32>>,
    top: AtomicU32,
}

impl Stack for RemembersTheTop {
    fn new() -> Self {
        executed!();
        Self { pallets: Mutex::new(Vec::new()), top: AtomicU32::new(0) }
    }
    fn push(&self, pallet: u32) {
        self.pallets.lock().unwrap().push(pallet);
        self.top.store(pallet, SeqCst);
    }
    fn pop(&self) -> Option<u32> {
        let mut pallets = self.pallets.lock().unwrap();
        pallets.pop()?;
        let next = pallets.last().copied().unwrap_or(0);
        Some(self.top.swap(next, SeqCst))
    }
    fn len(&self) -> usize {
        self.pallets.lock().unwrap().len()
    }
    fn move_to(&self, other: &Self) -> bool {
        take_and_put(self, other)
    }
}

// Without one.

struct Coarse {
    /// Of two stacks the lower number is locked first.
    number: u32,
    pallets: Mutex<Vec<u32>>,
}

static NUMBERS: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);

impl Stack for Coarse {
    fn new() -> Self {
        executed!();
        Self { number: NUMBERS.fetch_add(1, Relaxed), pallets: Mutex::new(Vec::new()) }
    }
    fn push(&self, pallet: u32) {
        let mut pallets = self.pallets.lock().unwrap();
        assert!(pallets.len() < 8, "at most eight pallets");
        pallets.push(pallet);
    }
    fn pop(&self) -> Option<u32> {
        self.pallets.lock().unwrap().pop()
    }
    fn len(&self) -> usize {
        self.pallets.lock().unwrap().len()
    }
    fn move_to(&self, other: &Self) -> bool {
        let (mut from, mut to);
        if self.number < other.number {
            from = self.pallets.lock().unwrap();
            to = other.pallets.lock().unwrap();
        } else {
            to = other.pallets.lock().unwrap();
            from = self.pallets.lock().unwrap();
        }
        let taken = from.pop();
        to.extend(taken);
        taken.is_some()
    }
}

struct Fine {
    pallets: Mutex<Vec<u32>>,
    count: AtomicUsize,
}

impl Stack for Fine {
    fn new() -> Self {
        executed!();
        Self { pallets: Mutex::new(Vec::new()), count: AtomicUsize::new(0) }
    }
    fn push(&self, pallet: u32) {
        // Counted before it is there, so that the count never falls below 0.
        self.count.fetch_add(1, Relaxed);
        self.pallets.lock().unwrap().push(pallet);
    }
    fn pop(&self) -> Option<u32> {
        let pallet = self.pallets.lock().unwrap().pop()?;
        self.count.fetch_sub(1, Relaxed);
        Some(pallet)
    }
    fn len(&self) -> usize {
        self.count.load(Relaxed)
    }
    fn move_to(&self, other: &Self) -> bool {
        take_and_put(self, other)
    }
}

/// Places for pallets, each used once, and a list of those in use. Its head is
/// a hundred times the number of pallets, and the place on top, counted from 1.
struct LockFree {
    places: Vec<UnsafeCell<Place>>,
    reserved: std::sync::atomic::AtomicUsize,
    head: AtomicU32,
}

#[derive(Clone, Copy, Default)]
struct Place {
    pallet: u32,
    /// Counted from 1.
    below: u32,
}

const PLACES: usize = 32;

// SAFETY: a place is written by who reserved it, until its number is exchanged
// into `head` with Release; whoever reads it has loaded that with Acquire.
unsafe impl Sync for LockFree {}

fn head(count: u32, place: u32) -> u32 {
    count * 100 + place
}

fn count(head: u32) -> u32 {
    head / 100
}

fn top(head: u32) -> u32 {
    head % 100
}

impl Stack for LockFree {
    fn new() -> Self {
        executed!();
        Self {
            places: (0..PLACES).map(|_| UnsafeCell::new(Place::default())).collect(),
            reserved: std::sync::atomic::AtomicUsize::new(0),
            head: AtomicU32::new(0),
        }
    }
    fn push(&self, pallet: u32) {
        let index = self.reserved.fetch_add(1, Relaxed);
        let mut now = self.head.load(Relaxed);
        loop {
            let place = Place { pallet, below: top(now) };
            // SAFETY: reserved by this thread, and not in the list yet.
            self.places[index].with_mut(|own| unsafe { *own = place });
            let next = head(count(now) + 1, index as u32 + 1);
            match self.head.compare_exchange(now, next, Release, Relaxed) {
                Ok(_) => return,
                Err(newer) => now = newer,
            }
        }
    }
    fn pop(&self) -> Option<u32> {
        let mut now = self.head.load(Acquire);
        while count(now) > 0 {
            // SAFETY: in the list once, so nobody writes to it any more.
            let place = self.places[top(now) as usize - 1].with(|place| unsafe { *place });
            let next = head(count(now) - 1, place.below);
            match self.head.compare_exchange(now, next, AcqRel, Acquire) {
                Ok(_) => return Some(place.pallet),
                Err(newer) => now = newer,
            }
        }
        None
    }
    fn len(&self) -> usize {
        count(self.head.load(Acquire)) as usize
    }
    fn move_to(&self, other: &Self) -> bool {
        take_and_put(self, other)
    }
}

/// Even and odd pallets apart, each with the number of its push.
struct Sharded {
    shards: [Mutex<Vec<(u32, u32)>>; 2],
    pushes: AtomicU32,
}

impl Stack for Sharded {
    fn new() -> Self {
        executed!();
        let shards = [Mutex::new(Vec::new()), Mutex::new(Vec::new())];
        Self { shards, pushes: AtomicU32::new(0) }
    }
    fn push(&self, pallet: u32) {
        let number = self.pushes.fetch_add(1, Relaxed);
        self.shards[pallet as usize % 2].lock().unwrap().push((number, pallet));
    }
    fn pop(&self) -> Option<u32> {
        let mut even = self.shards[0].lock().unwrap();
        let mut odd = self.shards[1].lock().unwrap();
        let newest = if even.last() > odd.last() { even.pop() } else { odd.pop() };
        newest.map(|(_, pallet)| pallet)
    }
    fn len(&self) -> usize {
        self.shards.iter().map(|shard| shard.lock().unwrap().len()).sum()
    }
    fn move_to(&self, other: &Self) -> bool {
        take_and_put(self, other)
    }
}

// Scenes that fail on one of the bugs.

/// Two forklifts bring a pallet each. Then the stack is counted and emptied.
fn two_come<S: Stack>() {
    let stack = S::new();
    roles! {
        "red forklift" => stack.push(1),
        "blue forklift" => stack.push(2),
    }
    expect_eq("pallets counted after two were brought", stack.len(), 2);
    let mut taken = vec![stack.pop(), stack.pop()];
    taken.sort();
    expect_eq("pallets taken afterwards", taken, vec![Some(1), Some(2)]);
}

/// One pallet is there, and two forklifts want one.
fn two_want_the_last<S: Stack>() {
    let stack = S::new();
    stack.push(7);
    let (mut red, mut blue) = (None, None);
    roles! {
        "red forklift" => red = stack.pop(),
        "blue forklift" => blue = stack.pop(),
    }
    let mut taken = vec![red, blue];
    taken.sort();
    expect_eq("pallets taken from a stack of one", taken, vec![None, Some(7)]);
}

/// One pallet is there; a forklift brings another while a second takes one.
fn one_comes_one_goes<S: Stack>() {
    let stack = S::new();
    stack.push(7);
    let mut taken = None;
    roles! {
        "red forklift" => stack.push(8),
        "blue forklift" => taken = stack.pop(),
    }
    let mut all = vec![taken, stack.pop()];
    all.sort();
    expect_eq("pallets taken in all", all, vec![Some(7), Some(8)]);
}

/// Two stacks exchange a pallet each.
fn two_pass_each_other<S: Stack>() {
    let (north, south) = (S::new(), S::new());
    north.push(7);
    south.push(8);
    roles! {
        "red forklift" => north.move_to(&south),
        "blue forklift" => south.move_to(&north),
    }
    expect_eq("pallets on both stacks", north.len() + south.len(), 2);
}

/// `push` holds the lock while it changes the stack, `pop` changes it without.
fn unlocked_pop() {
    stack_test::<UnlockedPop>();
}

/// `pop` looks which pallet is on top, gives the lock back, and locks again to
/// take one: two that look together return the same pallet.
fn double_pop() {
    stack_test::<LookThenTake>();
}

/// `push` copies the stack, gives the lock back, and puts the longer copy in
/// its place: what came in between is gone.
fn lost_push() {
    stack_test::<CopyAndReplace>();
}

/// The stack is locked, its count is not: it is loaded and stored after the
/// lock was given back, and of two changes one is lost.
fn len_outside_the_lock() {
    stack_test::<CountedApart>();
}

/// `move_to` locks its own stack and then the other: two that move pallets in
/// opposite directions wait for each other.
fn opposite_moves() {
    stack_test::<OwnLockFirst>();
}

/// `push` notes the pallet on top after it gave the lock back, and `pop` returns
/// what was noted: a late note names a pallet that is not on top.
fn stale_top() {
    stack_test::<RemembersTheTop>();
}

/// One lock for everything, taken in one order where two stacks are involved;
/// nothing is wrong with this stack.
fn one_lock() {
    stack_test::<Coarse>();
}

/// A lock for the pallets and an atomic count beside it; while others are at it
/// the two differ, and nothing is wrong with that.
fn count_beside_the_lock() {
    stack_test::<Fine>();
}

/// No lock, but a list whose head is exchanged until that succeeds; nothing is
/// wrong with this stack.
fn lock_free() {
    stack_test::<LockFree>();
}

/// Even and odd pallets have a lock each, so of two that come at the same time
/// either may be on top; nothing is wrong with this stack.
fn two_shards() {
    stack_test::<Sharded>();
}

harness::mutants! {
    bugs: [
        unlocked_pop => one_comes_one_goes::<UnlockedPop>,
        double_pop => two_want_the_last::<LookThenTake>,
        lost_push => two_come::<CopyAndReplace>,
        len_outside_the_lock => two_come::<CountedApart>,
        opposite_moves => two_pass_each_other::<OwnLockFirst>,
        stale_top => two_come::<RemembersTheTop>,
    ],
    right: [one_lock, count_beside_the_lock, lock_free, two_shards],
}
