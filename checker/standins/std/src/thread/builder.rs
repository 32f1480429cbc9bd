//! Stand-in for `std::thread::Builder`.

use super::handle::Packet;
use super::{JoinHandle, Scope, ScopedJoinHandle, Thread};
use ::std::io;
use ::std::panic::Location;
use ::std::rc::Rc;

#[derive(Debug)]
#[must_use = "must eventually spawn the thread"]
pub struct Builder {
    name: Option<String>,
    stack_size: Option<usize>,
}

impl Builder {
    #[expect(clippy::new_without_default, reason = "std's has none either")]
    pub fn new() -> Self {
        Self { name: None, stack_size: None }
    }

    pub fn name(mut self, name: String) -> Self {
        self.name = Some(name);
        self
    }

    pub fn stack_size(mut self, size: usize) -> Self {
        self.stack_size = Some(size);
        self
    }

    /// # Errors
    ///
    /// None: where std would fail to start a thread, the execution ends.
    ///
    /// # Panics
    ///
    /// As std does, if the name holds a NUL byte.
    #[track_caller]
    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let (handle, packet) = self.start(f);
        Ok(JoinHandle { thread: Thread::new(handle.clone()), handle, packet })
    }

    /// # Errors
    ///
    /// None, as for [`spawn`](Self::spawn).
    ///
    /// # Safety
    ///
    /// As for std's: the thread is joined before what it borrows is gone.
    #[track_caller]
    pub unsafe fn spawn_unchecked<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send,
        T: Send,
    {
        let (handle, packet) = self.start(f);
        Ok(JoinHandle { thread: Thread::new(handle.clone()), handle, packet })
    }

    /// # Errors
    ///
    /// None, as for [`spawn`](Self::spawn).
    #[track_caller]
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        f: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let (handle, packet) = self.start(f);
        scope.adopt(handle.clone());
        Ok(ScopedJoinHandle::new(handle, packet))
    }

    #[track_caller]
    fn start<'a, T: 'a>(self, f: impl FnOnce() -> T + 'a) -> (engine::Handle, Rc<Packet<T>>) {
        if let Some(name) = &self.name {
            assert!(!name.contains('\0'), "thread name may not contain interior null bytes");
        }
        if let Some(size) = self.stack_size {
            engine::want_stack(size);
        }
        let packet = Packet::new();
        let filled = Rc::clone(&packet);
        let body: Box<dyn FnOnce() -> Result<(), String> + 'a> = Box::new(move || {
            let said = filled.fill(f);
            // Where nobody waits for the result any more, it goes here.
            engine::unwinding::or_abort("the destructor of a thread's result", || drop(filled));
            said
        });
        // SAFETY: only the lifetime changes. `spawn` asks for `'static`; a scope
        // does not return before its threads are done, and where the execution
        // is given up instead, no thread of it ever runs again.
        let body: Box<dyn FnOnce() -> Result<(), String> + 'static> =
            unsafe { ::std::mem::transmute(body) };
        (engine::spawn(self.name, Location::caller(), body), packet)
    }
}
