//! Names that are not known in advance, and the prefixes that they are written with
//! (Namespaces in XML 1.0, section 3).

use super::{Writer, push_attribute_text};
use crate::QName;
use crate::value::{DeclarePrefix, TextValue, is_nc_name};
use crate::xml::{WriteError, WriteErrorKind, namespace};

/// Between [`Writer::start_open`] and [`Writer::close_start`]: a prefix that the document does
/// not have yet is declared in the start tag that is open.
impl DeclarePrefix for Writer {
    fn prefix_for(&mut self, namespace: &str) -> &str {
        let mut uri = String::new();
        push_attribute_text(&mut uri, namespace);
        self.prefix.clear();
        let tag = self.out.rfind('<').unwrap_or(0);
        let known = declared_prefix(self.declared, &uri)
            .or_else(|| declared_prefix(&self.out[tag..], &uri));
        match known {
            Some(prefix) => self.prefix.push_str(prefix),
            None => self.invent_prefix(&uri),
        }
        &self.prefix
    }

    fn bind(&mut self, prefix: &str, namespace: &str) -> bool {
        // Documents are written without a default namespace.
        if prefix.is_empty() { namespace.is_empty() } else { self.bind_prefix(prefix, namespace) }
    }
}

/// Names that are not known in advance, between [`Writer::start_open`] and [`Writer::close_start`].
impl Writer {
    /// Appends an attribute.
    pub(crate) fn named_attribute(&mut self, name: &QName, value: &str) -> Result<(), WriteError> {
        if !is_nc_name(name.local()) {
            let detail = format!("`{}` is not the name of an attribute", name.local());
            return Err(self.error(WriteErrorKind::InvalidValue(detail.into())));
        }
        let prefix = match name.namespace() {
            "" => String::new(),
            namespace::XML_URI => "xml:".to_owned(),
            namespace => format!("{}:", self.prefix_for(namespace)),
        };
        self.out.extend([" ", &prefix, name.local(), "=\""]);
        self.attribute_text(value)?;
        self.out.push('"');
        Ok(())
    }

    /// Puts attributes into a start tag that has been written; its name ends at the offset `at`.
    pub(crate) fn insert_attributes(
        &mut self,
        at: usize,
        attributes: &[(&str, &str)],
    ) -> Result<(), WriteError> {
        let end = self.out.len();
        for (name, value) in attributes {
            self.out.extend([" ", name, "=\""]);
            self.attribute_text(value)?;
            self.out.push('"');
        }
        let text = self.out.split_off(end);
        self.out.insert_str(at, &text);
        Ok(())
    }

    /// Whether the next start tag is given an `xsi:type`.
    pub(crate) fn has_type(&self) -> bool {
        !self.type_attribute.is_empty()
    }

    /// Appends `xsi:type`.
    pub(crate) fn type_attribute(&mut self, name: &QName) -> Result<(), WriteError> {
        let mut text = String::new();
        if name.namespace() == namespace::XSD_URI && self.bind_prefix("xsd", namespace::XSD_URI) {
            text.extend(["xsd:", name.local()]);
        } else {
            name.write_in(&mut text, self);
        }
        self.out.push_str(" xsi:type=\"");
        self.attribute_text(&text)?;
        self.out.push('"');
        Ok(())
    }

    /// Declares `prefix` for `namespace` in the open start tag if need be; false when it has
    /// another meaning there.
    pub(crate) fn bind_prefix(&mut self, prefix: &str, namespace: &str) -> bool {
        let mut uri = String::new();
        push_attribute_text(&mut uri, namespace);
        let open = self.out.rfind('<').map_or("", |start| &self.out[start..]);
        let known = meaning(open, prefix).or_else(|| meaning(self.declared, prefix));
        if let Some(known) = known {
            return known == uri;
        }
        if prefix == "xml" || prefix == "xmlns" {
            return namespace == namespace::XML_URI;
        }
        self.out.extend([" xmlns:", prefix, "=\"", &uri, "\""]);
        true
    }

    /// Declares a new prefix for the namespace whose escaped URI is `uri`.
    fn invent_prefix(&mut self, uri: &str) {
        loop {
            self.invented += 1;
            let declaration = format!(" xmlns:q{}=\"", self.invented);
            let open = self.out.rfind('<').map_or("", |start| &self.out[start..]);
            if !self.declared.contains(&declaration) && !open.contains(&declaration) {
                self.out.push_str(&declaration);
                self.out.push_str(uri);
                self.out.push('"');
                self.prefix.push_str(&declaration[" xmlns:".len()..declaration.len() - 2]);
                return;
            }
        }
    }
}

/// The escaped URI that `declarations` bind `prefix` to.
pub(super) fn meaning<'a>(declarations: &'a str, prefix: &str) -> Option<&'a str> {
    declarations.split(" xmlns:").skip(1).find_map(|declaration| {
        let (found, value) = declaration.split_once("=\"")?;
        (found == prefix).then(|| value.split('"').next().unwrap_or_default())
    })
}

/// The prefix that `declarations`, among other attributes, bind to the namespace whose escaped URI
/// is `uri`.
fn declared_prefix<'a>(declarations: &'a str, uri: &str) -> Option<&'a str> {
    declarations.split(" xmlns:").skip(1).find_map(|declaration| {
        let (prefix, value) = declaration.split_once("=\"")?;
        let (value, _) = value.split_once('"')?;
        (value == uri).then_some(prefix)
    })
}
