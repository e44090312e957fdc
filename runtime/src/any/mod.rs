//! What a schema leaves open: the content of `xs:anyType`, the attributes of `xs:anyAttribute`,
//! text without a type. (The elements of `xs:any` are [`RawXml`](crate::xml::RawXml).)
//!
//! All of it is kept with the namespaces that its prefixes mean, so that reading it and writing it
//! again, be it in another document, loses nothing.

mod attributes;
mod content;
mod nothing;
mod simple;
mod text;
mod typed;

pub use attributes::{AnyAttribute, AnyAttributes};
pub use content::{AnyNode, AnyType};
pub use nothing::NoValue;
pub use simple::AnySimpleType;
pub use text::AnyText;
pub use typed::{NamedType, TypeBinding};
