//! Stand-in for `std::prelude`, which has macros too.

pub mod v1 {
    pub use crate::thread_local;
    pub use ::std::prelude::v1::*;
}

macro_rules! editions {
    ($($edition:ident),*) => {$(
        pub mod $edition {
            pub use crate::thread_local;
            pub use ::std::prelude::$edition::*;
        }
    )*};
}
editions!(rust_2015, rust_2018, rust_2021, rust_2024);
