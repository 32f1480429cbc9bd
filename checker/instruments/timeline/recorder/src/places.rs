//! Places, each once.

use facts::Place;
use std::collections::HashMap;
use std::panic::Location;

type Key = (&'static str, u32, u32);

/// Numbers for places, in the order in which they were first asked for.
#[derive(Debug, Default)]
pub struct Places {
    numbers: HashMap<Key, usize>,
    all: Vec<Place>,
}

impl Places {
    pub fn number(&mut self, place: &'static Location<'static>) -> usize {
        let key = (place.file(), place.line(), place.column());
        *self.numbers.entry(key).or_insert_with(|| {
            self.all.push(Place { file: key.0.to_owned(), line: key.1, column: key.2 });
            self.all.len() - 1
        })
    }

    pub fn into_all(self) -> Vec<Place> {
        self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_one_number() {
        let (here, there) = (Location::caller(), Location::caller());
        let mut places = Places::default();
        assert_eq!([here, there, here].map(|place| places.number(place)), [0, 1, 0]);
        assert_eq!(places.into_all().len(), 2);
    }
}
