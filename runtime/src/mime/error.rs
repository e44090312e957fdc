//! Why a message of several parts cannot be read.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use crate::xml::Escaped;

/// Why a message of several parts cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MimeError {
    /// The `Content-Type` of the message is no `multipart/related`, or not one that can be taken
    /// apart (RFC 2045, section 5.1; RFC 2387).
    ContentType(Cow<'static, str>),
    /// The boundary is absent, longer than 70 characters, or has others than a boundary may have
    /// (RFC 2046, section 5.1.1); or more than white space follows it.
    Boundary(&'static str),
    /// The header of a part is no header, or has a field twice that may stand once
    /// (RFC 5322, section 2.2; RFC 2045, section 3).
    Header(Cow<'static, str>),
    /// The `Content-Transfer-Encoding` of a part is unknown, or its content is not in it
    /// (RFC 2045, section 6).
    TransferEncoding(Cow<'static, str>),
    /// A part is a multipart message itself.
    Nested,
    /// Two parts have the same `Content-ID`, which identifies one (RFC 2045, section 7).
    RepeatedId(String),
    /// No part is the root: the one that `start` names is not there, or there is none at all
    /// (RFC 2387, section 3.2).
    NoRoot,
    /// The message ends before its closing boundary.
    Truncated,
    /// A part follows the closing boundary.
    PartAfterEnd,
    /// It is over a limit: the field of [`Limits`](crate::limits::Limits) and its value.
    Limit {
        /// The field of `Limits`.
        limit: &'static str,
        /// The limit's value.
        value: usize,
    },
}

impl fmt::Display for MimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Escaped(f);
        match self {
            Self::ContentType(detail) => write!(out, "Content-Type: {detail}"),
            Self::Boundary(detail) => write!(out, "boundary: {detail}"),
            Self::Header(detail) => write!(out, "header of a part: {detail}"),
            Self::TransferEncoding(detail) => write!(out, "Content-Transfer-Encoding: {detail}"),
            Self::Nested => out.write_str("a part is a multipart message itself"),
            Self::RepeatedId(id) => write!(out, "two parts have the Content-ID <{id}>"),
            Self::NoRoot => out.write_str("no part is the root of the message"),
            Self::Truncated => out.write_str("the message ends before its closing boundary"),
            Self::PartAfterEnd => out.write_str("a part follows the closing boundary"),
            Self::Limit { limit, value } => write!(out, "over the limit `{limit}` of {value}"),
        }
    }
}

impl std::error::Error for MimeError {}
