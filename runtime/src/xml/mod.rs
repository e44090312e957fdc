//! XML 1.0 (Fifth Edition) with Namespaces in XML 1.0 (Third Edition), as SOAP needs it: no
//! document type, bounded, strict, and fast.
//!
//! Nothing here knows XML Schema. Codecs pull a document through a [`Reader`] and push one
//! through a [`Writer`]; [`from_str`] and [`to_string`] do both ends for a generated element.

mod attribute;
mod chars;
mod declaration;
mod decode;
mod document;
mod document_type;
mod error;
mod namespace;
mod options;
mod place;
mod plain;
mod raw;
mod reader;
mod reference;
mod scope;
mod write_error;
mod writer;

pub use crate::limits::Limits;
pub use attribute::Attribute;
pub use decode::decode;
pub use document::{
    from_reader, from_reader_with, from_slice, from_slice_with, from_str, from_str_with, to_string,
    to_writer,
};
pub use error::{ErrorKind, ReadError};
pub(crate) use error::{Escaped, excerpt};
pub use namespace::{
    ADDRESSING, FIRST_GENERATED, NO_NAMESPACE, Name, SOAP_11, SOAP_12, WSSE, WSU, XML, XSI,
};
pub use options::{ReadOptions, Skipped, SkippedItem};
pub use raw::RawXml;
pub(crate) use reader::Beginning;
pub use reader::Reader;
pub use write_error::{WriteError, WriteErrorKind};
pub use writer::Writer;
