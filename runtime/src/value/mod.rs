//! The built-in simple types of XML Schema 1.0 Part 2 as Rust types with exact lexical forms.
//!
//! Each maps the lexical space of its type to values and back: nothing is rounded, no zone is
//! dropped. One form is written of each value: the canonical one, but that numbers are as plain as
//! Part 2 allows (`5` and not `5.0` or `5E0`), and that a zone is kept and not turned into UTC.
//!
//! Features named after crates convert values: `chrono`, `jiff` and `time`, `rust_decimal`,
//! `bigdecimal` and `num-bigint`. They never round, and never drop or invent a zone.

mod binary;
mod blank;
mod boolean;
mod convert;
mod date_time;
mod error;
pub mod facet;
mod forms;
mod measure;
mod nillable;
mod number;
#[cfg(feature = "pattern")]
mod pattern;
mod qname;
#[cfg(feature = "pattern")]
mod spelled;
mod text;
mod white_space;

use bytes::Bytes;

use crate::transport::Piece;

pub use binary::{Attachment, Base64Binary, HexBinary};
pub use date_time::{
    Date, DateTime, Duration, GDay, GMonth, GMonthDay, GYear, GYearMonth, Offset, Time,
};
pub use error::ValueError;
pub use measure::Measured;
pub use nillable::Nillable;
pub use number::{
    Decimal, Integer, NegativeInteger, NonNegativeInteger, NonPositiveInteger, PositiveInteger,
};
#[cfg(feature = "pattern")]
pub use pattern::Pattern;
#[cfg(feature = "pattern")]
pub use spelled::Spelled;
pub(crate) use text::is_nc_name;
pub use text::{
    AnyUri, Entities, Entity, Id, IdRef, IdRefs, Language, ListItem, NcName, NmToken, NmTokens,
    NormalizedString, TextList, Token, Word, XmlName,
};
pub use white_space::{from_text, normalize, normalized, to_text};

/// How white space in a lexical form is treated before it is read
/// (XML Schema Part 2, section 4.3.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhiteSpace {
    /// Kept as it is.
    Preserve,
    /// Each tab, line feed and carriage return becomes a space.
    Replace,
    /// As `Replace`, then runs become one space and both ends are trimmed.
    Collapse,
}

/// Resolves prefixes where a value stands, for `xs:QName` and `xs:NOTATION`.
pub trait Prefixes {
    /// The namespace bound to `prefix`, if any; the empty prefix asks for the default namespace.
    fn namespace_of(&self, prefix: &str) -> Option<&str>;
}

/// Gives prefixes to namespaces while a value is written.
pub trait DeclarePrefix {
    /// A prefix bound to `namespace` where the value is written; declared if need be.
    fn prefix_for(&mut self, namespace: &str) -> &str;

    /// Binds this prefix to `namespace` where the value is written, if it is free there; whether
    /// it is bound so.
    fn bind(&mut self, prefix: &str, namespace: &str) -> bool {
        let _ = (prefix, namespace);
        false
    }
}

/// A simple type: text in, value out, and back.
pub trait TextValue: Sized {
    /// The type's name for error messages, such as `xs:int` or the name of a generated type.
    const TYPE_NAME: &'static str;
    /// Whether lexical forms have prefixes that must be declared where they stand.
    const USES_PREFIXES: bool = false;
    /// Whether no written form has a character that XML escapes or forbids, so that none is looked
    /// for.
    const PLAIN: bool = false;
    /// Whether values are octets, which may stand in another part of a message
    /// (XOP 1.0, section 2): then there is [`from_octets`](Self::from_octets).
    const OCTETS: bool = false;
    /// How white space is treated before `parse` sees the text.
    const WHITE_SPACE: WhiteSpace = WhiteSpace::Collapse;

    /// Reads a lexical form to which `WHITE_SPACE` has been applied already.
    ///
    /// # Errors
    /// When `text` is not in the type's lexical space or breaks one of its facets.
    fn parse(text: &str) -> Result<Self, ValueError>;

    /// As [`parse`](Self::parse), with the prefixes in scope; only names need them.
    ///
    /// # Errors
    /// As [`parse`](Self::parse), and for a prefix that is not bound.
    fn parse_in(text: &str, prefixes: &dyn Prefixes) -> Result<Self, ValueError> {
        let _ = prefixes;
        Self::parse(text)
    }

    /// The value of octets whose lexical form is not there.
    ///
    /// # Errors
    /// When they break a facet of the type, or it is not one of octets.
    fn from_octets(octets: Bytes) -> Result<Self, ValueError> {
        let _ = octets;
        Err(ValueError::new(Self::TYPE_NAME, "expected text, found octets"))
    }

    /// The octets of a value that another part of a message may hold.
    fn octets(&self) -> Option<Piece> {
        None
    }

    /// How white space in a text of this value was treated: a union's members have each their own.
    fn white_space(&self) -> WhiteSpace {
        Self::WHITE_SPACE
    }

    /// Appends the lexical form that is written; it is not escaped yet.
    fn write(&self, out: &mut String);

    /// As [`write`](Self::write), declaring prefixes as needed; only names do.
    fn write_in(&self, out: &mut String, prefixes: &mut dyn DeclarePrefix) {
        let _ = prefixes;
        self.write(out);
    }
}
