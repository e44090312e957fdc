//! A list of one or more items: `minOccurs="1" maxOccurs="unbounded"`.

use super::shared::{self, slice_access};
use super::{Array, AtLeast, List, UNBOUNDED};

/// One or more items.
///
/// ```
/// use wsdl2rs_runtime::list::NonEmpty;
///
/// let mut names: NonEmpty<String> = ["a".to_owned()].into();
/// names.push("b".to_owned());
/// assert_eq!(names.first(), "a");
/// assert_eq!(names.len(), 2);
/// assert!(NonEmpty::<String>::try_from(Vec::new()).is_err());
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NonEmpty<T>(Vec<T>);

impl<T> NonEmpty<T> {
    /// The list of one item.
    #[must_use]
    pub fn one(item: T) -> Self {
        Self(vec![item])
    }

    /// Appends an item.
    pub fn push(&mut self, item: T) {
        self.0.push(item);
    }

    /// The first item.
    #[must_use]
    pub fn first(&self) -> &T {
        self.0.first().expect("every constructor ensures an item")
    }

    /// The last item.
    #[must_use]
    pub fn last(&self) -> &T {
        self.0.last().expect("every constructor ensures an item")
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

    /// Appends an item that is read.
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

slice_access!(NonEmpty<T>, [T]);

impl<T> List for NonEmpty<T> {
    type Item = T;
    const MIN: usize = 1;
    const MAX: usize = UNBOUNDED;

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

/// An empty array does not compile.
impl<T, const N: usize> From<[T; N]> for NonEmpty<T>
where
    Array: AtLeast<N, 1>,
{
    fn from(items: [T; N]) -> Self {
        Self(items.into())
    }
}

impl<T> Extend<T> for NonEmpty<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.0.extend(items);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_way_leads_to_an_empty_list() {
        let error = NonEmpty::<u8>::try_from(vec![]).expect_err("no item");
        assert_eq!((error.length(), error.min(), error.max()), (0, 1, None));
        let mut list = NonEmpty::one(1);
        list.extend([2, 3]);
        assert_eq!(list, NonEmpty::from([1, 2, 3]));
        assert_eq!((*list.first(), *list.last()), (1, 3));
        assert_eq!(NonEmpty::try_from(vec![1, 2, 3]), Ok(list));
    }

    #[test]
    fn a_list_is_a_slice_that_can_be_walked() {
        let mut list = NonEmpty::from(["a", "b"]);
        for item in &mut list {
            *item = if *item == "a" { "c" } else { item };
        }
        list.reverse();
        assert_eq!(*list, ["b", "c"]);
        assert_eq!((&list).into_iter().count(), 2);
        assert_eq!(Vec::from(list.clone()), list.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn what_the_reader_fills_is_checked_at_the_end() {
        let mut list = NonEmpty::blank();
        assert!(list.check_length().is_err());
        list.push_unchecked(1);
        assert_eq!(list.check_length(), Ok(()));
    }
}
