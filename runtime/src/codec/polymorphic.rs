//! Elements whose declared type has derived types: `xsi:type` says which one stands there
//! (XML Schema Part 1, sections 2.6.1 and 3.3.4, `cvc-elt.4`).

use super::{Blank, ReadXml, Tag, WriteXml};
use crate::QName;
use crate::xml::{self, Attribute, ErrorKind, Name, ReadError, Reader, WriteError, Writer};

/// The types that can stand in a place.
#[derive(Debug)]
pub struct Alternatives {
    /// The declared type's name in messages.
    pub name: &'static str,
    /// The index of the declared type; none where it is abstract.
    pub declared: Option<usize>,
    /// The number of the namespace and the local name of each type.
    pub types: &'static [(u16, &'static str)],
}

/// A place for several types: an enum with a variant for each.
pub trait Polymorphic: Blank {
    /// The types, in the order of the variants.
    fn alternatives(&self) -> &'static Alternatives;

    /// Reads the current element as the type with this index.
    ///
    /// # Errors
    /// As [`ReadXml::read`](super::ReadXml::read).
    fn read_as(&mut self, index: usize, reader: &mut Reader<'_>) -> Result<(), ReadError>;
}

/// Reads the current element as the type that its `xsi:type` names, else as the declared type.
///
/// # Errors
/// When `xsi:type` names another type, or none and the declared type is abstract. Tolerant reading
/// takes an unknown type as the declared one and skips what is added.
pub fn read_polymorphic(
    value: &mut dyn Polymorphic,
    reader: &mut Reader<'_>,
) -> Result<(), ReadError> {
    let alternatives = value.alternatives();
    let index = match reader.xsi_type() {
        None => alternatives.declared,
        Some(found) => match find(alternatives, &found, reader) {
            Some(index) => Some(index),
            None if reader.is_strict() || alternatives.declared.is_none() => {
                return Err(unknown(alternatives, &found, reader));
            }
            None => {
                observe(reader);
                alternatives.declared
            }
        },
    };
    match index {
        Some(index) => value.read_as(index, reader),
        None => Err(reader.error(ErrorKind::AbstractType { type_name: alternatives.name })),
    }
}

/// Reads the current element as a type of its own, for a variant to hold.
///
/// # Errors
/// As [`ReadXml::read`].
pub fn read_as<T: ReadXml>(reader: &mut Reader<'_>) -> Result<T, ReadError> {
    let mut value = T::blank();
    value.read(reader)?;
    Ok(value)
}

/// Writes a value whose type is not the declared one, with its `xsi:type` attribute.
///
/// # Errors
/// As [`WriteXml::write`].
pub fn write_as(
    value: &dyn WriteXml,
    type_attribute: &'static str,
    tag: &'static Tag,
    writer: &mut Writer,
) -> Result<(), WriteError> {
    writer.set_type(type_attribute);
    value.write(tag, writer)
}

/// The type that a prefixed name means. A prefix that is not declared, as some servers write it,
/// is passed over in tolerant reading where the local name is one type's alone.
fn find(alternatives: &Alternatives, name: &str, reader: &Reader<'_>) -> Option<usize> {
    let (prefix, local) = name.split_once(':').unwrap_or(("", name));
    let uri = reader.resolve_prefix(prefix);
    let mut named = alternatives.types.iter().enumerate().filter(|(_, ty)| ty.1 == local);
    if uri.is_none() && !prefix.is_empty() && !reader.is_strict() {
        let first = named.next()?;
        return named.next().is_none().then_some(first.0);
    }
    let uri = uri.unwrap_or_default();
    named.find(|(_, ty)| reader.namespace_uri(ty.0) == uri).map(|(index, _)| index)
}

/// Reports an `xsi:type` that is passed over.
#[cold]
fn observe(reader: &mut Reader<'_>) {
    let is_type =
        |attribute: Attribute<'_>| attribute.name() == Name { namespace: xml::XSI, local: "type" };
    let index = (0..reader.attribute_count()).find(|at| reader.attribute(*at).is_some_and(is_type));
    if let Some(index) = index {
        reader.skip_attribute(index);
    }
}

#[cold]
fn unknown(alternatives: &Alternatives, found: &str, reader: &Reader<'_>) -> ReadError {
    let (prefix, local) = found.split_once(':').unwrap_or(("", found));
    let found = match reader.resolve_prefix(prefix) {
        Some(uri) => QName::new(uri.to_owned(), local.to_owned()).to_string(),
        None => found.to_owned(),
    };
    let name = |ty: &(u16, &'static str)| reader.qname(Name { namespace: ty.0, local: ty.1 });
    let expected = alternatives.types.iter().map(name).collect();
    reader.error(ErrorKind::UnknownType { found, expected })
}
