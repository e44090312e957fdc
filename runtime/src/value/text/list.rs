//! Values that are lists of values, separated by white space (XML Schema Part 2, section 2.5.1.2).

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

use super::{Entity, IdRef, ListItem, NmToken};
use crate::list::{List, NonEmpty};
use crate::value::white_space::words;
use crate::value::{DeclarePrefix, Prefixes, TextValue, ValueError, from_text, to_text};

/// A value of `xs:NMTOKENS`.
pub type NmTokens = TextList<NmToken, NonEmpty<NmToken>>;
/// A value of `xs:IDREFS`.
pub type IdRefs = TextList<IdRef, NonEmpty<IdRef>>;
/// A value of `xs:ENTITIES`.
pub type Entities = TextList<Entity, NonEmpty<Entity>>;

/// A list of values in one text, such as `1 2 3`.
///
/// `L` is what holds the items: a `Vec` where any number is allowed, else a list of
/// [`list`](crate::list) whose bounds are those of the length facets.
///
/// ```
/// use wsdl2rs_runtime::value::{NmTokens, TextList};
///
/// let sizes: TextList<u32> = "16  32 64".parse()?;
/// assert_eq!(*sizes, [16, 32, 64]);
/// assert_eq!(sizes.to_string(), "16 32 64");
/// assert!("".parse::<NmTokens>().is_err());
/// # Ok::<(), wsdl2rs_runtime::value::ValueError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TextList<T, L = Vec<T>> {
    pub(in crate::value) items: L,
    item: PhantomData<T>,
}

impl<T, L: List<Item = T>> TextList<T, L> {
    /// The list of these items.
    #[must_use]
    pub const fn new(items: L) -> Self {
        Self { items, item: PhantomData }
    }

    /// The items.
    #[must_use]
    pub fn into_items(self) -> L {
        self.items
    }

    /// The list that holds the items.
    #[cfg(feature = "serde")]
    pub(crate) const fn as_items(&self) -> &L {
        &self.items
    }

    /// Reads each item by `read`.
    fn collect(
        text: &str,
        mut read: impl FnMut(&str) -> Result<T, ValueError>,
    ) -> Result<Self, ValueError> {
        let mut items = L::blank();
        for word in words(text) {
            items.push_unchecked(read(word)?);
        }
        match items.check_length() {
            Ok(()) => Ok(Self::new(items)),
            Err(error) => Err(ValueError::new(TYPE_NAME, error.to_string())),
        }
    }
}

const TYPE_NAME: &str = "list";

/// Items are read with their own type's rules; the text of none of them has white space.
impl<T: ListItem, L: List<Item = T>> TextValue for TextList<T, L> {
    const TYPE_NAME: &'static str = TYPE_NAME;
    const PLAIN: bool = T::PLAIN;
    const USES_PREFIXES: bool = T::USES_PREFIXES;

    fn parse(text: &str) -> Result<Self, ValueError> {
        Self::collect(text, T::parse)
    }

    fn parse_in(text: &str, prefixes: &dyn Prefixes) -> Result<Self, ValueError> {
        Self::collect(text, |word| T::parse_in(word, prefixes))
    }

    fn write(&self, out: &mut String) {
        for (at, item) in self.items.as_slice().iter().enumerate() {
            if at > 0 {
                out.push(' ');
            }
            item.write(out);
        }
    }

    fn write_in(&self, out: &mut String, prefixes: &mut dyn DeclarePrefix) {
        for (at, item) in self.items.as_slice().iter().enumerate() {
            if at > 0 {
                out.push(' ');
            }
            item.write_in(out, prefixes);
        }
    }
}

impl<T: ListItem, L: List<Item = T>> fmt::Display for TextList<T, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&to_text(self))
    }
}

/// Reads a lexical form, items separated by any white space.
impl<T: ListItem, L: List<Item = T>> std::str::FromStr for TextList<T, L> {
    type Err = ValueError;

    fn from_str(text: &str) -> Result<Self, ValueError> {
        from_text(text)
    }
}

impl<T, L: fmt::Debug> fmt::Debug for TextList<T, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TextList").field(&self.items).finish()
    }
}

/// The empty list, where it is allowed.
impl<T> Default for TextList<T> {
    fn default() -> Self {
        Self { items: Vec::new(), item: PhantomData }
    }
}

impl<T, L: Deref<Target = [T]>> Deref for TextList<T, L> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T, L: DerefMut<Target = [T]>> DerefMut for TextList<T, L> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.items
    }
}

impl<T> From<Vec<T>> for TextList<T> {
    fn from(items: Vec<T>) -> Self {
        Self { items, item: PhantomData }
    }
}

/// A length that the bounds of `L` forbid does not compile.
impl<T, L: From<[T; N]>, const N: usize> From<[T; N]> for TextList<T, L> {
    fn from(items: [T; N]) -> Self {
        Self { items: items.into(), item: PhantomData }
    }
}

impl<T> FromIterator<T> for TextList<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::from(Vec::from_iter(items))
    }
}

impl<T, L: IntoIterator<Item = T>> IntoIterator for TextList<T, L> {
    type Item = T;
    type IntoIter = L::IntoIter;

    fn into_iter(self) -> L::IntoIter {
        self.items.into_iter()
    }
}

impl<'a, T, L: Deref<Target = [T]>> IntoIterator for &'a TextList<T, L> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::list::Bounded;

    proptest! {
        #[test]
        fn what_is_written_is_read(items: Vec<i64>) {
            let list = TextList::from(items);
            prop_assert_eq!(from_text(&to_text(&list)), Ok(list));
        }
    }

    #[test]
    fn lists_are_read_by_their_items_and_bounds() {
        let rows: [(&str, Option<&[i32]>); 7] = [
            ("", Some(&[])),
            (" \n", Some(&[])),
            ("1", Some(&[1])),
            ("\t1  -2\n+3 ", Some(&[1, -2, 3])),
            ("1 x", None),
            ("1,2", None),
            ("1 99999999999", None),
        ];
        for (text, items) in rows {
            let list = from_text::<TextList<i32>>(text).ok();
            assert_eq!(list.as_deref(), items, "{text:?}");
        }
        let rows = [("", false), ("1", false), ("1 2", true), ("1 2 3", true), ("1 2 3 4", false)];
        for (text, valid) in rows {
            let list = from_text::<TextList<i32, Bounded<i32, 2, 3>>>(text);
            assert_eq!(list.is_ok(), valid, "{text:?}");
            assert_eq!(list.map_or(text.to_owned(), |list| list.to_string()), text);
        }
    }

    #[test]
    fn the_built_in_lists_are_not_empty() {
        let error = from_text::<NmTokens>(" ").expect_err("no item");
        assert_eq!(error.to_string(), "not a valid list: expected at least 1 item, found 0");
        assert!(from_text::<IdRefs>("a 9").is_err());
        assert_eq!(from_text::<Entities>("a  b").map(|l| l.to_string()), Ok("a b".to_owned()));
    }

    #[test]
    fn lists_are_made_from_vectors_arrays_and_iterators() {
        let list: TextList<i32> = vec![1, 2].into();
        assert_eq!(list, TextList::from([1, 2]));
        assert_eq!(list, (1..3).collect());
        assert_eq!((&list).into_iter().sum::<i32>(), 3);
        assert_eq!(list.into_iter().collect::<Vec<_>>(), [1, 2]);
        let list: TextList<i32, Bounded<i32, 1, 2>> = [7].into();
        assert_eq!(list.into_items().into_vec(), [7]);
    }
}
