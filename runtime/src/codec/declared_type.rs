//! `xsi:type` where no other type than the declared one can stand: it may only repeat that
//! (XML Schema Part 1, section 3.3.4, `cvc-elt.4.3`). Looked at by strict reading.

use super::Table;
use crate::QName;
use crate::xml::{self, ErrorKind, Name, ReadError, Reader};

const XSI_TYPE: Name<'_> = Name { namespace: xml::XSI, local: "type" };

/// The built-in types that are derived from another than `xs:anySimpleType`, and from which
/// (XML Schema Part 2, section 3).
const BASES: [(&str, &str); 22] = [
    ("normalizedString", "string"),
    ("token", "normalizedString"),
    ("language", "token"),
    ("NMTOKEN", "token"),
    ("Name", "token"),
    ("NCName", "Name"),
    ("ID", "NCName"),
    ("IDREF", "NCName"),
    ("ENTITY", "NCName"),
    ("integer", "decimal"),
    ("nonPositiveInteger", "integer"),
    ("long", "integer"),
    ("nonNegativeInteger", "integer"),
    ("negativeInteger", "nonPositiveInteger"),
    ("int", "long"),
    ("short", "int"),
    ("byte", "short"),
    ("unsignedLong", "nonNegativeInteger"),
    ("positiveInteger", "nonNegativeInteger"),
    ("unsignedInt", "unsignedLong"),
    ("unsignedShort", "unsignedInt"),
    ("unsignedByte", "unsignedShort"),
];

/// Judges the attribute at `position`, should it be `xsi:type`, on an element of a complex type.
#[cold]
#[inline(never)]
pub(super) fn judge(
    position: usize,
    table: &'static Table,
    reader: &Reader<'_>,
) -> Result<(), ReadError> {
    let is_type = |attribute: xml::Attribute<'_>| attribute.name() == XSI_TYPE;
    if !reader.attribute(position).is_some_and(is_type) {
        return Ok(());
    }
    let Some((namespace, local, found)) = named(reader) else { return Ok(()) };
    let declared = table.type_name.map(|(namespace, local)| Name { namespace, local });
    if declared.is_some_and(|name| {
        name.local == local && reader.namespace_uri(name.namespace) == namespace
    }) {
        return Ok(());
    }
    let expected = declared.map(|name| reader.qname(name)).into_iter().collect();
    Err(reader.error(ErrorKind::UnknownType { found, expected }))
}

/// Judges `xsi:type` on an element of a built-in simple type, such as `xs:int`. Simple types of a
/// schema are let through: what they are derived from is not known here.
#[cold]
#[inline(never)]
pub(super) fn judge_simple(declared: &'static str, reader: &Reader<'_>) -> Result<(), ReadError> {
    let Some(declared) = declared.strip_prefix("xs:") else { return Ok(()) };
    let Some((namespace, local, found)) = named(reader) else { return Ok(()) };
    if namespace != xml::XSD_URI {
        return Ok(());
    }
    let base =
        |name: &str| BASES.iter().find(|(derived, _)| *derived == name).map(|(_, base)| *base);
    let mut types = std::iter::successors(Some(local.as_str()), |name| base(name));
    if types.any(|name| name == declared) {
        return Ok(());
    }
    let expected = vec![QName::new(xml::XSD_URI, declared)];
    Err(reader.error(ErrorKind::UnknownType { found, expected }))
}

/// The namespace, the local part and the whole of what `xsi:type` names.
fn named(reader: &Reader<'_>) -> Option<(String, String, String)> {
    let text = reader.xsi_type()?;
    let (prefix, local) = text.split_once(':').unwrap_or(("", &text));
    let namespace = reader.resolve_prefix(prefix).unwrap_or_default().to_owned();
    let found = QName::new(namespace.clone(), local.to_owned()).to_string();
    Some((namespace, local.to_owned(), found))
}
