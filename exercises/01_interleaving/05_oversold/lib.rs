//! How seat 7 is sold twice, and what came of six evenings.

/// What can be said of a schedule.
pub enum Label {
    /// Each seat is sold once at most.
    Safe,
    /// Two tickets are sold for the same seat.
    Unsafe,
}

/// Names of sellers, `A` or `B`; each entry is a find, a mark or a charge.
pub const SEAT_7_TWICE: &str = concat!(
    // TODO: sell seat 7 twice. This serves A's customer, then B's.
    "A A A  ", // A finds, marks and charges
    "B B B  ", // B finds, marks and charges
);

// TODO: below are the manager's labels. Put right those that are wrong.

/// `B  A A A  B B`: one core. B finds a seat and is switched out; A serves a
/// customer from beginning to end; B goes on.
pub const ONE_CORE_SWITCH_AFTER_FIND: Label = Label::Safe;

/// `A A  B B B  A`: one core. A finds and marks and is switched out; B serves
/// a customer from beginning to end; A charges.
pub const ONE_CORE_SWITCH_AFTER_MARK: Label = Label::Safe;

/// `A B A B A B`: one core, and a switch after every step.
pub const ONE_CORE_TURNS: Label = Label::Safe;

/// `A  B A  A B  B`: two cores. B works one step behind A: it finds at the
/// instant at which A marks, and the memory takes B's load first.
pub const TWO_CORES_LOAD_FIRST: Label = Label::Unsafe;

/// `A  A B  A B  B`: two cores. B works one step behind A: it finds at the
/// instant at which A marks, and the memory takes A's store first.
pub const TWO_CORES_STORE_FIRST: Label = Label::Unsafe;

/// `B B  A A  A B`: two cores. B finds and marks, then A does, and then both
/// charge at the same instant; the memory takes A's `fetch_add` first.
pub const TWO_CORES_CHARGE_TOGETHER: Label = Label::Unsafe;
