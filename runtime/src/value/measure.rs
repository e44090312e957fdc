//! The length of a value as the length facets count it (XML Schema Part 2, section 4.3.1).

use super::facet::characters;
use super::{
    AnyUri, Base64Binary, Entity, HexBinary, Id, IdRef, Language, NcName, NmToken,
    NormalizedString, TextList, Token, XmlName,
};
use crate::list::List;

/// A value that has a length.
pub trait Measured {
    /// Characters of a text, octets of a binary value, items of a list.
    fn measure(&self) -> usize;
}

macro_rules! texts {
    ($($type:ty)*) => {$(
        impl Measured for $type {
            fn measure(&self) -> usize {
                characters(self)
            }
        }
    )*};
}

texts! {
    String NormalizedString Token Language NmToken XmlName NcName Id IdRef Entity AnyUri
}

impl Measured for HexBinary {
    fn measure(&self) -> usize {
        self.0.len()
    }
}

impl Measured for Base64Binary {
    fn measure(&self) -> usize {
        self.len()
    }
}

impl<T, L: List<Item = T>> Measured for TextList<T, L> {
    fn measure(&self) -> usize {
        self.items.as_slice().len()
    }
}
