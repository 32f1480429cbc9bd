//! How much of each chapter is solved, as bars that fit a line or two.

use super::WIDTH;
use super::style::GOOD;

/// Cells of the longest bar; longer chapters are drawn to scale.
const CELLS: usize = 8;

/// Between two chapters on one line.
const GAP: &str = "   ";

/// How much of a chapter is solved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    pub label: String,
    pub solved: usize,
    pub total: usize,
}

/// Prints the chapters below an empty line.
pub fn print(shares: &[Share]) {
    anstream::println!();
    for line in lines(shares) {
        anstream::println!("{line}");
    }
}

/// `Interleaving ███░ 3/4   Locks █░░ 1/3`, wrapped.
pub fn lines(shares: &[Share]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut used = 0;
    for share in shares.iter().filter(|share| share.total > 0) {
        let item = format!("{} {} {}/{}", share.label, bar(share), share.solved, share.total);
        let width = anstream::adapter::strip_str(&item).to_string().chars().count();
        match lines.last_mut() {
            Some(line) if used + GAP.len() + width <= WIDTH => {
                line.push_str(GAP);
                line.push_str(&item);
                used += GAP.len() + width;
            }
            _ => {
                lines.push(item);
                used = width;
            }
        }
    }
    lines
}

/// Full only when all is solved, empty only when nothing is.
pub fn bar(share: &Share) -> String {
    let cells = share.total.min(CELLS);
    let filled = match share.solved {
        0 => 0,
        solved if solved >= share.total => cells,
        solved => (solved * cells / share.total).clamp(1, cells - 1),
    };
    format!("{GOOD}{}{GOOD:#}{}", "█".repeat(filled), "░".repeat(cells - filled))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(label: &str, solved: usize, total: usize) -> Share {
        Share { label: label.into(), solved, total }
    }

    fn plain(shares: &[Share]) -> Vec<String> {
        let strip = |line: String| anstream::adapter::strip_str(&line).to_string();
        lines(shares).into_iter().map(strip).collect()
    }

    #[test]
    fn short_chapters_have_a_cell_for_each_exercise() {
        let shares = [share("Interleaving", 3, 4), share("Locks", 1, 3)];
        assert_eq!(plain(&shares), ["Interleaving ███░ 3/4   Locks █░░ 1/3"]);
    }

    #[test]
    fn bars_to_scale_are_full_only_when_all_is_solved() {
        assert_eq!(plain(&[share("A", 19, 20)]), ["A ███████░ 19/20"]);
        assert_eq!(plain(&[share("A", 1, 20)]), ["A █░░░░░░░ 1/20"]);
        assert_eq!(plain(&[share("A", 20, 20)]), ["A ████████ 20/20"]);
        assert_eq!(plain(&[share("A", 1, 1), share("B", 0, 0)]), ["A █ 1/1"]);
    }

    #[test]
    fn many_chapters_wrap_at_80_columns() {
        let shares: Vec<_> = (0..7).map(|n| share("Messages and queues", n, 12)).collect();
        let lines = plain(&shares);
        assert!(lines.len() > 1);
        assert!(lines.iter().all(|line| line.chars().count() <= 80));
    }
}
