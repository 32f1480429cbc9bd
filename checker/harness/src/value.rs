//! What may be compared: types whose comparison and text are the standard
//! library's, so that no `PartialEq` or `Debug` of the learner's decides.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Debug;
use std::time::Duration;

/// A type that no learner can make. One that equals everything is refused:
///
/// ```compile_fail,E0277
/// #[derive(Debug)]
/// struct Always;
/// impl PartialEq for Always {
///     fn eq(&self, _: &Self) -> bool {
///         true
///     }
/// }
/// harness::expect_eq("answer", Always, Always);
/// ```
pub trait Value: sealed::Sealed + PartialEq + Debug {}

impl<T: sealed::Sealed + PartialEq + Debug + ?Sized> Value for T {}

mod sealed {
    use super::*;

    pub trait Sealed {}

    macro_rules! plain {
        ($($type:ty),*) => { $(impl Sealed for $type {})* };
    }
    plain!(u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize);
    plain!(f32, f64, bool, char, str, String, (), Duration, std::cmp::Ordering);

    impl<T: Sealed + ?Sized> Sealed for &T {}
    impl<T: Sealed + ?Sized> Sealed for Box<T> {}
    impl<T: Sealed> Sealed for [T] {}
    impl<T: Sealed, const N: usize> Sealed for [T; N] {}
    impl<T: Sealed> Sealed for Vec<T> {}
    impl<T: Sealed> Sealed for VecDeque<T> {}
    impl<T: Sealed> Sealed for BTreeSet<T> {}
    impl<T: Sealed> Sealed for Option<T> {}
    impl<K: Sealed, V: Sealed> Sealed for BTreeMap<K, V> {}
    impl<T: Sealed, E: Sealed> Sealed for Result<T, E> {}

    macro_rules! tuple {
        ($($name:ident)*) => { impl<$($name: Sealed),*> Sealed for ($($name,)*) {} };
    }
    tuple!(A);
    tuple!(A B);
    tuple!(A B C);
    tuple!(A B C D);
    tuple!(A B C D E);
    tuple!(A B C D E F);
}

/// How much of a value is shown.
const SHOWN: usize = 160;

/// How much of what both values have in common is shown before they part.
const BEFORE: usize = 40;

/// The two values as text, long ones cut down to where they first differ.
pub fn show_both(got: &impl Value, want: &impl Value) -> (String, String) {
    let (got, want) = (format!("{got:?}"), format!("{want:?}"));
    let common = got.chars().zip(want.chars()).take_while(|(one, other)| one == other).count();
    (cut(&got, common), cut(&want, common))
}

/// The value as text, a long one cut.
pub fn show(value: &impl Value) -> String {
    cut(&format!("{value:?}"), 0)
}

fn cut(text: &str, around: usize) -> String {
    if text.chars().count() <= SHOWN {
        return text.to_owned();
    }
    let from = around.saturating_sub(BEFORE);
    let mut shown = String::from(if from > 0 { "…" } else { "" });
    let mut rest = text.chars().skip(from);
    shown.extend(rest.by_ref().take(SHOWN));
    if rest.next().is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_values_are_shown_whole() {
        assert_eq!(show_both(&vec![1, 2], &vec![1, 3]), ("[1, 2]".into(), "[1, 3]".into()));
    }

    #[test]
    fn long_values_are_shown_where_they_part() {
        let got: Vec<u32> = (1000..3000).collect();
        let mut want = got.clone();
        want[1000] = 7;
        let (got, want) = show_both(&got, &want);
        assert!(got.contains("1999, 2000, 2001") && got.starts_with('…') && got.ends_with('…'));
        assert!(want.contains("1999, 7, 2001"));
    }
}
