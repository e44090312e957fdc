//! Lists whose length is bounded by the schema: `minOccurs` and `maxOccurs`
//! (XML Schema Part 1, section 3.9.1), and the length facets of list types.
//!
//! An array whose length the bounds forbid does not compile; a `Vec` is checked when it is taken.

mod arrays;
mod bounded;
mod error;
mod non_empty;
mod shared;

pub(crate) use shared::make_room;

pub use arrays::{Array, AtLeast, AtMost};
pub use bounded::Bounded;
pub use error::LengthError;
pub use non_empty::NonEmpty;

/// The `MAX` of a [`Bounded`] list that has no upper bound.
pub const UNBOUNDED: usize = usize::MAX;

/// What holds the items of a repeated element or of a list value: `Vec`, [`NonEmpty`], [`Bounded`].
pub trait List: sealed::Sealed + Sized {
    /// The type of the items.
    type Item;
    /// The least number of items.
    const MIN: usize;
    /// The greatest number of items; [`UNBOUNDED`] for none.
    const MAX: usize;

    /// The items.
    fn as_slice(&self) -> &[Self::Item];

    /// The list before its items are read; it never escapes without `check_length`.
    #[doc(hidden)]
    fn blank() -> Self;

    /// Appends an item that is read, whatever the bounds.
    #[doc(hidden)]
    fn push_unchecked(&mut self, item: Self::Item);

    /// Whether the length is within the bounds.
    ///
    /// # Errors
    /// When it is not.
    #[doc(hidden)]
    fn check_length(&self) -> Result<(), LengthError> {
        LengthError::check(self.as_slice().len(), Self::MIN, Self::MAX)
    }
}

mod sealed {
    pub trait Sealed {}
    impl<T> Sealed for Vec<T> {}
    impl<T> Sealed for super::NonEmpty<T> {}
    impl<T, const MIN: usize, const MAX: usize> Sealed for super::Bounded<T, MIN, MAX> {}
}

impl<T> List for Vec<T> {
    type Item = T;
    const MIN: usize = 0;
    const MAX: usize = UNBOUNDED;

    fn as_slice(&self) -> &[T] {
        self
    }

    fn blank() -> Self {
        Self::new()
    }

    fn push_unchecked(&mut self, item: T) {
        self.push(item);
    }
}
