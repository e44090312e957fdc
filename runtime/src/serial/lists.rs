//! Lists as sequences; the number of items is checked when they are read.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::encoding::Array;
use crate::list::{Bounded, List, NonEmpty};
use crate::value::TextList;

macro_rules! lists {
    ($ty:ty, [$($bounds:tt)*]) => {
        impl<T: Serialize, $($bounds)*> Serialize for $ty {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.as_slice().serialize(serializer)
            }
        }

        impl<'de, T: Deserialize<'de>, $($bounds)*> Deserialize<'de> for $ty {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let items = Vec::deserialize(deserializer)?;
                Self::try_from(items).map_err(Error::custom)
            }
        }
    };
}

lists!(NonEmpty<T>, []);
lists!(Bounded<T, MIN, MAX>, [const MIN: usize, const MAX: usize]);

impl<T: Serialize, L: List<Item = T>> Serialize for TextList<T, L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_items().as_slice().serialize(serializer)
    }
}

impl<'de, T, L: List<Item = T> + Deserialize<'de>> Deserialize<'de> for TextList<T, L> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        L::deserialize(deserializer).map(Self::new)
    }
}

/// An array of one dimension is a sequence; one of several is its sizes and its items.
impl<T: Serialize, const RANK: usize> Serialize for Array<T, RANK> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let items: &[T] = self;
        if RANK == 1 {
            items.serialize(serializer)
        } else {
            (&self.sizes()[..], items).serialize(serializer)
        }
    }
}

impl<'de, T: Deserialize<'de>, const RANK: usize> Deserialize<'de> for Array<T, RANK> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (sizes, items) = if RANK == 1 {
            let items = Vec::deserialize(deserializer)?;
            (vec![items.len()], items)
        } else {
            <(Vec<usize>, Vec<T>)>::deserialize(deserializer)?
        };
        let sizes: [usize; RANK] = sizes
            .try_into()
            .map_err(|_| D::Error::custom("a size for each dimension is wanted"))?;
        Self::new(sizes, items).map_err(D::Error::custom)
    }
}
