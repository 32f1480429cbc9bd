//! Stand-in for `loom::lazy_static`.

use standin_std::sync::LazyLock;

/// What [`lazy_static!`](crate::lazy_static!) makes its statics of.
pub struct Lazy<T>(LazyLock<T>);

impl<T: 'static> Lazy<T> {
    #[doc(hidden)]
    #[track_caller]
    pub const fn new(init: fn() -> T) -> Self {
        Self(LazyLock::new(init))
    }

    #[track_caller]
    pub fn get(&'static self) -> &'static T {
        LazyLock::force(&self.0)
    }
}
