//! What a pool calls, and what it calls its workers.

use crate::job::Payload;

/// What the builder of a pool wants to be called for.
#[derive(Default)]
pub struct Handlers {
    pub names: Vec<String>,
    pub panic: Option<Box<dyn Fn(Payload) + Send + Sync>>,
    pub start: Option<Box<dyn Fn(usize) + Send + Sync>>,
    pub exit: Option<Box<dyn Fn(usize) + Send + Sync>>,
}

impl Handlers {
    pub fn name(&self, index: usize) -> Option<String> {
        self.names.get(index).cloned()
    }

    pub fn start(&self, index: usize) {
        self.start.iter().for_each(|start| start(index));
    }

    pub fn exit(&self, index: usize) {
        self.exit.iter().for_each(|exit| exit(index));
    }

    /// Gives the payload back where nobody takes it.
    pub fn panic(&self, payload: Payload) -> Option<Payload> {
        match &self.panic {
            Some(panic) => {
                panic(payload);
                None
            }
            None => Some(payload),
        }
    }
}
