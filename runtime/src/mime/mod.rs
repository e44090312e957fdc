//! Messages of several parts: `multipart/related` (RFC 2387) with an envelope as its root, as MTOM
//! with XOP 1.0 and SOAP Messages with Attachments have them.
//!
//! A [`Multipart`] takes a body as it arrives and does no I/O. What it refuses is what receivers
//! are known to disagree about, so that no two of them see two messages in one:
//!
//! ```
//! use wsdl2rs_runtime::limits::Limits;
//! use wsdl2rs_runtime::mime::Multipart;
//!
//! let content_type = "multipart/related; boundary=b; type=\"application/xop+xml\"";
//! let body = "--b\r\nContent-Type: application/xop+xml; charset=utf-8\r\n\r\n<root/>\r\n\
//!             --b\r\nContent-ID: <picture@example.com>\r\n\r\n\0\x01\x02\r\n--b--";
//! let limits = Limits::default();
//! let mut multipart = Multipart::new(content_type, &limits)?;
//! for chunk in body.as_bytes().chunks(7) {
//!     multipart.push(chunk)?;
//! }
//! let (root, parts) = multipart.finish()?.into_root_and_parts();
//! assert_eq!(*root.octets(), "<root/>");
//! assert_eq!(*parts.by_id("picture@example.com").expect("it is there").octets(), "\0\x01\x02");
//! # Ok::<(), wsdl2rs_runtime::mime::MimeError>(())
//! ```

mod boundary;
mod content_id;
mod error;
mod header;
mod media_type;
mod multipart;
mod part;
mod received;
mod related;
mod transfer;

pub use error::MimeError;
pub use multipart::Multipart;
pub use part::{Part, Parts};
pub use received::Received;
pub use related::Related;

pub(crate) use content_id::of_url;
pub(crate) use media_type::MediaType;
