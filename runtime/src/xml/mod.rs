//! XML 1.0 (Fifth Edition) with Namespaces in XML 1.0 (Third Edition), as SOAP needs it: no
//! document type, bounded, strict, and fast.
//!
//! Nothing here knows XML Schema. Codecs pull a document through a [`Reader`] and push one
//! through a [`Writer`]; [`from_str`] and [`to_string`] do both ends for a generated element.
//!
//! ```
//! # use wsdl2rs_runtime::codec::{Binding, Blank, Complex, Content, Entry, ReadXml, Table, Tag};
//! # use wsdl2rs_runtime::codegen::v1;
//! # use wsdl2rs_runtime::codec::{WriteXml, read_element, write_element};
//! # use wsdl2rs_runtime::xml::{FIRST_GENERATED, ReadError, Reader, WriteError, Writer};
//! # use wsdl2rs_runtime::{Element, QName};
//! # pub struct Quote { symbol: String }
//! # impl Blank for Quote {
//! #     fn blank() -> Self { Self { symbol: String::new() } }
//! # }
//! # impl Complex for Quote {
//! #     fn table(&self) -> &'static Table {
//! #         static ENTRIES: &[Entry] =
//! #             &[v1::element!(16, "q:", "Symbol")];
//! #         static TABLE: Table = Table::new("Quote", &[], Content::Sequence, ENTRIES);
//! #         &TABLE
//! #     }
//! #     fn read_member(&mut self, _: usize, reader: &mut Reader<'_>) -> Result<(), ReadError> {
//! #         self.symbol.read(reader)
//! #     }
//! #     fn write_content(&self, writer: &mut Writer) -> Result<(), WriteError> {
//! #         self.symbol.write(self.table().tag(0), writer)
//! #     }
//! # }
//! # impl ReadXml for Quote {
//! #     fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
//! #         read_element(self, reader)
//! #     }
//! # }
//! # impl WriteXml for Quote {
//! #     fn write(&self, tag: &'static Tag, writer: &mut Writer) -> Result<(), WriteError> {
//! #         write_element(self, tag, writer)
//! #     }
//! # }
//! # mod elements { pub struct Quote; }
//! # impl Element for elements::Quote {
//! #     type Value = Quote;
//! #     const NAME: QName = QName::from_static("urn:quotes", "Quote");
//! #     const BINDING: Binding = Binding {
//! #         namespaces: &["urn:quotes"],
//! #         namespace: FIRST_GENERATED,
//! #         tag: &Tag { start: "<q:Quote>", end: "</q:Quote>" },
//! #         declarations: " xmlns:q=\"urn:quotes\"",
//! #     };
//! # }
//! use wsdl2rs_runtime::xml::{self, ErrorKind, ReadOptions};
//!
//! let quote = Quote { symbol: "AT&T".into() };
//! let text = xml::to_string::<elements::Quote>(&quote)?;
//! assert!(text.contains("<q:Symbol>AT&amp;T</q:Symbol>"));
//! assert_eq!(xml::from_str::<elements::Quote>(&text)?.symbol, "AT&T");
//!
//! // An element that the schema does not know is skipped, and reported to who asks.
//! let newer = "<Quote xmlns='urn:quotes'><Symbol>T</Symbol><Venue>N</Venue></Quote>";
//! let (sender, skipped) = std::sync::mpsc::channel();
//! let tolerant = ReadOptions::default().on_skipped(move |what| {
//!     let _ = sender.send(what.to_string());
//! });
//! assert_eq!(xml::from_str_with::<elements::Quote>(newer, &tolerant)?.symbol, "T");
//! assert!(skipped.recv()?.ends_with("skipped element {urn:quotes}Venue"));
//!
//! // Strict reading refuses it, and says where it stands.
//! let Err(error) = xml::from_str_with::<elements::Quote>(newer, &ReadOptions::strict()) else {
//!     panic!("the schema has no Venue");
//! };
//! assert!(matches!(error.kind(), ErrorKind::UnexpectedElement { .. }));
//! assert_eq!((error.line(), error.column()), (1, 45));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod attribute;
mod chars;
mod declaration;
mod decode;
mod document;
mod document_type;
mod error;
mod error_kind;
mod items;
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
pub(crate) use chars::is_name_start;
pub use decode::decode;
pub use document::{
    from_reader, from_reader_with, from_slice, from_slice_with, from_str, from_str_with, to_string,
    to_writer,
};
pub use error::{ErrorKind, ReadError};
pub(crate) use error::{Escaped, excerpt};
pub use items::{Items, items, items_with};
pub use namespace::{
    ADDRESSING, FIRST_GENERATED, NO_NAMESPACE, Name, SOAP_11, SOAP_12, SOAP_ENCODING, WSSE, WSU,
    XML, XSI,
};
pub(crate) use namespace::{XSD_URI, XSI_URI, namespace_of};
pub use options::{ReadOptions, Skipped, SkippedItem};
pub(crate) use place::{Place, place_of};
pub use raw::RawXml;
pub use reader::Reader;
pub(crate) use reader::SimpleContent;
pub use write_error::{WriteError, WriteErrorKind};
pub use writer::Writer;
pub(crate) use writer::escaped;
pub(crate) use writer::push_attribute_text;
pub(crate) use writer::{OutgoingPart, OutgoingParts};
