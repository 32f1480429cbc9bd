//! The confusion matrix: what files were shipped as against what came of them.

use super::variant::{Column, Role};
use std::collections::BTreeMap;

/// How many files of each role fell into each column.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Matrix {
    counts: BTreeMap<(Role, Column), usize>,
}

const COLUMNS: [(Column, &str); 4] = [
    (Column::Solved, "solved"),
    (Column::Caught, "right step"),
    (Column::CaughtByAnother, "other step"),
    (Column::CannotTell, "cannot tell"),
];

const ROLES: [(Role, &str); 4] = [
    (Role::Starter, "starter"),
    (Role::Solution, "solution"),
    (Role::Right, "right"),
    (Role::Wrong, "wrong"),
];

impl Matrix {
    pub fn count(&mut self, role: Role, column: Column) {
        *self.counts.entry((role, column)).or_default() += 1;
    }

    pub fn add(&mut self, other: &Self) {
        for (cell, count) in &other.counts {
            *self.counts.entry(*cell).or_default() += count;
        }
    }

    /// `hit-counter            solved  right step  other step  cannot tell`
    pub fn table(&self, title: &str) -> String {
        let mut table = format!("{title:<30}");
        for (_, heading) in COLUMNS {
            table.push_str(&format!("{heading:>12}"));
        }
        for (role, name) in ROLES {
            table.push_str(&format!("\n  {name:<28}"));
            for (column, _) in COLUMNS {
                let count = self.counts.get(&(role, column)).copied().unwrap_or_default();
                let cell = if count == 0 { "·".to_owned() } else { count.to_string() };
                table.push_str(&format!("{cell:>12}"));
            }
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_a_row_for_each_role() {
        let mut matrix = Matrix::default();
        matrix.count(Role::Wrong, Column::Caught);
        matrix.count(Role::Wrong, Column::Caught);
        matrix.count(Role::Right, Column::Solved);
        let mut total = Matrix::default();
        total.add(&matrix);
        assert_eq!(total, matrix);
        let lines: Vec<String> = total.table("latch").lines().map(str::to_owned).collect();
        assert_eq!(lines.len(), 5);
        assert_eq!(lines[3].split_whitespace().collect::<Vec<_>>(), ["right", "1", "·", "·", "·"]);
        assert_eq!(lines[4].split_whitespace().collect::<Vec<_>>(), ["wrong", "·", "2", "·", "·"]);
        assert!(lines.iter().all(|line| line.chars().count() <= 80));
    }
}
