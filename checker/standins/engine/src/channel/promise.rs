//! What a `select` leaves behind in the channels it waits for.

use super::Channel;
use crate::action::Action;
use crate::cell::{self, Cell, RefCell};
use crate::clock::Knowledge;
use crate::object::{Access, Object, Place};
use crate::turn::Turn;
use crate::value::Value;
use facts::Effect;
use std::rc::Rc;

/// One `select`: which of its arms was chosen, by itself or by who was waiting
/// for it, and what it touches when it leaves the channels of all its arms.
pub struct Party {
    pub(super) object: Object,
    chosen: Cell<Option<usize>>,
    /// What the one who chose knew.
    known: RefCell<Knowledge>,
    pub(super) leaves: RefCell<Vec<(usize, Access)>>,
}

impl Party {
    /// A `select` about to be made at `place`.
    #[must_use]
    pub fn new(place: Place) -> Rc<Self> {
        cell::rc(Self {
            object: Object::new("select", place),
            chosen: Cell::new(None),
            known: RefCell::default(),
            leaves: RefCell::default(),
        })
    }

    pub(super) fn is_free(&self) -> bool {
        self.chosen.get().is_none()
    }

    pub(super) fn chosen(&self) -> Option<usize> {
        self.chosen.get()
    }

    pub(super) fn settle(&self, arm: usize) {
        self.chosen.set(Some(arm));
    }

    /// Chooses `arm` from outside: the other arms are off from here on.
    pub(super) fn claim(&self, turn: &mut Turn<'_>, arm: usize) {
        self.settle(arm);
        *self.known.borrow_mut() = turn.know();
        turn.touch(&self.object, Access::Wake);
        self.leave(turn);
    }

    pub(super) fn leave(&self, turn: &mut Turn<'_>) {
        for (index, access) in self.leaves.borrow_mut().drain(..) {
            turn.touch_at(index, access);
        }
    }

    pub(super) fn learn(&self, turn: &mut Turn<'_>) {
        turn.learn(&self.known.borrow());
        turn.touch(&self.object, Access::Wake);
    }
}

/// A `select` that waits to be handed a message, and as which arm.
pub(super) struct Guest {
    pub party: Rc<Party>,
    pub arm: usize,
}

/// A message, or the promise of one.
pub(super) enum Content<T> {
    Here(T),
    Promised(Rc<Promise<T>>),
}

/// A message whose place is taken and which is made after that, since `select!`
/// evaluates a message only when it is the one to be sent.
pub(super) struct Promise<T> {
    pub object: Object,
    pub by: Rc<Party>,
    kept: RefCell<Option<(T, Knowledge)>>,
}

impl<T> Promise<T> {
    pub fn new(by: &Rc<Party>, place: Place) -> Rc<Self> {
        let object = Object::new("promise", place);
        cell::rc(Self { object, by: Rc::clone(by), kept: RefCell::new(None) })
    }

    fn is_kept(&self) -> bool {
        self.kept.borrow().is_some()
    }
}

impl<T> Content<T> {
    pub fn is_here(&self) -> bool {
        match self {
            Self::Here(_) => true,
            Self::Promised(promise) => promise.is_kept(),
        }
    }

    /// The value; `is_here` was asked before.
    pub fn take(self, turn: &mut Turn<'_>) -> T {
        match self {
            Self::Here(value) => value,
            Self::Promised(promise) => {
                let (value, known) = promise.kept.take().expect("the promise was kept");
                turn.touch(&promise.object, Access::Wake);
                turn.learn(&known);
                value
            }
        }
    }

    pub fn into_value(self) -> Option<T> {
        match self {
            Self::Here(value) => Some(value),
            Self::Promised(promise) => promise.kept.take().map(|(value, _)| value),
        }
    }
}

/// What a `select` received.
pub(super) enum Taken<T> {
    Value(T),
    /// From another `select`, which has yet to make it.
    Promised(Rc<Promise<T>>),
    Disconnected,
}

impl<T> Channel<T> {
    /// Keeps the promise that `party` made when it chose to send here.
    ///
    /// # Errors
    ///
    /// The message, where nobody was at the other end.
    pub fn keep_promise(&self, party: &Rc<Party>, value: T, place: Place) -> Result<(), T> {
        let mut state = self.state.borrow_mut();
        let at = state.promises.iter().position(|promise| Rc::ptr_eq(&promise.by, party));
        let promise = at.map(|at| state.promises.swap_remove(at));
        drop(state);
        let Some(promise) = promise else { return Err(value) };
        Action::new("send", Effect::Send, place)
            .naming(&self.object, self)
            .on(&promise.object, &*promise, Access::Wake)
            .take(|turn| {
                turn.argument(Value::of(&value));
                let known = turn.know();
                *promise.kept.borrow_mut() = Some((value, known));
            });
        Ok(())
    }

    /// Hands out what `party` received here; `None` where it was disconnected.
    pub fn collect(&self, party: &Rc<Party>, place: Place) -> Option<T> {
        let mut state = self.state.borrow_mut();
        let at = state.taken.iter().position(|(by, _)| Rc::ptr_eq(by, party));
        let taken = at.map(|at| state.taken.swap_remove(at).1);
        drop(state);
        match taken.expect("the operation that was chosen is a receive from this channel") {
            Taken::Value(value) => Some(value),
            Taken::Promised(promise) => Some(self.await_promise(promise, place)),
            Taken::Disconnected => None,
        }
    }

    pub(super) fn await_promise(&self, promise: Rc<Promise<T>>, place: Place) -> T {
        let kept = Rc::clone(&promise);
        Action::new("recv", Effect::Receive, place)
            .naming(&self.object, self)
            .on(&kept.object, &*kept, Access::Wake)
            .when(&|| kept.is_kept())
            .take(|turn| {
                turn.touch_afresh();
                let value = Content::Promised(promise).take(turn);
                turn.result(Value::of(&value));
                value
            })
    }
}
