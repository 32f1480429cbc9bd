//! A schedule for two threads with ten plain increments each.

/// Names of threads, `A` or `B`; each entry is one load or one store.
//
// To end at 2, the last store must come from a load that read 1. A 1 in the
// counter is the work of a thread that has read 0. So each thread once holds a
// small number back while the other does nine increments for nothing: first A
// a 0, then B a 1.
//
// Taking turns, which is what one tries first, loses only every second
// increment: a thread that stores soon after its load wipes out little. What
// makes an update expensive is the time between its load and its store.
pub const SCHEDULE: &str = concat!(
    "A ",                                            // A loads 0 and holds it
    "B B  B B  B B  B B  B B  B B  B B  B B  B B  ", // B counts up to 9
    "A ",                                            // A stores 1: nine are gone
    "B ",                                            // B loads 1 for its last increment
    "A A  A A  A A  A A  A A  A A  A A  A A  A A  ", // A counts up to 10 and is done
    "B ",                                            // B stores 2: nine more are gone
);
