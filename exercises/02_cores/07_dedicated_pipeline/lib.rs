//! An assembly line: three machines joined by two belts.

/// The machines. Each turns a part into a part that is a bit more finished.
pub trait Machines: Sync {
    fn cut(&self, part: u32) -> u32;
    fn drill(&self, part: u32) -> u32;
    fn paint(&self, part: u32) -> u32;
}

/// Sends all parts through cut, drill and paint, one thread for each machine.
/// Each of the two belts has room for `belt` parts.
pub fn run(machines: &impl Machines, parts: Vec<u32>, belt: usize) -> Vec<u32> {
    // TODO: three threads, joined by channels with room for `belt` parts.
    let _ = belt;
    parts.into_iter().map(|part| machines.paint(machines.drill(machines.cut(part)))).collect()
}
