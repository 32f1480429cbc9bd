//! Stand-in for `crossbeam::channel::select!`.
//!
//! Whichever operation is ready may be the one. A send that was chosen and
//! finds its place taken by another sender waits there.

use super::{Receiver, RecvError, Sender};
use engine::Place;
use engine::channel::{Candidate, Channel, Patience, Refusal};
use standin_std::time::{self, Duration};
use std::panic::Location;

/// The operations that a `select!` waits for.
#[doc(hidden)]
pub struct Select<'a> {
    candidates: Vec<Box<dyn Candidate + 'a>>,
    place: Place,
}

impl<'a> Select<'a> {
    #[allow(clippy::new_without_default)]
    #[track_caller]
    #[must_use]
    pub fn new() -> Self {
        Self { candidates: Vec::new(), place: Location::caller() }
    }

    pub fn recv<T>(&mut self, receiver: &'a Receiver<T>) -> usize {
        self.add(&receiver.0, false)
    }

    pub fn send<T>(&mut self, sender: &'a Sender<T>) -> usize {
        if sender.0.capacity() == Some(0) {
            engine::cannot_model("`select!` with a send on a channel without capacity");
        }
        self.add(&sender.0, true)
    }

    fn add<T>(&mut self, channel: &'a Channel<T>, sends: bool) -> usize {
        self.candidates.push(Box::new((channel, sends)));
        self.candidates.len() - 1
    }

    #[must_use]
    pub fn wait(&self) -> usize {
        self.choose(Patience::Forever).expect("it waited until something was ready")
    }

    /// The number of operations if none is ready.
    #[must_use]
    pub fn now(&self) -> usize {
        self.choose(Patience::None).unwrap_or(self.candidates.len())
    }

    /// The number of operations if none was ready in time.
    #[must_use]
    pub fn within(&self, timeout: Duration) -> usize {
        self.choose(Patience::UntilTimePasses).unwrap_or_else(|| {
            time::pass(timeout);
            self.candidates.len()
        })
    }

    fn choose(&self, patience: Patience) -> Option<usize> {
        let candidates: Vec<&dyn Candidate> =
            self.candidates.iter().map(|candidate| &**candidate).collect();
        engine::channel::select(&candidates, patience, self.place)
    }

    /// What there is to receive, unless another receiver was faster.
    #[must_use]
    pub fn receive<T>(&self, receiver: &Receiver<T>) -> Option<Result<T, RecvError>> {
        match receiver.receive_now(self.place) {
            Ok(msg) => Some(Ok(msg)),
            Err(Refusal::Disconnected) => Some(Err(RecvError)),
            Err(_) => None,
        }
    }
}

/// Stand-in for `crossbeam::select!`.
#[macro_export]
macro_rules! select {
    ($($cases:tt)*) => { $crate::__select!(@cases [] [] $($cases)*) };
}

/// Takes a `select!` apart into `[op args case index received pattern, body]`
/// and `[default, body]`, then puts it together.
#[doc(hidden)]
#[macro_export]
macro_rules! __select {
    (@cases $cases:tt $default:tt , $($rest:tt)*) => { $crate::__select!(@cases $cases $default $($rest)*) };
    (@cases $cases:tt [] default($timeout:expr) => $body:block $($rest:tt)*) => {
        $crate::__select!(@cases $cases [within($timeout) $body] $($rest)*)
    };
    (@cases $cases:tt [] default($timeout:expr) => $body:expr $(, $($rest:tt)*)?) => {
        $crate::__select!(@cases $cases [within($timeout) $body] $($($rest)*)?)
    };
    (@cases $cases:tt [] default $(())? => $body:block $($rest:tt)*) => {
        $crate::__select!(@cases $cases [now() $body] $($rest)*)
    };
    (@cases $cases:tt [] default $(())? => $body:expr $(, $($rest:tt)*)?) => {
        $crate::__select!(@cases $cases [now() $body] $($($rest)*)?)
    };
    (@cases [$($cases:tt)*] $default:tt $op:ident $args:tt -> $pat:pat => $body:block $($rest:tt)*) => {
        $crate::__select!(@cases [$($cases)* [$op $args end index received $pat, $body]] $default $($rest)*)
    };
    (@cases [$($cases:tt)*] $default:tt $op:ident $args:tt -> $pat:pat => $body:expr $(, $($rest:tt)*)?) => {
        $crate::__select!(@cases [$($cases)* [$op $args end index received $pat, $body]] $default $($($rest)*)?)
    };
    (@cases $cases:tt []) => {
        $crate::__select!(@build $cases [wait() unreachable!("one of the operations was chosen")])
    };
    (@cases $cases:tt $default:tt) => { $crate::__select!(@build $cases $default) };

    (@build [$([$op:ident $args:tt $end:ident $index:ident $received:ident $pat:pat, $body:expr])*]
        [$wait:ident($($timeout:expr)?) $default:expr]) => {{
        $($crate::__select!(@bind $op $args $end);)*
        let mut operations = $crate::channel::Select::new();
        $(
            let $index = operations.$op($end);
            #[allow(unused_mut, unused_assignments)]
            let mut $received = None;
        )*
        #[allow(unused_assignments)]
        let chosen = loop {
            let chosen = operations.$wait($($timeout)?);
            $(if chosen == $index {
                $crate::__select!(@try $op operations $end $received);
            })*
            break chosen;
        };
        $(if chosen == $index {
            let $pat = $crate::__select!(@finish $op $args $end $received);
            $body
        } else)* {
            $default
        }
    }};

    (@bind recv ($receiver:expr $(,)?) $end:ident) => {
        let $end: &$crate::channel::Receiver<_> = &$receiver;
    };
    (@bind send ($sender:expr, $msg:expr $(,)?) $end:ident) => {
        let $end: &$crate::channel::Sender<_> = &$sender;
    };
    (@try recv $operations:ident $end:ident $received:ident) => {
        $received = $operations.receive($end);
        if $received.is_none() {
            continue;
        }
    };
    (@try send $operations:ident $end:ident $received:ident) => {
        $received = Some(());
    };
    (@finish recv $args:tt $end:ident $received:ident) => {
        $received.expect("it was received")
    };
    (@finish send ($sender:expr, $msg:expr $(,)?) $end:ident $received:ident) => {
        $end.send($msg)
    };
}
