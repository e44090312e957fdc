//! Wildcards: which elements and attributes a schema leaves open
//! (XML Schema Part 1, section 3.10).

use super::{Blank, Complex, Entry, ReadXml, Table};
use crate::any::AnyAttributes;
use crate::value::TextValue;
use crate::xml::{self, Name, RawXml, ReadError, Reader, WriteError, WriteErrorKind, Writer};
use crate::{Element, QName};

/// A wildcard of a content model or of attributes.
#[derive(Debug)]
pub struct Wildcard {
    namespaces: WildcardNamespaces,
    process: Process,
    elements: &'static [KnownElement],
    attributes: &'static [KnownAttribute],
}

/// {namespace constraint}: the namespaces of the names that a wildcard takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WildcardNamespaces {
    /// All.
    Any,
    /// All but this one and "in no namespace".
    Other(&'static str),
    /// These; empty for "in no namespace".
    OneOf(&'static [&'static str]),
}

/// {process contents}: what strict reading demands of what a wildcard takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Process {
    /// It must be declared and valid, where declarations of its namespace are known.
    Strict,
    /// It must be valid where it is declared.
    Lax,
    /// Nothing.
    Skip,
}

/// Whether a declaration of the name's namespace is known, so that a name without one is wrong. What
/// is declared in namespaces that a contract has no schema of cannot be judged.
fn knows<T: Known>(declarations: &[T], name: Name<'_>) -> bool {
    name.namespace == xml::NO_NAMESPACE
        || declarations.iter().any(|known| known.namespace() == name.namespace)
}

/// A global declaration.
trait Known {
    /// The number of its namespace.
    fn namespace(&self) -> u16;
}

impl Known for KnownElement {
    fn namespace(&self) -> u16 {
        self.namespace
    }
}

impl Known for KnownAttribute {
    fn namespace(&self) -> u16 {
        self.namespace
    }
}

/// A global element that a wildcard may meet.
#[derive(Debug)]
pub struct KnownElement {
    namespace: u16,
    local: &'static str,
    judge: fn(&mut Reader<'_>) -> Result<(), ReadError>,
}

/// A global attribute that a wildcard may meet.
#[derive(Debug)]
pub struct KnownAttribute {
    namespace: u16,
    local: &'static str,
    judge: fn(usize, &Reader<'_>) -> Result<(), ReadError>,
}

impl KnownElement {
    /// The element `E`.
    #[must_use]
    pub const fn of<E: Element>(local: &'static str) -> Self {
        Self { namespace: E::BINDING.namespace, local, judge: judge_element::<E::Value> }
    }
}

impl KnownAttribute {
    /// An attribute of type `T`.
    #[must_use]
    pub const fn of<T: TextValue>(namespace: u16, local: &'static str) -> Self {
        Self { namespace, local, judge: super::attributes::judge::<T> }
    }
}

fn judge_element<T: ReadXml + Blank>(reader: &mut Reader<'_>) -> Result<(), ReadError> {
    T::blank().read(reader)
}

impl Wildcard {
    /// A wildcard that knows no declarations.
    #[must_use]
    pub const fn new(namespaces: WildcardNamespaces, process: Process) -> Self {
        Self { namespaces, process, elements: &[], attributes: &[] }
    }

    /// The same wildcard, which judges these elements.
    #[must_use]
    pub const fn with_elements(mut self, elements: &'static [KnownElement]) -> Self {
        self.elements = elements;
        self
    }

    /// The same wildcard, which judges these attributes.
    #[must_use]
    pub const fn with_attributes(mut self, attributes: &'static [KnownAttribute]) -> Self {
        self.attributes = attributes;
        self
    }

    /// Whether a name in the namespace `uri` is taken (`cvc-wildcard-namespace`).
    pub(super) fn allows(&self, uri: &str) -> bool {
        match self.namespaces {
            WildcardNamespaces::Any => true,
            WildcardNamespaces::Other(excluded) => !uri.is_empty() && uri != excluded,
            WildcardNamespaces::OneOf(namespaces) => namespaces.contains(&uri),
        }
    }

    /// A name that stands in messages for those that are taken.
    #[cold]
    pub(super) fn display_name(&self) -> QName {
        let namespace = match self.namespaces {
            WildcardNamespaces::Any => "##any",
            WildcardNamespaces::Other(_) => "##other",
            WildcardNamespaces::OneOf([namespace]) => namespace,
            WildcardNamespaces::OneOf(_) => "##some",
        };
        QName::from_static(namespace, "*")
    }

    /// Judges the current element, which the wildcard has taken, in strict reading. It is the
    /// current element afterwards, unread.
    #[cold]
    pub(super) fn judge(&self, name: Name<'_>, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        if self.process == Process::Skip {
            return Ok(());
        }
        let is_it =
            |known: &&KnownElement| known.namespace == name.namespace && known.local == name.local;
        match self.elements.iter().find(is_it) {
            Some(known) => reader.judge(known.judge),
            None if self.process == Process::Strict && knows(self.elements, name) => {
                Err(reader.unexpected_element(Vec::new()))
            }
            None => Ok(()),
        }
    }

    /// Judges the attribute at `position`, which the wildcard has taken, in strict reading.
    #[cold]
    pub(super) fn judge_attribute(
        &self,
        position: usize,
        name: Name<'_>,
        reader: &Reader<'_>,
    ) -> Result<(), ReadError> {
        // What the `xml` prefix brings is declared everywhere.
        if self.process == Process::Skip || name.namespace == xml::XML {
            return Ok(());
        }
        let is_it = |known: &&KnownAttribute| {
            known.namespace == name.namespace && known.local == name.local
        };
        match self.attributes.iter().find(is_it) {
            Some(known) => (known.judge)(position, reader),
            None if self.process == Process::Strict && knows(self.attributes, name) => {
                Err(reader.unexpected_attribute(position))
            }
            None => Ok(()),
        }
    }
}

impl Blank for RawXml {
    fn blank() -> Self {
        RawXml::nothing()
    }
}

impl ReadXml for RawXml {
    const JUDGES_NIL: bool = true;

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        *self = reader.raw_element()?;
        Ok(())
    }
}

/// Writes the elements that stand for a wildcard.
///
/// # Errors
/// When the wildcard does not take one of them.
pub fn write_any<'a>(
    elements: impl IntoIterator<Item = &'a RawXml>,
    entry: &'static Entry,
    writer: &mut Writer,
) -> Result<(), WriteError> {
    elements.into_iter().try_for_each(|element| write_one(element, entry, writer))
}

fn write_one(
    element: &RawXml,
    entry: &'static Entry,
    writer: &mut Writer,
) -> Result<(), WriteError> {
    let name = element.name();
    if entry.allows(name.namespace()) {
        writer.raw_xml(element);
        return Ok(());
    }
    let detail = format!("the schema does not allow element {name} here");
    Err(writer.error(WriteErrorKind::InvalidValue(detail.into())))
}

/// Adds the attribute at `position` in the start tag, which the wildcard has taken.
pub fn read_any_attribute(attributes: &mut AnyAttributes, position: usize, reader: &Reader<'_>) {
    attributes.read(position, reader);
}

/// Writes the attributes that stand for the wildcard of `table`, whose own attributes' namespaces
/// are numbered as `namespaces` are.
///
/// # Errors
/// When the wildcard does not take one of them, or the type declares it.
pub fn write_any_attributes(
    attributes: &AnyAttributes,
    value: &dyn Complex,
    namespaces: &'static [&'static str],
    writer: &mut Writer,
) -> Result<(), WriteError> {
    let table = value.table();
    for attribute in attributes {
        let name = &attribute.name;
        let takes = table.any_attribute.is_some_and(|any| any.allows(name.namespace()));
        if !takes || name.namespace() == xml::XSI_URI || declares(table, name, namespaces) {
            let detail = format!("the schema does not allow attribute {name} here");
            return Err(writer.error(WriteErrorKind::InvalidValue(detail.into())));
        }
    }
    attributes.write(writer)
}

/// Whether a table has an attribute of this name.
fn declares(table: &'static Table, name: &QName, namespaces: &'static [&'static str]) -> bool {
    table.attributes.iter().any(|entry| {
        entry.local == name.local()
            && xml::namespace_of(entry.namespace, namespaces) == name.namespace()
    })
}
