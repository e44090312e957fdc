//! The documents as written: one struct per element of WSDL 1.1 and XSD 1.0, nothing looked up.

mod context;
#[cfg(test)]
mod corpus;
mod extension;
mod family;
mod lexical;
mod load;
pub(crate) mod policy;
mod reader;
#[expect(dead_code, reason = "all that is written is read; no stage needs every part of it")]
pub(crate) mod soap;
#[cfg(test)]
mod testing;
#[expect(dead_code, reason = "all that is written is read; no stage needs every part of it")]
pub(crate) mod wsdl;
#[expect(dead_code, reason = "all that is written is read; no stage needs every part of it")]
pub(crate) mod xsd;

pub(crate) use load::{Input, load};

use crate::source::{Span, Spanned};
use crate::vocabulary::QName;

/// The closed set of parsed documents: everything that the entry documents import.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    /// The WSDL documents; the entry documents first, then in the order in which they were met.
    pub(crate) definitions: Vec<wsdl::Definitions>,
    /// The schemas, standing alone or inline. A `DocumentId` of xsd is an index.
    pub(crate) schemas: Vec<xsd::Schema>,
    /// The target namespace of each entry document, in the order given.
    pub(crate) entry_namespaces: Vec<crate::vocabulary::Namespace>,
    /// The namespaces of which an included document was not found.
    pub(crate) incomplete: std::collections::BTreeSet<crate::vocabulary::Namespace>,
}

impl Documents {
    /// Takes out of a schema what another one of its namespace declares.
    fn leave_out_declared(&self, schema: &mut xsd::Schema) {
        let others: Vec<&xsd::Schema> = self
            .schemas
            .iter()
            .filter(|other| other.target_namespace == schema.target_namespace)
            .collect();
        let declared = others.iter().flat_map(|other| &other.components);
        let declared: Vec<&xsd::Component> = declared.collect();
        schema.components.retain(|own| !declared.iter().any(|other| other.is_named_like(own)));
    }
}

/// `documentation` or `annotation` of a component.
#[derive(Clone, Debug, Default)]
pub(crate) struct Documentation {
    /// The text of all documentation elements, markup removed, paragraphs kept.
    pub(crate) text: String,
}

/// An attribute from a foreign namespace, such as `wsdl:arrayType` or `xmime:expectedContentTypes`.
#[derive(Clone, Debug)]
pub(crate) struct ForeignAttribute {
    /// Its name.
    pub(crate) name: QName,
    /// Its value, and where.
    pub(crate) value: Spanned<String>,
    /// The value as a name, where it has the form of one with a bound prefix (array bounds removed).
    pub(crate) qname: Option<QName>,
}

/// An element from a foreign namespace that is kept as a tree, such as a policy.
#[derive(Clone, Debug)]
pub(crate) struct ForeignElement {
    /// Its name.
    pub(crate) name: QName,
    /// Its start tag.
    pub(crate) span: Span,
    /// Its attributes.
    pub(crate) attributes: Vec<(QName, String)>,
    /// Its child elements.
    pub(crate) children: Vec<ForeignElement>,
    /// Its own text, trimmed.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "policies carry what they say in attributes and children")
    )]
    pub(crate) text: String,
}
