//! Statics, line breaks, and names glued together.

pub static SLEEPS_LONGER: Option<&str> = Some("waiter\ncook\n");
pub static YIELDS_FIRST: Option<&str> = Some(concat!("waiter ", "waiter ", "cook"));
pub static SPAWNED_FIRST: Option<&str> = Some("  late   early  ");
pub static PRINTED_IN_ORDER: Option<&str> = Some(
    "ann
     bob
     bob bob
     ann ann",
);
pub static JOINS_THE_COOK: Option<&str> = None;
pub static WAITS_FOR_THE_BELL: Option<&str> = None;
