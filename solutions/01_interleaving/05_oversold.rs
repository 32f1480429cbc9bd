//! How seat 7 is sold twice, and what came of six evenings.

/// What can be said of a schedule.
pub enum Label {
    /// Each seat is sold once at most.
    Safe,
    /// Two tickets are sold for the same seat.
    Unsafe,
}

/// Names of sellers, `A` or `B`; each entry is a find, a mark or a charge.
//
// A seat is sold by what a seller *remembers* of the plan. Between the find
// and the mark that memory can be out of date, and nothing tells the seller.
// So let both find before anybody marks; what they do after that, and in which
// order, does not matter any more.
//
// One core can run this list as well as two: it takes one switch, after A's
// first step.
pub const SEAT_7_TWICE: &str = concat!(
    "A ",      // A finds 7
    "B B B  ", // B finds 7, marks it and charges for it
    "A A ",    // A marks 7 once more and charges for it once more
);

// One question decides every label: is there a find of one seller between the
// find and the mark of the other? How many cores there are, how long a seller
// is switched out and what happens at the same instant is not asked.

/// `B  A A A  B B`: one core. B finds a seat and is switched out; A serves a
/// customer from beginning to end; B goes on.
//
// B comes back with the 7 that it found before, and sells it again.
pub const ONE_CORE_SWITCH_AFTER_FIND: Label = Label::Unsafe;

/// `A A  B B B  A`: one core. A finds and marks and is switched out; B serves
/// a customer from beginning to end; A charges.
//
// A is interrupted in the middle too, but its mark is on the plan by then.
pub const ONE_CORE_SWITCH_AFTER_MARK: Label = Label::Safe;

/// `A B A B A B`: one core, and a switch after every step.
pub const ONE_CORE_TURNS: Label = Label::Unsafe;

/// `A  B A  A B  B`: two cores. B works one step behind A: it finds at the
/// instant at which A marks, and the memory takes B's load first.
pub const TWO_CORES_LOAD_FIRST: Label = Label::Unsafe;

/// `A  A B  A B  B`: two cores. B works one step behind A: it finds at the
/// instant at which A marks, and the memory takes A's store first.
//
// The same two operations at the same instant as above. Only their order
// differs, and it decides.
pub const TWO_CORES_STORE_FIRST: Label = Label::Safe;

/// `B B  A A  A B`: two cores. B finds and marks, then A does, and then both
/// charge at the same instant; the memory takes A's `fetch_add` first.
//
// They charge for different seats, so here not even the order decides.
pub const TWO_CORES_CHARGE_TOGETHER: Label = Label::Safe;
