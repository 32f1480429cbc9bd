//! Two values that were never there together.

use crate::explain::fixture::{Tale, unmet};
use facts::Effect;

const SOURCE: &str =
    "one.load(SeqCst);\ntwo.load(SeqCst);\none.store(1, SeqCst);\ntwo.store(1, SeqCst);\n";

fn tale() -> Tale {
    Tale::new(SOURCE).object("AtomicU64").object("AtomicU64")
}

fn look(tale: Tale, object: usize, value: &str) -> Tale {
    let (line, needle) = if object == 0 { (1, "load") } else { (2, "load") };
    tale.step(2, "load", object, line, needle).gives(value)
}

fn change(tale: Tale, object: usize, value: &str) -> Tale {
    let (line, needle) = if object == 0 { (3, "store") } else { (4, "store") };
    tale.step(1, "store", object, line, needle).arg(value)
}

fn told(tale: &Tale) -> String {
    tale.told(unmet("sum", "1", "2"), 1)
}

#[test]
fn looks_between_two_changes_see_a_change_half_done() {
    let tale = change(look(look(change(tale(), 0, "1"), 1, "0"), 0, "1"), 1, "1");
    let told = told(&tale);
    assert!(told.contains("a change seen half done"), "{told}");
    assert!(told.contains("A changes `one` in step 1 and `two` only in step 4"), "{told}");
}

#[test]
fn changes_between_two_looks_make_values_of_different_moments() {
    let tale = look(change(change(look(tale(), 0, "0"), 0, "1"), 1, "1"), 1, "1");
    let told = told(&tale);
    assert!(told.contains("values of different moments"), "{told}");
    assert!(told.contains("B looks at `one` in step 1 and at `two` only in step 4"), "{told}");
}

#[test]
fn the_end_of_one_update_and_the_beginning_of_the_next_are_no_update() {
    let first = change(change(tale(), 0, "1"), 1, "1");
    let second = change(look(look(first, 0, "1"), 1, "1"), 0, "2");
    let told = told(&change(second, 1, "2"));
    assert!(!told.contains("half done"), "{told}");
}

#[test]
fn who_changes_a_value_did_not_only_look_at_it() {
    let tale = look(look(change(tale(), 0, "1"), 0, "1"), 1, "0").step(2, "store", 1, 4, "store");
    let told = told(&change(tale.arg("3"), 1, "1"));
    assert!(!told.contains("half done") && !told.contains("moments"), "{told}");
}

#[test]
fn a_value_that_came_back_is_named() {
    let away = look(tale(), 0, "50").step(1, "store", 0, 3, "store").arg("60");
    let back = away.step(1, "store", 0, 3, "store").arg("50");
    let again = back.step(2, "compare_exchange", 0, 1, "load").arg("99").gives("50");
    let told = told(&again.effect(Effect::ReadWrite));
    assert!(told.contains("ABA: the value came back"), "{told}");
    assert!(told.contains("again in step 4. In between A made it 60 in"), "{told}");
}
