//! What can be wrong with a document.

use std::borrow::Cow;
use std::fmt::{self, Write};

use super::error::Escaped;
use crate::QName;
use crate::value::ValueError;

/// What is wrong with a document.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// It is not well-formed (XML 1.0 or Namespaces in XML 1.0); the detail says why.
    NotWellFormed(Cow<'static, str>),
    /// It has a document type declaration, which SOAP forbids (SOAP 1.1, section 3).
    DocumentType,
    /// It is of another version than XML 1.0: the version.
    Version(String),
    /// Its character encoding is not accepted, wrong, or not the one that is declared.
    Encoding(Cow<'static, str>),
    /// It is larger than a limit: the field of [`Limits`](super::Limits) and its value.
    Limit {
        /// The field of `Limits`.
        limit: &'static str,
        /// The limit's value.
        value: usize,
    },
    /// The root element is not the expected one.
    WrongRoot {
        /// The name in the document.
        found: QName,
        /// The name that was expected.
        expected: QName,
    },
    /// An element that the content model does not have here.
    UnexpectedElement {
        /// The name in the document.
        found: QName,
        /// The names that may stand here; empty where no element may.
        expected: Vec<QName>,
    },
    /// A required element is not there.
    MissingElement {
        /// The element's name.
        name: QName,
        /// The type whose content lacks it.
        type_name: &'static str,
    },
    /// One of several elements is required, and none of them is there.
    MissingChoice {
        /// The elements' names.
        names: Vec<QName>,
        /// The type whose content lacks them.
        type_name: &'static str,
    },
    /// An element that may stand once stands again.
    RepeatedElement {
        /// The element's name.
        name: QName,
    },
    /// An attribute that the type does not have.
    UnexpectedAttribute {
        /// The attribute's name.
        name: QName,
    },
    /// A required attribute is not there.
    MissingAttribute {
        /// The attribute's name.
        name: QName,
        /// The type that lacks it.
        type_name: &'static str,
    },
    /// Two attributes of one element have the same expanded name.
    RepeatedAttribute {
        /// The attribute's name.
        name: QName,
    },
    /// Text where only elements, or nothing, may stand.
    UnexpectedText {
        /// The first 64 characters.
        excerpt: String,
    },
    /// A text that is not a value of its type.
    InvalidValue {
        /// What was expected.
        error: ValueError,
        /// The first 64 characters of the text.
        excerpt: String,
    },
    /// `xsi:nil` on an element that is not nillable, or content in a nil element
    /// (XML Schema Part 1, section 3.3.4, `cvc-elt.3`).
    NotNillable {
        /// The element's name.
        name: QName,
    },
    /// A value other than the fixed one (XML Schema Part 1, `cvc-elt.5.2.2`, `cvc-au`).
    FixedValue {
        /// The fixed value.
        expected: Cow<'static, str>,
        /// The first 64 characters of the text.
        excerpt: String,
    },
    /// An element or group stands too rarely or too often.
    Occurrence {
        /// The element's or group's name.
        name: Cow<'static, str>,
        /// How often it stands at least; what follows the last one that fits is not counted.
        found: usize,
        /// How often it must stand.
        min: usize,
        /// How often it may stand, if bounded.
        max: Option<usize>,
    },
    /// `xsi:type` names a type that cannot stand here
    /// (XML Schema Part 1, section 3.3.4, `cvc-elt.4`).
    UnknownType {
        /// The value of `xsi:type`, expanded where its prefix is bound.
        found: String,
        /// The types that can stand here.
        expected: Vec<QName>,
    },
    /// The declared type is abstract and no `xsi:type` names another
    /// (XML Schema Part 1, `cvc-type.2`).
    AbstractType {
        /// The abstract type.
        type_name: &'static str,
    },
    /// An element that can only be nil is not: no document has its type.
    NotNil,
    /// Elements of mixed content that are too many, too few, or not in the order of the content
    /// model.
    Order {
        /// The type whose content it is.
        type_name: &'static str,
    },
    /// An array of the SOAP encoding whose items are not at the places that it says to have
    /// (SOAP 1.1, section 5.4.2).
    Array {
        /// What is wrong with it.
        detail: Cow<'static, str>,
    },
    /// A reference of the SOAP encoding that leads to no value (SOAP 1.1, section 5.4.1).
    Reference {
        /// The value of `href`.
        href: String,
        /// Where it leads.
        detail: &'static str,
    },
    /// A SOAP header block that must be understood is not (SOAP 1.1, section 4.2.3).
    NotUnderstood {
        /// The header block's name.
        name: QName,
    },
    /// An element `xop:Include` that stands for no octets: it is not in a message of several
    /// parts, or names none of them (XOP 1.0, sections 2.1 and 3.2).
    Include(Cow<'static, str>),
    /// The timestamp of a message is over (WS-Security: SOAP Message Security 1.1, section 10).
    Expired {
        /// The text of `Expires`.
        excerpt: String,
    },
    /// The timestamp of a message is of a time to come.
    Early {
        /// The text of `Created`.
        excerpt: String,
    },
    /// An answer to another message (WS-Addressing 1.0 Core, section 3.3).
    Unrelated {
        /// The first 64 characters of `RelatesTo`.
        excerpt: String,
    },
    /// The source of the document failed.
    Io(std::io::Error),
}

/// The message without the place.
impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Escaped(f);
        match self {
            Self::NotWellFormed(detail) => write!(out, "not well-formed: {detail}"),
            Self::DocumentType => out.write_str("document type declarations are refused"),
            Self::Version(version) => write!(out, "XML {version} is refused, XML 1.0 is read"),
            Self::Encoding(detail) => write!(out, "character encoding: {detail}"),
            Self::Limit { limit, value } => write!(out, "over the limit `{limit}` of {value}"),
            Self::WrongRoot { found, expected } => {
                write!(out, "root element is {found}, expected {expected}")
            }
            Self::UnexpectedElement { found, expected } => {
                write!(out, "unexpected element {found}{}", Expected(expected))
            }
            Self::MissingElement { name, type_name } => {
                write!(out, "missing element {name} in {type_name}")
            }
            Self::MissingChoice { names, type_name } => {
                write!(out, "missing one of {} in {type_name}", Names(names))
            }
            Self::RepeatedElement { name } => write!(out, "repeated element {name}"),
            Self::UnexpectedAttribute { name } => write!(out, "unexpected attribute {name}"),
            Self::MissingAttribute { name, type_name } => {
                write!(out, "missing attribute {name} in {type_name}")
            }
            Self::RepeatedAttribute { name } => write!(out, "repeated attribute {name}"),
            Self::UnexpectedText { excerpt } => write!(out, "unexpected text \"{excerpt}\""),
            Self::InvalidValue { error, excerpt } => write!(out, "\"{excerpt}\" is {error}"),
            Self::NotNillable { name } => write!(out, "element {name} must not be nil"),
            Self::FixedValue { expected, excerpt } => {
                write!(out, "\"{excerpt}\" is not the fixed value \"{expected}\"")
            }
            Self::Occurrence { name, found, min, max } => {
                write!(out, "count of {name} is {found}, expected {}", Bounds(*min, *max))
            }
            Self::UnknownType { found, expected } => {
                write!(out, "xsi:type {found} cannot stand here{}", Expected(expected))
            }
            Self::AbstractType { type_name } => {
                write!(out, "{type_name} is abstract and xsi:type names no other type")
            }
            Self::NotNil => out.write_str(ONLY_NIL),
            Self::Order { type_name } => write!(out, "the elements of {type_name} {DISORDER}"),
            Self::Array { detail } => write!(out, "array: {detail}"),
            Self::Reference { href, detail } => write!(out, "reference \"{href}\" {detail}"),
            Self::NotUnderstood { name } => {
                write!(out, "header {name} must be understood and is not")
            }
            Self::Include(detail) => write!(out, "xop:Include: {detail}"),
            Self::Expired { excerpt } => write!(out, "the message expired at {excerpt}"),
            Self::Early { excerpt } => {
                write!(out, "the message is of {excerpt}, which is yet to come")
            }
            Self::Unrelated { excerpt } => {
                write!(out, "the message answers another one, \"{excerpt}\"")
            }
            Self::Io(error) => write!(out, "reading failed: {error}"),
        }
    }
}

const ONLY_NIL: &str = "no document has the type of the element: it can only be nil";

const DISORDER: &str = "are not those, or not in the order, that its content model allows";

/// The least and the greatest number, where there is a greatest.
struct Bounds(usize, Option<usize>);

impl fmt::Display for Bounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self(min, Some(max)) => write!(f, "{min} to {max}"),
            Self(min, None) => write!(f, "at least {min}"),
        }
    }
}

struct Expected<'a>(&'a [QName]);

impl fmt::Display for Expected<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            [] => Ok(()),
            [name] => write!(f, ", expected {name}"),
            names => write!(f, ", expected one of {}", Names(names)),
        }
    }
}

/// Names with commas between them.
struct Names<'a>(&'a [QName]);

impl fmt::Display for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, name) in self.0.iter().enumerate() {
            let before = if index == 0 { "" } else { ", " };
            write!(f, "{before}{name}")?;
        }
        Ok(())
    }
}
