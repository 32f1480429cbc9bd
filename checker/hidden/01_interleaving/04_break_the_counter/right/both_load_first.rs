//! Both load 0 at the start, and both load 1 in the middle.

pub const SCHEDULE: &str = concat!(
    "B A ",                                        // both hold 0
    "B  B B  B B  B B  B B  B B  B B  B B  B B  ", // B counts up to 9
    "A ",                                          // 1
    "A B ",                                        // both hold 1
    "A  A A  A A  A A  A A  A A  A A  A A  A A  ", // A counts up to 10
    "B",                                           // 2
);
