//! `serde` for values, for logs, stores and JSON: not for messages, whose form is XML.
//!
//! Numbers that the language has, and truth values, are themselves; all other simple types are
//! their lexical form, so that nothing is rounded. What is read is checked as in a message.

mod checked;
pub mod float;
mod lists;
mod nillable;
mod open;
#[cfg(feature = "pattern")]
mod spelled;
mod text;

pub use checked::checked;
pub use nillable::present;

/// Secrets have no form.
///
/// ```compile_fail,E0277
/// # use wsdl2rs_runtime::{codegen::v1::serde::Serialize, secret::Secret};
/// fn is_serialized<T: Serialize>(_: &T) {}
/// is_serialized(&Secret::new("key"));
/// ```
///
/// ```
/// # use wsdl2rs_runtime::codegen::v1::serde::Serialize;
/// fn is_serialized<T: Serialize>(_: &T) {}
/// is_serialized(&wsdl2rs_runtime::value::Token::from("text"));
/// ```
#[cfg(doctest)]
struct MustNotCompile;

#[cfg(test)]
mod tests;
