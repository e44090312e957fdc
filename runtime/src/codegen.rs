//! Everything that generated code may name. Not covered by semantic versioning on its own: the
//! generator and the runtime share a minor version, and a mismatch fails to compile.

/// The contract of this minor version.
pub mod v1 {
    pub use crate::codec::{Binding, Blank, ReadXml, Tag, WriteXml};
    pub use crate::value::{TextValue, ValueError, WhiteSpace};
    pub use crate::xml::{ReadError, Reader, WriteError, Writer};
    pub use crate::{Element, QName};
}
