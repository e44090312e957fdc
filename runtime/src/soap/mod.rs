//! SOAP 1.1 and 1.2 messages: the envelope around a body, and faults.
//!
//! Sections named "SOAP 1.1" are of the W3C Note of May 2000, "SOAP 1.2" of Part 1, Second Edition.

mod fault;
mod fault_reader;
mod headers;
mod reader;
mod version;
mod writer;

pub use fault::{DetailEntry, Fault, FaultKind, Reason};
pub use headers::Headers;
pub use version::Version;

pub(crate) use fault_reader::prefix;
pub(crate) use reader::{Message, read_message};
pub(crate) use writer::write_message;
