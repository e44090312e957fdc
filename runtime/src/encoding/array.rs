//! Arrays of one and more dimensions (SOAP 1.1, section 5.4.2).

use std::fmt;
use std::ops::{Deref, DerefMut};

/// An array with `RANK` dimensions. Its items stand in one row, the last index running fastest, as
/// they do in a message; it dereferences to that row.
///
/// ```
/// use wsdl2rs_runtime::encoding::Array;
///
/// let names = Array::from(["Ada", "Grace"]);
/// assert_eq!(names.len(), 2);
///
/// let board = Array::new([2, 3], vec![1, 2, 3, 4, 5, 6])?;
/// assert_eq!(board.at([1, 0]), Some(&4));
/// assert!(Array::new([2, 2], vec![1]).is_err());
/// # Ok::<(), wsdl2rs_runtime::encoding::ShapeError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Array<T, const RANK: usize = 1> {
    sizes: [usize; RANK],
    items: Vec<T>,
}

/// A number of items that is not the product of the sizes of an array.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShapeError {
    items: usize,
}

impl fmt::Display for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} items are not as many as the sizes of the array make", self.items)
    }
}

impl std::error::Error for ShapeError {}

impl<T, const RANK: usize> Array<T, RANK> {
    /// An array of these sizes.
    ///
    /// # Errors
    /// When the number of items is not the product of the sizes.
    pub fn new(sizes: [usize; RANK], items: Vec<T>) -> Result<Self, ShapeError> {
        if product(&sizes) == Some(items.len()) {
            Ok(Self { sizes, items })
        } else {
            Err(ShapeError { items: items.len() })
        }
    }

    /// The number of items in each dimension.
    #[must_use]
    pub fn sizes(&self) -> [usize; RANK] {
        self.sizes
    }

    /// The item at a place, an index from 0 for each dimension; `None` outside of the array.
    #[must_use]
    pub fn at(&self, place: [usize; RANK]) -> Option<&T> {
        self.items.get(index(&self.sizes, &place)?)
    }

    /// The item at a place, to be changed.
    #[must_use]
    pub fn at_mut(&mut self, place: [usize; RANK]) -> Option<&mut T> {
        self.items.get_mut(index(&self.sizes, &place)?)
    }

    /// The items in one row.
    #[must_use]
    pub fn into_items(self) -> Vec<T> {
        self.items
    }

    /// An array that has been read.
    pub(super) fn of_read(sizes: [usize; RANK], items: Vec<T>) -> Self {
        Self { sizes, items }
    }
}

/// The number of items of an array; `None` where no number can say it.
pub(super) fn product(sizes: &[usize]) -> Option<usize> {
    sizes.iter().try_fold(1_usize, |product, size| product.checked_mul(*size))
}

/// The index in one row of the item at a place; `None` outside of the sizes.
pub(super) fn index(sizes: &[usize], place: &[usize]) -> Option<usize> {
    sizes.iter().zip(place).try_fold(0_usize, |index, (size, at)| {
        if at >= size {
            return None;
        }
        index.checked_mul(*size)?.checked_add(*at)
    })
}

impl<T, const RANK: usize> Default for Array<T, RANK> {
    fn default() -> Self {
        Self { sizes: [0; RANK], items: Vec::new() }
    }
}

impl<T: fmt::Debug, const RANK: usize> fmt::Debug for Array<T, RANK> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if RANK == 1 {
            return self.items.fmt(f);
        }
        f.debug_struct("Array").field("sizes", &self.sizes).field("items", &self.items).finish()
    }
}

impl<T, const RANK: usize> Deref for Array<T, RANK> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<T, const RANK: usize> DerefMut for Array<T, RANK> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.items
    }
}

impl<T> From<Vec<T>> for Array<T> {
    fn from(items: Vec<T>) -> Self {
        Self { sizes: [items.len()], items }
    }
}

impl<T, const N: usize> From<[T; N]> for Array<T> {
    fn from(items: [T; N]) -> Self {
        Self::from(Vec::from(items))
    }
}

impl<T> FromIterator<T> for Array<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::from(items.into_iter().collect::<Vec<T>>())
    }
}

impl<T> Extend<T> for Array<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.items.extend(items);
        self.sizes = [self.items.len()];
    }
}

impl<T, const RANK: usize> From<Array<T, RANK>> for Vec<T> {
    fn from(array: Array<T, RANK>) -> Self {
        array.items
    }
}

impl<T, const RANK: usize> IntoIterator for Array<T, RANK> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'a, T, const RANK: usize> IntoIterator for &'a Array<T, RANK> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}
