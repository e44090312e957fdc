//! The encoding of SOAP 1.1, section 5, which bindings ask for by `use="encoded"` (WSDL 1.1,
//! section 3.5): arrays, and references from one value to another.
//!
//! What else the encoding says is what a schema says as well, with `xsi:type` on each value.

mod array;
mod codec;
mod implement;
mod references;
mod sizes;

pub use array::{Array, ShapeError};
pub use codec::{ArrayTable, read_array, write_array};
pub(crate) use references::resolve;

/// The value of `encodingStyle` (SOAP 1.1, section 5).
pub const STYLE: &str = "http://schemas.xmlsoap.org/soap/encoding/";
