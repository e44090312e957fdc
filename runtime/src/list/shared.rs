//! What the bounded lists have in common: they read as a slice and give their items back.

/// Implements access to the items of a list that wraps a `Vec` as its only member.
macro_rules! slice_access {
    ($type:ty, [$($parameters:tt)*]) => {
        impl<$($parameters)*> ::std::ops::Deref for $type {
            type Target = [T];

            fn deref(&self) -> &[T] {
                &self.0
            }
        }

        impl<$($parameters)*> ::std::ops::DerefMut for $type {
            fn deref_mut(&mut self) -> &mut [T] {
                &mut self.0
            }
        }

        impl<$($parameters)*> AsRef<[T]> for $type {
            fn as_ref(&self) -> &[T] {
                &self.0
            }
        }

        impl<$($parameters)*> From<$type> for Vec<T> {
            fn from(list: $type) -> Self {
                list.0
            }
        }

        impl<$($parameters)*> IntoIterator for $type {
            type Item = T;
            type IntoIter = ::std::vec::IntoIter<T>;

            fn into_iter(self) -> Self::IntoIter {
                self.0.into_iter()
            }
        }

        impl<'a, $($parameters)*> IntoIterator for &'a $type {
            type Item = &'a T;
            type IntoIter = ::std::slice::Iter<'a, T>;

            fn into_iter(self) -> Self::IntoIter {
                self.0.iter()
            }
        }

        impl<'a, $($parameters)*> IntoIterator for &'a mut $type {
            type Item = &'a mut T;
            type IntoIter = ::std::slice::IterMut<'a, T>;

            fn into_iter(self) -> Self::IntoIter {
                self.0.iter_mut()
            }
        }

        impl<$($parameters)*> ::std::fmt::Debug for $type
        where
            T: ::std::fmt::Debug,
        {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.fmt(f)
            }
        }

        /// An error where the number of items is out of bounds.
        impl<$($parameters)*> TryFrom<Vec<T>> for $type {
            type Error = $crate::list::LengthError;

            fn try_from(items: Vec<T>) -> Result<Self, Self::Error> {
                let list = Self(items);
                $crate::list::List::check_length(&list).map(|()| list)
            }
        }

        impl<$($parameters)*> $crate::codec::Blank for $type {
            fn blank() -> Self {
                Self(Vec::new())
            }
        }
    };
}

pub(super) use slice_access;

/// Appends an item that is read.
#[inline]
pub(crate) fn push<T>(items: &mut Vec<T>, item: T) {
    make_room(items);
    items.push(item);
}

/// Makes room for an item. A `Vec` by itself would first make room for four; most lists in
/// messages are shorter.
#[inline]
pub(crate) fn make_room<T>(items: &mut Vec<T>) {
    if items.len() == items.capacity() {
        items.reserve_exact(items.len().max(1));
    }
}
