//! XML 1.0 with namespaces, as SOAP needs it: no document type, bounded, strict, and fast.

mod error;
mod reader;
mod writer;

pub use error::{ReadError, WriteError};
pub use reader::Reader;
pub use writer::Writer;
