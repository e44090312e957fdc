//! Between `xs:anyType` and the types that it may hold (XML Schema Part 1, section 2.6.1).

use super::AnyType;
use crate::QName;
use crate::codec::{Blank, ReadXml, Tag, WriteXml};
use crate::value;
use crate::value::Prefixes;
use crate::xml::{
    ErrorKind, Place, ReadError, ReadOptions, Reader, WriteError, WriteErrorKind, Writer,
};

/// A type definition with a name (XML Schema Part 1, sections 3.4 and 3.14), which `xsi:type` can
/// give. Generated modules implement it where a contract has places for `xs:anyType`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no type of a schema",
    label = "not a built-in type, nor a generated one of a contract with places for `xs:anyType`"
)]
pub trait NamedType: ReadXml + WriteXml {
    /// The type's expanded name.
    const NAME: QName;

    /// How the generated module numbers and declares namespaces.
    #[doc(hidden)]
    const BINDING: &'static TypeBinding;
}

/// How a generated module reads and writes its types where they stand alone.
#[doc(hidden)]
#[derive(Debug)]
pub struct TypeBinding {
    /// The namespaces of the generated module; the first has the number `xml::FIRST_GENERATED`.
    pub namespaces: &'static [&'static str],
    /// The namespace declarations that its tags need.
    pub declarations: &'static str,
}

const TAG: &Tag = &Tag { start: "<value>", end: "</value>" };

impl AnyType {
    /// The content as a value of `T`, read tolerantly, whatever `xsi:type` says.
    ///
    /// # Errors
    /// When it is not one.
    pub fn decode<T: NamedType>(&self) -> Result<T, ReadError> {
        self.decode_with(&ReadOptions::default())
    }

    /// The content as a value of `T`, whatever `xsi:type` says. Places in errors are those of the
    /// content alone.
    ///
    /// # Errors
    /// When it is not one.
    pub fn decode_with<T: NamedType>(&self, options: &ReadOptions) -> Result<T, ReadError> {
        let mut writer = Writer::new();
        writer.declare(XSI);
        let text = match self.write(TAG, &mut writer) {
            Ok(()) => writer.into_string(),
            Err(error) => {
                let kind = ErrorKind::NotWellFormed(error.to_string().into());
                return Err(ReadError::new(kind, Place::start()));
            }
        };
        let mut reader = Reader::new(&text, T::BINDING.namespaces, options);
        reader.root()?;
        let mut value = T::blank();
        value.read(&mut reader)?;
        reader.finish()?;
        Ok(value)
    }

    /// The content that a value makes, with its type as `xsi:type`.
    ///
    /// # Errors
    /// When a text has a character that XML 1.0 cannot carry.
    pub fn encode<T: NamedType>(value: &T) -> Result<Self, WriteError> {
        let mut writer = Writer::new();
        writer.declare(T::BINDING.declarations);
        value.write(TAG, &mut writer)?;
        let text = writer.into_string();
        let options = ReadOptions::default();
        let mut reader = Reader::new(&text, T::BINDING.namespaces, &options);
        let mut any = Self::blank();
        let read = reader.root().and_then(|_| any.read(&mut reader));
        read.map_err(|error| {
            let kind = WriteErrorKind::InvalidValue(error.to_string().into());
            WriteError::new(kind, "/".to_owned())
        })?;
        any.type_name = Some(any.type_name.unwrap_or(T::NAME));
        Ok(any)
    }
}

const XSI: &str = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

/// The type that `xsi:type` names in the start tag read last. A prefix that is not declared is
/// left out.
pub(super) fn type_name(reader: &Reader<'_>) -> Option<QName> {
    let name = reader.xsi_type()?;
    let (prefix, local) = name.split_once(':').unwrap_or(("", &name));
    let namespace = reader.namespace_of(prefix).unwrap_or_default();
    Some(QName::new(namespace.to_owned(), local.to_owned()))
}

/// The built-in types that are Rust types of their own.
macro_rules! named {
    ($($ty:ty: $name:literal)*) => {$(
        impl NamedType for $ty {
            const NAME: QName = QName::from_static(crate::xml::XSD_URI, $name);
            const BINDING: &'static TypeBinding =
                &TypeBinding { namespaces: &[], declarations: XSI };
        }
    )*};
}

named! {
    bool: "boolean" i8: "byte" i16: "short" i32: "int" i64: "long"
    u8: "unsignedByte" u16: "unsignedShort" u32: "unsignedInt" u64: "unsignedLong"
    f32: "float" f64: "double" String: "string"
    value::Integer: "integer" value::NonNegativeInteger: "nonNegativeInteger"
    value::PositiveInteger: "positiveInteger" value::NonPositiveInteger: "nonPositiveInteger"
    value::NegativeInteger: "negativeInteger" value::Decimal: "decimal"
    value::NormalizedString: "normalizedString" value::Token: "token"
    value::Language: "language" value::NmToken: "NMTOKEN" value::XmlName: "Name"
    value::NcName: "NCName" value::AnyUri: "anyURI"
    value::HexBinary: "hexBinary" value::Base64Binary: "base64Binary"
    value::DateTime: "dateTime" value::Date: "date" value::Time: "time"
    value::GYearMonth: "gYearMonth" value::GYear: "gYear" value::GMonthDay: "gMonthDay"
    value::GDay: "gDay" value::GMonth: "gMonth" value::Duration: "duration"
    QName: "QName"
}
