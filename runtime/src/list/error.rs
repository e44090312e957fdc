//! Why a list is too short or too long.

use std::fmt;

use super::UNBOUNDED;

/// A number of items that the schema forbids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LengthError {
    length: usize,
    min: usize,
    max: usize,
}

impl LengthError {
    /// Fails when `length` is not from `min` to `max`.
    pub(crate) fn check(length: usize, min: usize, max: usize) -> Result<(), Self> {
        if min <= length && length <= max { Ok(()) } else { Err(Self { length, min, max }) }
    }

    /// How many items there were.
    #[must_use]
    pub fn length(&self) -> usize {
        self.length
    }

    /// The least number of items that is allowed.
    #[must_use]
    pub fn min(&self) -> usize {
        self.min
    }

    /// The greatest number of items that is allowed, if there is one.
    #[must_use]
    pub fn max(&self) -> Option<usize> {
        (self.max != UNBOUNDED).then_some(self.max)
    }
}

/// Such as `expected 1 to 20 items, found 21`.
impl fmt::Display for LengthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { length, min, max } = self;
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        match (*min, *max) {
            (min, UNBOUNDED) => write!(f, "expected at least {min} item{}", plural(min))?,
            (min, max) if min == max => write!(f, "expected {max} item{}", plural(max))?,
            (0, max) => write!(f, "expected at most {max} item{}", plural(max))?,
            (min, max) => write!(f, "expected {min} to {max} items")?,
        }
        write!(f, ", found {length}")
    }
}

impl std::error::Error for LengthError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_judged_and_named() {
        let rows = [
            (1, 1, UNBOUNDED, None),
            (usize::MAX, 1, UNBOUNDED, None),
            (0, 1, UNBOUNDED, Some("expected at least 1 item, found 0")),
            (1, 2, UNBOUNDED, Some("expected at least 2 items, found 1")),
            (20, 1, 20, None),
            (21, 1, 20, Some("expected 1 to 20 items, found 21")),
            (2, 0, 1, Some("expected at most 1 item, found 2")),
            (2, 3, 3, Some("expected 3 items, found 2")),
            (0, 0, 0, None),
        ];
        for (length, min, max, message) in rows {
            let error = LengthError::check(length, min, max).err().map(|error| error.to_string());
            assert_eq!(error.as_deref(), message);
        }
    }
}
