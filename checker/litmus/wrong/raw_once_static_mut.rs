//@ verdict: data race
//! `Once::is_completed` is only asked by the writer; the reader looks at the
//! static itself to see whether it is there.
use std::sync::Once;
use std::thread;

static ONCE: Once = Once::new();
static mut NAME: Option<String> = None;

fn init() {
    ONCE.call_once(|| unsafe { NAME = Some("kata".to_owned()) });
}

#[test]
fn both_read_the_name() {
    let t = thread::spawn(init);
    if let Some(name) = unsafe { (*(&raw const NAME)).as_deref() } {
        assert_eq!(name, "kata");
    }
    t.join().unwrap();
}
