//! One long literal, with line breaks and without a line break at the end,
//! and with the parts of A and B exchanged.

pub static SCHEDULE: &str = "
    B
    A A A A A A A A A
    A A A A A A A A A
    B
    A
    B B B B B B B B B
    B B B B B B B B B
    A";
