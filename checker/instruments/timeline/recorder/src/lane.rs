//! The lane of one thread: what it says of itself while it runs.

use crate::{is_on, now, registry, system};
use facts::timeline::{Accounts, Reason};
use std::panic::Location;
use std::sync::{Arc, Mutex, PoisonError};

type Place = &'static Location<'static>;

/// Waits that are kept of one thread; of more there is the number.
const KEPT: usize = 20_000;

/// A thread that has something to say.
#[derive(Debug)]
pub struct Lane {
    /// The system's number of it; 0 where it has none.
    pub id: u32,
    pub name: Option<String>,
    pub spawned: Option<Place>,
    pub began: u64,
    pub said: Mutex<Said>,
}

/// What it said so far.
#[derive(Debug, Default, Clone)]
pub struct Said {
    pub waits: Vec<Waited>,
    pub more_waits: u64,
    pub ended: Option<u64>,
    pub accounts: Option<Accounts>,
}

/// A wait that is over.
#[derive(Debug, Clone, Copy)]
pub struct Waited {
    pub reason: Reason,
    pub place: Place,
    pub from: u64,
    pub to: u64,
    pub ready: u64,
}

impl Lane {
    pub fn said(&self) -> Said {
        self.said.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn add(&self, wait: Waited) {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        if said.waits.len() < KEPT {
            said.waits.push(wait);
        } else {
            said.more_waits += 1;
        }
    }

    /// Said by the thread itself, as its last word. The first one counts.
    fn end(&self) {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        if said.ended.is_none() {
            said.accounts = system::own_accounts();
            said.ended = Some(now());
        }
    }
}

impl Lane {
    /// Whether more of its waits are only counted; counts one.
    fn is_full(&self) -> bool {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        let full = said.waits.len() >= KEPT;
        said.more_waits += u64::from(full);
        full
    }
}

/// Whether the calling thread has said more than enough. To ask the system about
/// each wait takes longer than many a wait.
pub fn own_is_full() -> bool {
    let mut full = false;
    with_own(|lane| full = lane.is_full());
    full
}

/// The calling thread's lane, which ends with the thread if not before.
struct Own(Arc<Lane>);

impl Drop for Own {
    fn drop(&mut self) {
        self.0.end();
    }
}

thread_local! {
    static OWN: std::cell::OnceCell<Own> = const { std::cell::OnceCell::new() };
}

/// Does something with the calling thread's lane. A thread that nobody spoke of
/// before gets one; at the very end of a thread it has none any more.
pub fn with_own(f: impl FnOnce(&Arc<Lane>)) {
    let _ = OWN.try_with(|own| f(&own.get_or_init(|| Own(open(None))).0));
}

fn open(spawned: Option<Place>) -> Arc<Lane> {
    let name = std::thread::current().name().map(str::to_owned);
    let (id, said) = (system::own_id(), Mutex::default());
    let lane = Arc::new(Lane { id, name, spawned, began: now(), said });
    registry::add(&lane);
    lane
}

/// Proof that the calling thread began; it ends when this is dropped.
#[derive(Debug)]
#[must_use = "the thread ends when this is dropped"]
pub struct Begun(());

/// The calling thread begins; it was spawned there.
pub fn thread_begins(spawned: Place) -> Begun {
    if is_on() {
        let _ = OWN.try_with(|own| _ = own.get_or_init(|| Own(open(Some(spawned)))));
    }
    Begun(())
}

impl Drop for Begun {
    fn drop(&mut self) {
        if is_on() {
            let _ = OWN.try_with(|own| own.get().map(|own| own.0.end()));
        }
    }
}
