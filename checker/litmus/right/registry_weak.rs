//@ verdict: solved
//! A registry of weak handles in a static: the last owner takes the entry out under
//! the lock, and never drops a handle while it holds it.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, Weak};
use std::thread;

static REGISTRY: LazyLock<Mutex<HashMap<u32, Weak<Texture>>>> = LazyLock::new(Default::default);

struct Texture {
    id: u32,
}
impl Drop for Texture {
    fn drop(&mut self) {
        let mut reg = REGISTRY.lock().unwrap();
        if let Some(w) = reg.get(&self.id)
            && w.strong_count() == 0
        {
            reg.remove(&self.id);
        }
    }
}
fn open(id: u32) -> Arc<Texture> {
    let mut reg = REGISTRY.lock().unwrap();
    if let Some(t) = reg.get(&id).and_then(Weak::upgrade) {
        return t;
    }
    let t = Arc::new(Texture { id });
    reg.insert(id, Arc::downgrade(&t));
    t
}

#[test]
fn the_registry_is_empty_in_the_end() {
    let ts: Vec<_> = (0..2)
        .map(|_| {
            thread::spawn(|| {
                let a = open(7);
                let b = open(7);
                assert!(Arc::ptr_eq(&a, &b));
            })
        })
        .collect();
    ts.into_iter().for_each(|t| t.join().unwrap());
    assert!(REGISTRY.lock().unwrap().is_empty());
}
