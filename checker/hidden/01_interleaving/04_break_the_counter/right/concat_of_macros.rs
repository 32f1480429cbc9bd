//! Repeats with a macro.

macro_rules! nine {
    ($increment:literal) => {
        concat!(
            $increment, $increment, $increment, $increment, $increment, $increment, $increment,
            $increment, $increment
        )
    };
}

pub const SCHEDULE: &str = concat!("A ", nine!("B B "), "A B ", nine!("A A "), "B");
