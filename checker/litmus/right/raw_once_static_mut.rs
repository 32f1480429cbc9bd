//@ verdict: solved
//! `Once::call_once` runs one initialiser and orders it before every return.
use std::sync::Once;
use std::thread;

static ONCE: Once = Once::new();
static mut NAME: Option<String> = None;

fn name() -> &'static str {
    ONCE.call_once(|| unsafe { NAME = Some("kata".to_owned()) });
    unsafe { (*(&raw const NAME)).as_deref().unwrap() }
}

#[test]
fn both_read_the_name() {
    let t = thread::spawn(|| name().len());
    assert_eq!(name(), "kata");
    assert_eq!(t.join().unwrap(), 4);
}
