//! A binary tree of totals: up with `join`, and down again.

use rayon::join;

enum Tree<T> {
    Leaf,
    Node { left: T, children: Box<(Tree<T>, Tree<T>)> },
}

pub fn prefixes<T: Clone + Send + Sync>(
    items: &[T],
    identity: T,
    op: impl Fn(&T, &T) -> T + Send + Sync,
) -> Vec<T> {
    let mut prefixes = vec![identity.clone(); items.len() + 1];
    if !items.is_empty() {
        let grain = items.len().div_ceil(4 * rayon::current_num_threads());
        let (tree, _) = up(items, grain, &op);
        down(items, &tree, &identity, &mut prefixes[1..], &op);
    }
    prefixes
}

fn up<T: Clone + Send + Sync>(
    items: &[T],
    grain: usize,
    op: &(impl Fn(&T, &T) -> T + Send + Sync),
) -> (Tree<T>, T) {
    if items.len() <= grain {
        let total = items.iter().cloned().reduce(|total, item| op(&total, &item));
        return (Tree::Leaf, total.unwrap());
    }
    let (left, right) = items.split_at(items.len() / 2);
    let ((left_tree, left), (right_tree, right)) =
        join(|| up(left, grain, op), || up(right, grain, op));
    let total = op(&left, &right);
    (Tree::Node { left, children: Box::new((left_tree, right_tree)) }, total)
}

fn down<T: Clone + Send + Sync>(
    items: &[T],
    tree: &Tree<T>,
    before: &T,
    into: &mut [T],
    op: &(impl Fn(&T, &T) -> T + Send + Sync),
) {
    match tree {
        Tree::Leaf => {
            let mut prefix = before.clone();
            for (place, item) in into.iter_mut().zip(items) {
                prefix = op(&prefix, item);
                *place = prefix.clone();
            }
        }
        Tree::Node { left, children } => {
            let (items, right_items) = items.split_at(items.len() / 2);
            let (into, right_into) = into.split_at_mut(items.len());
            let after_left = op(before, left);
            join(
                || down(items, &children.0, before, into, op),
                || down(right_items, &children.1, &after_left, right_into, op),
            );
        }
    }
}
