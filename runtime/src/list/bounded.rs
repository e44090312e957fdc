//! A list of `MIN` to `MAX` items: any other `minOccurs` and `maxOccurs`.

use super::shared::{self, slice_access};
use super::{Array, AtLeast, AtMost, LengthError, List};

/// `MIN` to `MAX` items; `MAX` is [`UNBOUNDED`](super::UNBOUNDED) where there is no upper bound.
///
/// Arrays of up to 32 items convert to lists with bounds up to 32, where the bounds allow it;
/// everything else is checked when it is taken.
///
/// ```
/// use wsdl2rs_runtime::list::{Bounded, LengthError};
///
/// let mut requests: Bounded<&str, 1, 2> = ["a"].into();
/// requests.push("b")?;
/// assert_eq!(*requests.first(), "a");
/// assert_eq!(requests.push("c").unwrap_err().to_string(), "expected 1 to 2 items, found 3");
/// assert!(Bounded::<u8, 1, 100>::try_from(vec![7; 101]).is_err());
/// # Ok::<(), LengthError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Bounded<T, const MIN: usize, const MAX: usize>(Vec<T>);

impl<T, const MIN: usize, const MAX: usize> Bounded<T, MIN, MAX> {
    /// Appends an item.
    ///
    /// # Errors
    /// When there are `MAX` items already; the list stays as it was.
    pub fn push(&mut self, item: T) -> Result<(), LengthError> {
        LengthError::check(self.0.len() + 1, MIN, MAX)?;
        self.0.push(item);
        Ok(())
    }

    /// Takes the last item away.
    ///
    /// # Errors
    /// When there are no more than `MIN` items; the list stays as it was.
    pub fn pop(&mut self) -> Result<Option<T>, LengthError> {
        if MIN > 0 {
            LengthError::check(self.0.len().saturating_sub(1), MIN, MAX)?;
        }
        Ok(self.0.pop())
    }

    /// The items as a plain vector.
    #[must_use]
    pub fn into_vec(self) -> Vec<T> {
        self.0
    }

    /// The list before its items are read; it never escapes without `check_length`.
    #[doc(hidden)]
    #[must_use]
    pub fn blank() -> Self {
        Self(Vec::new())
    }

    /// Appends an item that is read, whatever the bounds.
    #[doc(hidden)]
    pub fn push_unchecked(&mut self, item: T) {
        shared::push(&mut self.0, item);
    }

    /// The items while they are read.
    #[inline]
    pub(crate) fn items_mut(&mut self) -> &mut Vec<T> {
        &mut self.0
    }
}

impl<T, const MIN: usize, const MAX: usize> Bounded<T, MIN, MAX>
where
    Array: AtMost<1, MAX> + AtLeast<1, MIN>,
{
    /// The list of one item.
    #[must_use]
    pub fn one(item: T) -> Self {
        Self(vec![item])
    }
}

/// Where there is at least one item.
impl<T, const MIN: usize, const MAX: usize> Bounded<T, MIN, MAX>
where
    Array: AtLeast<MIN, 1>,
{
    /// The first item.
    #[must_use]
    pub fn first(&self) -> &T {
        self.0.first().expect("every constructor ensures MIN items")
    }

    /// The last item.
    #[must_use]
    pub fn last(&self) -> &T {
        self.0.last().expect("every constructor ensures MIN items")
    }
}

slice_access!(Bounded<T, MIN, MAX>, [T, const MIN: usize, const MAX: usize]);

impl<T, const MIN: usize, const MAX: usize> List for Bounded<T, MIN, MAX> {
    type Item = T;
    const MIN: usize = MIN;
    const MAX: usize = MAX;

    fn as_slice(&self) -> &[T] {
        &self.0
    }

    fn blank() -> Self {
        Self(Vec::new())
    }

    fn push_unchecked(&mut self, item: T) {
        shared::push(&mut self.0, item);
    }
}

/// An array whose length is out of bounds does not compile.
impl<T, const MIN: usize, const MAX: usize, const N: usize> From<[T; N]> for Bounded<T, MIN, MAX>
where
    Array: AtLeast<N, MIN> + AtMost<N, MAX>,
{
    fn from(items: [T; N]) -> Self {
        Self(items.into())
    }
}

/// The empty list, where it is allowed.
impl<T, const MAX: usize> Default for Bounded<T, 0, MAX> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::UNBOUNDED;

    #[test]
    fn every_way_into_a_list_keeps_its_bounds() {
        let mut list: Bounded<u8, 2, 3> = [1, 2].into();
        assert_eq!(list.pop(), Err(LengthError::check(1, 2, 3).expect_err("too short")));
        assert_eq!(list.push(3), Ok(()));
        assert_eq!(list.push(4), Err(LengthError::check(4, 2, 3).expect_err("too long")));
        assert_eq!(*list, [1, 2, 3]);
        assert_eq!((*list.first(), *list.last()), (1, 3));
        assert_eq!(list.pop(), Ok(Some(3)));
        let rows = [(0, false), (1, false), (2, true), (3, true), (4, false)];
        for (length, valid) in rows {
            assert_eq!(Bounded::<u8, 2, 3>::try_from(vec![0; length]).is_ok(), valid);
            assert_eq!(Bounded::<u8, 2, UNBOUNDED>::try_from(vec![0; length]).is_ok(), length > 1);
        }
        let mut none = Bounded::<u8, 0, 1>::default();
        assert_eq!((none.pop(), none.first()), (Ok(None), None));
        assert_eq!(Bounded::<u8, 0, 1>::one(7), [7].into());
    }
}
