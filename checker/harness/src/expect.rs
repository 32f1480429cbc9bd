//! What hidden files expect. One that does not hold ends the case.

use crate::value::{self, Value};
use crate::{allocator, channel};
use facts::{Fact, Note, Place, Unmet};
use std::panic::Location;
use std::sync::OnceLock;

static HANDLER: OnceLock<fn(Unmet) -> !> = OnceLock::new();

/// Expects that something holds. `what` names it: "items in order".
#[track_caller]
pub fn expect(what: &str, held: bool) {
    if !held {
        unmet(found(what, "no".to_owned(), "yes".to_owned()));
    }
}

/// Expects a value.
#[track_caller]
pub fn expect_eq<T: Value>(what: &str, got: T, want: T) {
    if got != want {
        allocator::lift_limit();
        let (got, want) = value::show_both(&got, &want);
        unmet(found(what, got, want));
    }
}

/// Expects a value of at most `limit`.
#[track_caller]
pub fn expect_at_most<T: Value + PartialOrd>(what: &str, got: T, limit: T) {
    if !matches!(got.partial_cmp(&limit), Some(order) if order.is_le()) {
        unmet(found(what, value::show(&got), format!("at most {}", value::show(&limit))));
    }
}

/// Expects a value of at least `limit`.
#[track_caller]
pub fn expect_at_least<T: Value + PartialOrd>(what: &str, got: T, limit: T) {
    if !matches!(got.partial_cmp(&limit), Some(order) if order.is_ge()) {
        unmet(found(what, value::show(&got), format!("at least {}", value::show(&limit))));
    }
}

/// Tells a number worth telling whatever the verdict.
pub fn note(what: &str, value: f64, unit: &str) {
    // JSON has no other numbers.
    if value.is_finite() {
        channel::send(Fact::Note(Note { what: what.to_owned(), value, unit: unit.to_owned() }));
    }
}

#[track_caller]
fn found(what: &str, got: String, want: String) -> Unmet {
    found_at(Location::caller(), what, got, want)
}

pub(crate) fn found_at(place: &Location<'_>, what: &str, got: String, want: String) -> Unmet {
    let place = Place { file: place.file().to_owned(), line: place.line(), column: place.column() };
    Unmet { what: what.to_owned(), got, want, place }
}

/// Ends the case because of an expectation that does not hold: in a native
/// case the process, in a model the execution.
pub fn unmet(unmet: Unmet) -> ! {
    match HANDLER.get() {
        Some(handler) => handler(unmet),
        None if channel::is_open() => channel::finish(Fact::Unmet(unmet)),
        None => panic!("{unmet:?}"),
    }
}

/// Sends expectations that do not hold elsewhere than to the checker at once.
/// The first handler stays.
pub fn on_unmet(handler: fn(Unmet) -> !) {
    let _ = HANDLER.set(handler);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(case: fn()) -> String {
        let payload = std::panic::catch_unwind(case).unwrap_err();
        payload.downcast_ref::<String>().unwrap().clone()
    }

    #[test]
    fn what_holds_says_nothing() {
        expect("a truth", true);
        expect_eq("items", vec![Some("a")], vec![Some("a")]);
        expect_at_most("calls", 3, 3);
        expect_at_least("calls", 3, 3);
    }

    #[test]
    fn what_does_not_hold_names_the_quantity_and_its_place() {
        let found = why(|| expect_at_most("calls in flight", 7_u32, 6));
        for part in ["calls in flight", "got: \"7\"", "want: \"at most 6\"", "expect.rs"] {
            assert!(found.contains(part), "{found}");
        }
    }

    #[test]
    fn a_number_that_is_none_is_neither_small_nor_large() {
        why(|| expect_at_most("share", f64::NAN, 1.0));
        why(|| expect_at_least("share", f64::NAN, 1.0));
    }
}
