//! SOAP 1.1 and 1.2 messages: the envelope around a body, and faults.
//!
//! Sections named "SOAP 1.1" are of the W3C Note of May 2000, "SOAP 1.2" of Part 1, Second Edition.
//!
//! A [`Fault`] reads alike in both versions:
//!
//! ```
//! # use wsdl2rs_runtime::client::{NoDeclaredFault, Operation};
//! # use wsdl2rs_runtime::codec::{Binding, Tag};
//! # use wsdl2rs_runtime::value::Decimal;
//! # use wsdl2rs_runtime::xml::FIRST_GENERATED;
//! # use wsdl2rs_runtime::{Element, QName};
//! # struct Price;
//! # impl Element for Price {
//! #     type Value = Decimal;
//! #     const NAME: QName = QName::from_static("urn:quotes", "Price");
//! #     const BINDING: Binding = Binding {
//! #         namespaces: &["urn:quotes"],
//! #         namespace: FIRST_GENERATED,
//! #         tag: &Tag { start: "<q:Price>", end: "</q:Price>" },
//! #         declarations: " xmlns:q=\"urn:quotes\"",
//! #     };
//! # }
//! # struct Symbol;
//! # impl Element for Symbol {
//! #     type Value = String;
//! #     const NAME: QName = QName::from_static("urn:quotes", "Symbol");
//! #     const BINDING: Binding = Binding {
//! #         namespaces: &["urn:quotes"],
//! #         namespace: FIRST_GENERATED,
//! #         tag: &Tag { start: "<q:Symbol>", end: "</q:Symbol>" },
//! #         declarations: " xmlns:q=\"urn:quotes\"",
//! #     };
//! # }
//! # struct GetPrice;
//! # impl Operation for GetPrice {
//! #     const NAME: &'static str = "GetPrice";
//! #     const SOAP_ACTION: &'static str = "urn:quotes#GetPrice";
//! #     const VERSION: Version = Version::V12;
//! #     type Input = Symbol;
//! #     type Output = Price;
//! #     type Fault = NoDeclaredFault;
//! # }
//! use wsdl2rs_runtime::client::{CallError, blocking::Client};
//! use wsdl2rs_runtime::soap::{FaultKind, Version};
//! use wsdl2rs_runtime::transport::recorded::Recorded;
//!
//! let answer = format!(
//!     "<e:Envelope xmlns:e='{}'><e:Body><e:Fault>\
//!      <e:Code><e:Value>e:Sender</e:Value></e:Code>\
//!      <e:Reason><e:Text xml:lang='en'>No such symbol</e:Text></e:Reason>\
//!      </e:Fault></e:Body></e:Envelope>",
//!     Version::V12.namespace(),
//! );
//! let transport = Recorded::default().answer(400, Version::V12.media_type(), answer);
//! let client = Client::new(transport, "https://quotes.example/");
//!
//! let Err(CallError::Fault(fault)) = client.call::<GetPrice>(&"?".to_owned()) else {
//!     panic!("the answer is a fault");
//! };
//! // The request is at fault, so sending it again does not help.
//! assert_eq!(fault.kind(), FaultKind::Sender);
//! assert_eq!(fault.reason(), "No such symbol");
//! assert_eq!(Version::of_namespace(fault.code.namespace()), Some(Version::V12));
//! ```

pub mod addressing;
#[cfg(feature = "test-util")]
mod answer_writer;
mod fault;
mod fault_reader;
mod header_block;
mod header_reader;
mod headers;
mod reader;
mod receive;
mod version;
mod writer;

pub use fault::{DetailEntry, Fault, FaultKind, Reason};
pub use header_block::HeaderBlock;
pub use headers::Headers;
pub use version::Version;

#[cfg(feature = "test-util")]
pub(crate) use answer_writer::{FaultText, write_answer, write_fault};
pub(crate) use fault_reader::prefix;
pub(crate) use header_reader::read_header_blocks;
pub(crate) use headers::KeptBlock;
pub(crate) use reader::{Message, read_message};
pub(crate) use receive::Receiver;
pub(crate) use writer::write_message;
