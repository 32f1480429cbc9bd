//! Values as a trace shows them: primitives, kept as bits until they are shown.

/// A value of a primitive type, or nothing that can be shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Value {
    pub bits: u64,
    pub shape: Shape,
}

/// How to read the bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shape {
    /// Not at all: it cannot be shown.
    #[default]
    Hidden,
    Unsigned,
    Signed,
    Bool,
    Pointer,
    Char,
}

impl Value {
    pub const NONE: Self = Self { bits: 0, shape: Shape::Hidden };

    #[must_use]
    pub const fn new(bits: u64, shape: Shape) -> Self {
        Self { bits, shape }
    }

    #[must_use]
    pub fn bool(value: bool) -> Self {
        Self::new(u64::from(value), Shape::Bool)
    }

    /// The value behind `value`, where its type is one that can be shown.
    #[must_use]
    pub fn of<T: ?Sized>(value: &T) -> Self {
        let (read, shape): (fn(*const u8) -> u64, Shape) = match std::any::type_name::<T>() {
            "u8" => (bits::<u8>, Shape::Unsigned),
            "u16" => (bits::<u16>, Shape::Unsigned),
            "u32" => (bits::<u32>, Shape::Unsigned),
            "u64" => (bits::<u64>, Shape::Unsigned),
            "usize" => (|at| bits::<usize>(at), Shape::Unsigned),
            "i8" => (bits::<i8>, Shape::Signed),
            "i16" => (bits::<i16>, Shape::Signed),
            "i32" => (bits::<i32>, Shape::Signed),
            "i64" => (bits::<i64>, Shape::Signed),
            "isize" => (|at| bits::<isize>(at), Shape::Signed),
            "bool" => (bits::<bool>, Shape::Bool),
            "char" => (|at| u64::from(bits_of::<char>(at) as u32), Shape::Char),
            _ => return Self::NONE,
        };
        Self::new(read(std::ptr::from_ref(value).cast()), shape)
    }

    /// The value as the learner would write it; `None` where it is hidden.
    #[must_use]
    pub fn shown(self) -> Option<String> {
        Some(match self.shape {
            Shape::Hidden => return None,
            Shape::Unsigned => self.bits.to_string(),
            Shape::Signed => self.bits.cast_signed().to_string(),
            Shape::Bool => (self.bits != 0).to_string(),
            Shape::Pointer if self.bits == 0 => "null".to_owned(),
            Shape::Pointer => format!("{:#x}", self.bits),
            Shape::Char => format!("{:?}", char::from_u32(self.bits as u32)?),
        })
    }
}

/// Types that fit the bits of a [`Value`].
trait Primitive: Copy {
    fn widen(self) -> u64;
}

macro_rules! primitives {
    ($($ty:ty => $via:ty),*) => {
        $(impl Primitive for $ty { fn widen(self) -> u64 { self as $via as u64 } })*
    };
}
primitives!(u8 => u64, u16 => u64, u32 => u64, u64 => u64, usize => u64,
    i8 => i64, i16 => i64, i32 => i64, i64 => i64, isize => i64, bool => u64);

fn bits<T: Primitive>(at: *const u8) -> u64 {
    bits_of::<T>(at).widen()
}

fn bits_of<T: Copy>(at: *const u8) -> T {
    // SAFETY: called only with the address of a live value whose type name is
    // that of `T`; no user type has the bare name of a primitive.
    unsafe { at.cast::<T>().read() }
}
