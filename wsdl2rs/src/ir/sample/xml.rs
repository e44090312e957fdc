//! Values → XML, as the codec would write them, indented where that says the same.

use std::collections::{BTreeMap, BTreeSet};

use super::markup::{Node, Tree};
use super::{Branch, Item, ItemKind, Value, Wire};
use super::{Combination, ContentMarker, Member, Operation, Struct};
use crate::ir::client::{Body, Services, Version};
use crate::ir::content::{AttributeMember, Credential, CredentialRole, Needs, TypeName};
use crate::ir::ident::Ident;
use crate::ir::item::{Choice, EnumeratedValue};
use crate::ir::ty::TypeId;
use crate::ir::{Crate, FIRST_GENERATED, Marker};
use crate::vocabulary::namespaces;

/// The document of a global element with this value.
pub(crate) fn document(krate: &Crate, marker: &Marker, value: &Value) -> String {
    let mut scope = Scope { krate, used: Used::default() };
    let root = scope.element(&marker.wire, value);
    let used = scope.used;
    used.print(krate, root, &marker.needs)
}

/// A SOAP message of an operation: the request, or the reply. None for the reply of a one-way
/// operation.
pub(crate) fn envelope(krate: &Crate, operation: &Operation, is_reply: bool) -> Option<String> {
    let body = if is_reply { operation.output.as_ref()? } else { &operation.input };
    let mut scope = Scope { krate, used: Used::default() };
    let (headers, fields) = match (is_reply, &operation.headers.request) {
        (false, Some((set, fields))) => (Some(*set), Some(fields)),
        (true, _) => (operation.headers.reply, None),
        (false, None) => (None, None),
    };
    let mut blocks = Vec::new();
    if let Some(set) = headers {
        for (index, field) in krate.services.headers[set].fields.iter().enumerate() {
            if fields.is_none_or(|fields| fields.contains(&index))
                && let Some(marker) = scope.marker(&field.element)
            {
                let value = super::of(krate, &field.ty);
                blocks.push(Node::Element(scope.element(&marker.wire, &value)));
            }
        }
    }
    let mut content = Tree::new("soap:Body");
    scope.body(&krate.services, body, &mut content);
    let mut root = Tree::new("soap:Envelope");
    if !blocks.is_empty() {
        let mut header = Tree::new("soap:Header");
        header.children = blocks;
        root.children.push(Node::Element(header));
    }
    root.children.push(Node::Element(content));
    let uri = match operation.version {
        Version::V11 => namespaces::SOAP11_ENVELOPE,
        Version::V12 => namespaces::SOAP12_ENVELOPE,
    };
    root.attributes.push(("xmlns:soap".to_owned(), uri.to_owned()));
    let used = scope.used;
    Some(used.print(krate, root, &Needs::default()))
}

/// The namespaces that tags and values use.
#[derive(Debug, Default)]
struct Used {
    numbers: BTreeSet<u16>,
    /// Namespaces that no tag has, by the prefix made for them.
    others: BTreeMap<String, String>,
    xsi: bool,
    xsd: bool,
}

impl Used {
    fn print(&self, krate: &Crate, mut root: Tree, needs: &Needs) -> String {
        let mut declarations = Vec::new();
        for number in self.numbers.union(&needs.namespaces) {
            if let Some(index) = number.checked_sub(FIRST_GENERATED) {
                let entry = &krate.namespaces[usize::from(index)];
                declarations.push((format!("xmlns:{}", entry.prefix), entry.uri.clone()));
            }
        }
        for (prefix, uri) in &self.others {
            declarations.push((format!("xmlns:{prefix}"), uri.clone()));
        }
        if self.xsi {
            declarations.push(("xmlns:xsi".to_owned(), namespaces::XSI.to_owned()));
        }
        if self.xsd {
            declarations.push(("xmlns:xsd".to_owned(), namespaces::XSD.to_owned()));
        }
        let own = std::mem::take(&mut root.attributes);
        let (first, rest): (Vec<_>, Vec<_>) =
            own.into_iter().partition(|(name, _)| name.starts_with("xmlns:"));
        root.attributes = first.into_iter().chain(declarations).chain(rest).collect();
        let mut text = String::new();
        root.print(0, &mut text);
        text.push('\n');
        text
    }
}

struct Scope<'a> {
    krate: &'a Crate,
    used: Used,
}

impl<'a> Scope<'a> {
    fn marker(&self, path: &crate::ir::client::MarkerPath) -> Option<&'a Marker> {
        let elements = &self.krate.module(path.module).elements;
        elements.iter().find(|marker| marker.ident == path.ident)
    }

    fn body(&mut self, services: &Services, body: &Body, tree: &mut Tree) {
        let Some(ty) = body.ty() else { return };
        let value = super::of(self.krate, ty);
        let wrapper =
            |ident: &Ident| services.wrappers.iter().find(|marker| marker.ident == *ident);
        match body {
            Body::Nothing => {}
            Body::Element(path, _) => {
                if let Some(marker) = self.marker(path) {
                    tree.children.push(Node::Element(self.element(&marker.wire, &value)));
                }
            }
            Body::Wrapper(ident, _) | Body::Encoded(ident, _) => {
                if let Some(marker) = wrapper(ident) {
                    let mut element = self.element(&marker.wire, &value);
                    if matches!(body, Body::Encoded(..)) {
                        let uri = namespaces::SOAP11_ENCODING.to_owned();
                        element.attribute("soap:encodingStyle".to_owned(), uri);
                    }
                    tree.children.push(Node::Element(element));
                }
            }
            Body::Contents(ident, _) | Body::EncodedContents(ident, _) => {
                let is_it = |marker: &&ContentMarker| marker.ident == *ident;
                if services.contents.iter().any(|marker| is_it(&marker)) {
                    self.fill(&value, tree);
                }
            }
        }
    }

    fn name(&mut self, wire: &Wire) -> String {
        self.number(wire.namespace);
        wire.qualified()
    }

    fn number(&mut self, number: u16) {
        if number >= FIRST_GENERATED {
            self.used.numbers.insert(number);
        }
    }

    fn element(&mut self, wire: &Wire, value: &Value) -> Tree {
        let mut tree = self.start(wire);
        self.fill(value, &mut tree);
        tree
    }

    fn start(&mut self, wire: &Wire) -> Tree {
        let mut tree = Tree::new(&self.name(wire));
        if let Some(name) = &wire.named_type {
            match name {
                TypeName::Builtin(_) => self.used.xsd = true,
                TypeName::Defined(number, _) => self.number(*number),
            }
            self.named(&mut tree, name.qualified());
        }
        tree
    }

    fn named(&mut self, tree: &mut Tree, qualified: String) {
        self.used.xsi = true;
        tree.attribute("xsi:type".to_owned(), qualified);
    }

    /// Adds the attributes and the content that a value has.
    fn fill(&mut self, value: &Value, tree: &mut Tree) {
        match value {
            Value::Boxed(inner) | Value::Nillable(inner) => self.fill(inner, tree),
            Value::Struct(id, fields) => {
                if let ItemKind::Struct(structure) = &self.krate.item(*id).kind {
                    self.structure(structure, fields, tree);
                }
            }
            Value::Choice(id, taken, values) => self.choice(*id, *taken, values, tree),
            Value::Alternative(id, taken, inner) => {
                if let ItemKind::Alternatives(types) = &self.krate.item(*id).kind {
                    let (_, _, wire) = &types.variants[*taken];
                    if types.declared != Some(*taken) || types.names_declared {
                        let qualified = self.name(wire);
                        self.named(tree, qualified);
                    }
                }
                self.fill(inner, tree);
            }
            Value::Array(id, items) => self.array(*id, items, tree),
            Value::Element(raw) => tree.children.push(Node::Raw(raw.clone())),
            Value::Nil(attributes) => {
                self.used.xsi = true;
                tree.attribute("xsi:nil".to_owned(), "true".to_owned());
                attributes.iter().for_each(|attributes| self.fill(attributes, tree));
            }
            Value::Present | Value::NoAttributes | Value::Never => {}
            Value::Simple(_)
            | Value::List(_)
            | Value::Enumerated(..)
            | Value::Union(..)
            | Value::Content
            | Value::Text => {
                let text = self.text(value);
                if !text.is_empty() {
                    tree.children.push(Node::Text(text));
                }
            }
        }
    }

    fn structure(&mut self, structure: &Struct, fields: &[Vec<Value>], tree: &mut Tree) {
        structure.attributes.iter().for_each(|it| self.attribute(it, fields, tree));
        if let Combination::Text(field) | Combination::Octets(field) = structure.combination {
            fields[field].iter().for_each(|value| self.fill(value, tree));
        }
        for member in &structure.members {
            match member {
                Member::Element { field, wire, .. } => {
                    for value in &fields[*field] {
                        let element = self.element(wire, value);
                        tree.children.push(Node::Element(element));
                    }
                }
                Member::Fixed { field, wire, range, value, .. } => {
                    let least = usize::try_from(range.min).unwrap_or(0);
                    let count = field.map_or(least, |field| fields[field].len());
                    for _ in 0..count {
                        self.fixed(wire, value, tree);
                    }
                }
                Member::Part { field, .. } | Member::Wildcard { field, .. } => {
                    fields[*field].iter().for_each(|value| self.fill(value, tree));
                }
                Member::Credential { wire, content } => self.credential(wire, content, tree),
            }
        }
    }

    fn attribute(&mut self, member: &AttributeMember, fields: &[Vec<Value>], tree: &mut Tree) {
        let text = match (&member.fixed, member.field) {
            (Some((fixed, _)), None) if member.required => Some(fixed.clone()),
            (Some((fixed, _)), Some(field)) if !fields[field].is_empty() => Some(fixed.clone()),
            (None, Some(field)) => fields[field].first().map(|value| self.text(value)),
            (Some(_), _) | (None, None) => None,
        };
        if let Some(text) = text {
            let name = self.name(&member.wire);
            tree.attribute(name, text);
        }
    }

    fn fixed(&mut self, wire: &Wire, value: &str, tree: &mut Tree) {
        let mut element = self.start(wire);
        if !value.is_empty() {
            element.children.push(Node::Text(value.to_owned()));
        }
        tree.children.push(Node::Element(element));
    }

    fn choice(&mut self, id: TypeId, taken: usize, values: &[Value], tree: &mut Tree) {
        let Item { kind: ItemKind::Choice(Choice { variants, .. }), .. } = self.krate.item(id)
        else {
            return;
        };
        match &variants[taken].branch {
            Branch::Element(wire, _) => {
                for value in values {
                    let element = self.element(wire, value);
                    tree.children.push(Node::Element(element));
                }
            }
            Branch::Fixed(wire, text, _) => {
                values.iter().for_each(|_| self.fixed(wire, text, tree));
            }
            Branch::Part(_) | Branch::Wildcard(_) | Branch::Text => {
                values.iter().for_each(|value| self.fill(value, tree));
            }
        }
    }

    fn credential(&mut self, wire: &Wire, content: &Credential, tree: &mut Tree) {
        let mut element = self.start(wire);
        match content {
            Credential::Text(role) => element.children.push(credential_text(*role)),
            Credential::Elements(elements) => {
                for (wire, role) in elements {
                    let mut inner = self.start(wire);
                    inner.children.push(credential_text(*role));
                    element.children.push(Node::Element(inner));
                }
            }
        }
        tree.children.push(Node::Element(element));
    }

    fn array(&mut self, id: TypeId, items: &[Value], tree: &mut Tree) {
        let ItemKind::Array(array) = &self.krate.item(id).kind else { return };
        let (name, brackets) = &array.item_type;
        match name {
            TypeName::Builtin(_) => self.used.xsd = true,
            TypeName::Defined(number, _) => self.number(*number),
        }
        let sizes = vec![items.len().to_string(); array.rank].join(",");
        let attribute = self.name(&array.attribute);
        tree.attribute(attribute, format!("{}{brackets}[{sizes}]", name.qualified()));
        for item in items {
            let element = self.element(&array.wire, item);
            tree.children.push(Node::Element(element));
        }
    }

    /// The text of a simple value.
    fn text(&mut self, value: &Value) -> String {
        match value {
            Value::Simple(text) => text.clone(),
            Value::List(items) => {
                let texts: Vec<String> = items.iter().map(|item| self.text(item)).collect();
                texts.join(" ")
            }
            Value::Enumerated(id, index) => {
                let ItemKind::Enumeration(values) = &self.krate.item(*id).kind else {
                    return String::new();
                };
                match &values.variants[*index].value {
                    EnumeratedValue::Text(text) => text.clone(),
                    EnumeratedValue::Name { namespace, local } => self.qname(namespace, local),
                }
            }
            Value::Union(_, _, inner) | Value::Boxed(inner) | Value::Nillable(inner) => {
                self.text(inner)
            }
            Value::Content | Value::Text => "text".to_owned(),
            Value::Struct(..)
            | Value::Choice(..)
            | Value::Alternative(..)
            | Value::Array(..)
            | Value::Nil(_)
            | Value::Present
            | Value::Element(_)
            | Value::NoAttributes
            | Value::Never => String::new(),
        }
    }

    fn qname(&mut self, namespace: &str, local: &str) -> String {
        if namespace.is_empty() {
            return local.to_owned();
        }
        if namespace == namespaces::XSD {
            self.used.xsd = true;
            return format!("xsd:{local}");
        }
        let known = self.krate.namespaces.iter().position(|entry| entry.uri == namespace);
        if let Some(index) = known.and_then(|index| u16::try_from(index).ok()) {
            self.number(FIRST_GENERATED + index);
            return format!("{}:{local}", self.krate.namespaces[usize::from(index)].prefix);
        }
        let found = self.used.others.iter().find(|(_, uri)| *uri == namespace);
        let prefix = match found {
            Some((prefix, _)) => prefix.clone(),
            None => format!("q{}", self.used.others.len() + 1),
        };
        self.used.others.insert(prefix.clone(), namespace.to_owned());
        format!("{prefix}:{local}")
    }
}

/// What stands where the client fills in its credentials.
fn credential_text(role: CredentialRole) -> Node {
    let text = match role {
        CredentialRole::KeyId => "the id of the access key",
        CredentialRole::Timestamp => "2001-02-03T04:05:06.000Z",
        CredentialRole::Signature => "c2lnbmF0dXJl",
    };
    Node::Text(text.to_owned())
}
