//! Attributes of `xs:anyAttribute` (XML Schema Part 1, sections 3.4.2 and 3.10).

use super::AnyText;
use crate::QName;
use crate::codec::{Blank, Complex, Content, Process, Table, Wildcard, WildcardNamespaces};
use crate::xml::{ReadError, Reader, WriteError, WriteErrorKind, Writer};

/// The attributes of an element that its type does not declare, in document order, each name once.
///
/// ```
/// use wsdl2rs_runtime::QName;
/// use wsdl2rs_runtime::any::AnyAttributes;
///
/// let source = QName::from_static("urn:audit", "source");
/// let attributes = AnyAttributes::new().with(source, "import");
/// assert_eq!(attributes.get("urn:audit", "source"), Some("import"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnyAttributes(Vec<AnyAttribute>);

/// An attribute that a type does not declare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnyAttribute {
    /// Its name.
    pub name: QName,
    /// Its value.
    pub value: AnyText,
}

impl AnyAttributes {
    /// No attribute.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The same attributes and this one; it replaces one of its name.
    #[must_use]
    pub fn with(mut self, name: QName, value: impl Into<AnyText>) -> Self {
        self.set(name, value);
        self
    }

    /// Gives an attribute a value.
    pub fn set(&mut self, name: QName, value: impl Into<AnyText>) {
        let value = value.into();
        match self.0.iter_mut().find(|attribute| attribute.name == name) {
            Some(attribute) => attribute.value = value,
            None => self.0.push(AnyAttribute { name, value }),
        }
    }

    /// The value of the attribute with this namespace, which may be empty, and local name.
    #[must_use]
    pub fn get(&self, namespace: &str, local: &str) -> Option<&str> {
        let is_it = |attribute: &&AnyAttribute| {
            attribute.name.local() == local && attribute.name.namespace() == namespace
        };
        self.0.iter().find(is_it).map(|attribute| attribute.value.as_str())
    }

    /// Takes an attribute out.
    pub fn remove(&mut self, name: &QName) -> Option<AnyText> {
        let at = self.0.iter().position(|attribute| attribute.name == *name)?;
        Some(self.0.remove(at).value)
    }

    /// The attributes.
    pub fn iter(&self) -> std::slice::Iter<'_, AnyAttribute> {
        self.0.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds the attribute at `position` in the start tag read last. Its name is no other one's:
    /// the reader has judged that.
    pub(crate) fn read(&mut self, position: usize, reader: &Reader<'_>) {
        if let Some(attribute) = reader.attribute(position) {
            let value = AnyText::read(attribute.value(), reader);
            self.0.push(AnyAttribute { name: reader.qname(attribute.name()), value });
        }
    }

    /// Writes the attributes into the open start tag.
    pub(crate) fn write(&self, writer: &mut Writer) -> Result<(), WriteError> {
        self.0.iter().try_for_each(|attribute| {
            let value = attribute.value.for_writer(writer);
            writer.named_attribute(&attribute.name, &value)
        })
    }
}

impl<'a> IntoIterator for &'a AnyAttributes {
    type Item = &'a AnyAttribute;
    type IntoIter = std::slice::Iter<'a, AnyAttribute>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Extend<AnyAttribute> for AnyAttributes {
    fn extend<T: IntoIterator<Item = AnyAttribute>>(&mut self, attributes: T) {
        attributes.into_iter().for_each(|attribute| self.set(attribute.name, attribute.value));
    }
}

impl FromIterator<AnyAttribute> for AnyAttributes {
    fn from_iter<T: IntoIterator<Item = AnyAttribute>>(attributes: T) -> Self {
        let mut all = Self::new();
        all.extend(attributes);
        all
    }
}

impl Blank for AnyAttributes {
    fn blank() -> Self {
        Self::new()
    }
}

/// The attributes that a nil element of `xs:anyType` keeps.
impl Complex for AnyAttributes {
    fn table(&self) -> &'static Table {
        static ANY: Wildcard = Wildcard::new(WildcardNamespaces::Any, Process::Lax);
        static TABLE: Table =
            Table::new("a nil element", &[], Content::Empty, &[]).with_any_attribute(&ANY);
        &TABLE
    }

    fn read_other_attribute(&mut self, position: usize, reader: &Reader<'_>) {
        self.read(position, reader);
    }

    fn read_member(&mut self, _index: usize, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        reader.skip()
    }

    fn write_attributes(&self, writer: &mut Writer) -> Result<(), WriteError> {
        check_free(self, writer)?;
        self.write(writer)
    }

    fn write_content(&self, _writer: &mut Writer) -> Result<(), WriteError> {
        Ok(())
    }
}

/// Refuses `xsi:type` and its like, which the codec alone writes.
pub(super) fn check_free(attributes: &AnyAttributes, writer: &Writer) -> Result<(), WriteError> {
    let is_xsi = |attribute: &&AnyAttribute| attribute.name.namespace() == crate::xml::XSI_URI;
    match attributes.iter().find(is_xsi) {
        None => Ok(()),
        Some(attribute) => {
            let detail = format!("attribute {} cannot be set here", attribute.name);
            Err(writer.error(WriteErrorKind::InvalidValue(detail.into())))
        }
    }
}
