//! Stand-in for `crossbeam::sync::WaitGroup`.

use engine::cell::Cell;
use engine::{Access, Action, Object};
use facts::Effect;
use std::fmt;
use std::panic::Location;
use std::rc::Rc;

pub struct WaitGroup(Rc<Group>);

struct Group {
    object: Object,
    members: Cell<usize>,
}

// SAFETY: a model runs on one operating-system thread.
unsafe impl Send for WaitGroup {}
// SAFETY: as above.
unsafe impl Sync for WaitGroup {}
impl std::panic::UnwindSafe for WaitGroup {}
impl std::panic::RefUnwindSafe for WaitGroup {}

impl WaitGroup {
    #[must_use]
    #[track_caller]
    pub fn new() -> Self {
        let object = Object::new("WaitGroup", Location::caller());
        Self(engine::cell::rc(Group { object, members: Cell::new(1) }))
    }

    /// Leaves the group and waits until everybody has.
    #[track_caller]
    pub fn wait(self) {
        let group = Rc::clone(&self.0);
        drop(self);
        Action::new("wait", Effect::Wait, Location::caller())
            .on(&group.object, &*group, Access::Acquire)
            .when(&|| group.members.get() == 0)
            .take(|turn| turn.acquire());
    }
}

impl Clone for WaitGroup {
    fn clone(&self) -> Self {
        self.0.members.set(self.0.members.get() + 1);
        Self(Rc::clone(&self.0))
    }
}

impl Drop for WaitGroup {
    fn drop(&mut self) {
        let group = &*self.0;
        let action = Action::new("drop", Effect::Notify, group.object.created());
        action.on(&group.object, group, Access::Leave).take(|turn| {
            turn.release();
            group.members.set(group.members.get() - 1);
        });
    }
}

impl Default for WaitGroup {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for WaitGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WaitGroup").field("count", &self.0.members.get()).finish()
    }
}
