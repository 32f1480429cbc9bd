//! Threads by name, for scenes of models and of mutants.

/// Runs each body on a thread of that name and waits for all:
/// `roles! { "A" => counter.hit(), "B" => counter.hit() }`.
#[macro_export]
macro_rules! roles {
    ($($name:literal => $body:expr),+ $(,)?) => {
        $crate::run_roles(vec![$((
            $name,
            Box::new(|| {
                #[allow(unused_must_use, clippy::unit_arg)]
                { $body; }
            }) as Box<dyn FnOnce() + Send + '_>,
        )),+])
    };
}

/// A role's name and what it does.
pub type Role<'a> = (&'static str, Box<dyn FnOnce() + Send + 'a>);

/// What [`roles!`] does on real threads.
#[cfg(not(feature = "model"))]
pub fn run_roles(roles: Vec<Role<'_>>) {
    std::thread::scope(|scope| {
        for (name, body) in roles {
            let thread = std::thread::Builder::new().name(name.to_owned());
            thread.spawn_scoped(scope, body).expect("a few threads can be had");
        }
    });
}
