//! Global element declarations as types.

use crate::QName;
use crate::codec::{ReadXml, WriteXml};

/// A global element declaration (XML Schema Part 1, section 3.3), named by a zero-sized marker.
///
/// Generated modules implement it once for each global element, so that
/// `xml::from_str::<elements::Quote>(…)` reads a document whose root is that element.
pub trait Element {
    /// The Rust type of the element's content.
    type Value: ReadXml + WriteXml;
    /// The element's expanded name.
    const NAME: QName;

    /// How the generated module numbers namespaces and writes this element.
    #[doc(hidden)]
    const BINDING: crate::codec::Binding;
}
