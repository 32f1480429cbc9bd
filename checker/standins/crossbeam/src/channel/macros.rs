//! Stand-in for `crossbeam::channel::{select!, select_biased!}`.

/// Stand-in for `crossbeam::select!`.
#[macro_export]
macro_rules! select {
    ($($cases:tt)*) => { $crate::__select!(@cases new [] [] $($cases)*) };
}

/// Stand-in for `crossbeam::channel::select_biased!`.
#[macro_export]
macro_rules! select_biased {
    ($($cases:tt)*) => { $crate::__select!(@cases new_biased [] [] $($cases)*) };
}

/// Takes a `select!` apart into `[op args end index pattern, body]` and
/// `[default, body]`, then puts it together. `end` and `index` are written by a
/// new expansion for each case, so each case has its own.
#[doc(hidden)]
#[macro_export]
macro_rules! __select {
    (@cases $new:ident $cases:tt $default:tt , $($rest:tt)*) => {
        $crate::__select!(@cases $new $cases $default $($rest)*)
    };
    (@cases $new:ident $cases:tt [] default($timeout:expr $(,)?) => $body:block $($rest:tt)*) => {
        $crate::__select!(@cases $new $cases [within($timeout) $body] $($rest)*)
    };
    (@cases $new:ident $cases:tt [] default($timeout:expr $(,)?) => $body:expr $(, $($rest:tt)*)?) => {
        $crate::__select!(@cases $new $cases [within($timeout) $body] $($($rest)*)?)
    };
    (@cases $new:ident $cases:tt [] default $(())? => $body:block $($rest:tt)*) => {
        $crate::__select!(@cases $new $cases [now() $body] $($rest)*)
    };
    (@cases $new:ident $cases:tt [] default $(())? => $body:expr $(, $($rest:tt)*)?) => {
        $crate::__select!(@cases $new $cases [now() $body] $($($rest)*)?)
    };
    (@cases $new:ident [$($cases:tt)*] $default:tt $op:ident $args:tt -> $pat:pat => $body:block $($rest:tt)*) => {
        $crate::__select!(@cases $new [$($cases)* [$op $args end index $pat, $body]] $default $($rest)*)
    };
    (@cases $new:ident [$($cases:tt)*] $default:tt $op:ident $args:tt -> $pat:pat => $body:expr $(, $($rest:tt)*)?) => {
        $crate::__select!(@cases $new [$($cases)* [$op $args end index $pat, $body]] $default $($($rest)*)?)
    };
    (@cases $new:ident $cases:tt []) => {
        $crate::__select!(@open $new $cases $cases [wait() unreachable!("it waited until one was ready")])
    };
    (@cases $new:ident $cases:tt $default:tt) => {
        $crate::__select!(@open $new $cases $cases $default)
    };

    // Evaluates what names the channels. A `match` keeps what is made there
    // alive until the end.
    (@open $new:ident [[recv ($receiver:expr $(,)?) $end:ident $($case:tt)*] $($rest:tt)*] $cases:tt $default:tt) => {
        match $receiver {
            ref receiver => {
                let $end: &$crate::channel::Receiver<_> = receiver;
                $crate::__select!(@open $new [$($rest)*] $cases $default)
            }
        }
    };
    (@open $new:ident [[send ($sender:expr, $msg:expr $(,)?) $end:ident $($case:tt)*] $($rest:tt)*] $cases:tt $default:tt) => {
        match $sender {
            ref sender => {
                let $end: &$crate::channel::Sender<_> = sender;
                $crate::__select!(@open $new [$($rest)*] $cases $default)
            }
        }
    };
    (@open $new:ident [] [$([$op:ident $args:tt $end:ident $index:ident $pat:pat, $body:expr])*]
        [$wait:ident($($timeout:expr)?) $default:expr]) => {{
        #[allow(unused_mut)]
        let mut operations = $crate::channel::Select::$new();
        $(let $index = operations.$op($end);)*
        let chosen = operations.$wait($($timeout)?);
        match chosen {
            #[allow(unused_variables)]
            ::core::option::Option::Some(operation) => {
                $(if operation.index == $index {
                    let $pat = $crate::__select!(@complete $op $args operation $end);
                    $body
                } else)* {
                    unreachable!("one of the operations was chosen")
                }
            }
            ::core::option::Option::None => $default,
        }
    }};

    (@complete recv $args:tt $operation:ident $end:ident) => {
        $operation.recv($end)
    };
    (@complete send ($sender:expr, $msg:expr $(,)?) $operation:ident $end:ident) => {
        $operation.send($end, $msg)
    };
}
