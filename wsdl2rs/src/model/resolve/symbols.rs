//! Symbol spaces (XSD 1.0 Part 1, section 2.5): which global declaration a name means.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::xsd::drafts::AttributeGroup;
use crate::model::id::Id;
use crate::model::xsd::{Attribute, Element, GroupDefinition, Type};
use crate::source::{Span, Spanned};
use crate::syntax::xsd::{Component, SchemaId};
use crate::vocabulary::{Namespace, QName};

/// A symbol space of XML Schema. Complex and simple types share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Space {
    /// Type definitions.
    Types,
    /// Element declarations.
    Elements,
    /// Attribute declarations.
    Attributes,
    /// Model group definitions.
    Groups,
    /// Attribute group definitions.
    AttributeGroups,
    /// Notation declarations.
    Notations,
}

/// The kind of component, as it is called in a message.
impl fmt::Display for Space {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Types => "type",
            Self::Elements => "element",
            Self::Attributes => "attribute",
            Self::Groups => "group",
            Self::AttributeGroups => "attribute group",
            Self::Notations => "notation",
        })
    }
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A type.
    Type(Type),
    /// A global element.
    Element(Id<Element>),
    /// A global attribute.
    Attribute(Id<Attribute>),
    /// A model group definition.
    Group(Id<GroupDefinition>),
    /// An attribute group.
    AttributeGroup(Id<AttributeGroup>),
    /// A notation, of which nothing but its existence matters.
    Notation,
}

/// A global declaration, or one that redefines another.
#[derive(Debug)]
pub(super) struct Declaration<'a> {
    /// What is declared.
    pub(super) component: &'a Component,
    /// Its symbol space.
    pub(super) space: Space,
    /// Its name.
    pub(super) name: &'a Spanned<QName>,
    /// The schema that it stands in.
    pub(super) schema: SchemaId,
    /// For a child of `xs:redefine`, the schema whose declaration it replaces.
    pub(super) redefines: Option<SchemaId>,
    /// For a child of `xs:redefine`, the declaration that it replaces.
    pub(super) original: Option<usize>,
    /// Whether another declaration replaces it.
    pub(super) is_replaced: bool,
    /// Whether it repeats another one and is left out.
    pub(super) is_repeated: bool,
    /// Its component of the model, once it has one.
    pub(super) target: Option<Target>,
}

impl<'a> Declaration<'a> {
    /// The declaration of a global component; none for a component without name, which the
    /// syntax does not allow there.
    pub(super) fn new(
        component: &'a Component,
        schema: SchemaId,
        redefines: Option<SchemaId>,
    ) -> Option<Self> {
        let (space, name) = named(component)?;
        Some(Self {
            component,
            space,
            name,
            schema,
            redefines,
            original: None,
            is_replaced: false,
            is_repeated: false,
            target: None,
        })
    }

    /// Its start tag.
    pub(super) fn span(&self) -> Span {
        match self.component {
            Component::Element(element) => element.common.span,
            Component::Attribute(attribute) => attribute.common.span,
            Component::ComplexType(complex) => complex.common.span,
            Component::SimpleType(simple) => simple.common.span,
            Component::Group(group) => group.common.span,
            Component::AttributeGroup(group) => group.common.span,
            Component::Notation(notation) => notation.common.span,
        }
    }
}

fn named(component: &Component) -> Option<(Space, &Spanned<QName>)> {
    let space = match component {
        Component::Element(_) => Space::Elements,
        Component::Attribute(_) => Space::Attributes,
        Component::ComplexType(_) | Component::SimpleType(_) => Space::Types,
        Component::Group(_) => Space::Groups,
        Component::AttributeGroup(_) => Space::AttributeGroups,
        Component::Notation(_) => Space::Notations,
    };
    Some((space, component.name()?))
}

/// The declarations of one local name.
type ByLocal = BTreeMap<Arc<str>, Vec<usize>>;

/// All global declarations, by space, namespace and local name.
#[derive(Debug, Default)]
pub(super) struct Symbols<'a> {
    /// The declarations in document order.
    pub(super) declarations: Vec<Declaration<'a>>,
    /// Indices of `declarations` in document order.
    names: BTreeMap<Space, BTreeMap<Namespace, ByLocal>>,
    /// Where declarations start, in order, and their indices.
    places: Vec<(Span, usize)>,
}

impl<'a> Symbols<'a> {
    /// Adds a declaration; several may have one name until it is settled which of them counts.
    pub(super) fn declare(&mut self, declaration: Declaration<'a>) {
        let name = &declaration.name.value;
        let namespaces = self.names.entry(declaration.space).or_default();
        if !namespaces.contains_key(&name.namespace) {
            namespaces.insert(name.namespace.clone(), BTreeMap::new());
        }
        let locals = namespaces.get_mut(&name.namespace).expect("the namespace was inserted");
        locals.entry(name.local.clone()).or_default().push(self.declarations.len());
        self.declarations.push(declaration);
    }

    /// Makes `component_at` know all declarations.
    pub(super) fn order_places(&mut self) {
        let places = self.declarations.iter().enumerate();
        self.places = places.map(|(index, declaration)| (declaration.span(), index)).collect();
        self.places.sort_unstable();
    }

    /// The name of the global component that a place of a schema lies in: the last one that starts
    /// before it.
    pub(super) fn component_at(&self, place: Span) -> Option<&'a QName> {
        let start = place.range().start;
        let after = self.places.partition_point(|(span, _)| {
            (span.source, span.range().start) <= (place.source, start)
        });
        let (span, index) = self.places.get(after.checked_sub(1)?)?;
        (span.source == place.source).then(|| &self.declarations[*index].name.value)
    }

    /// The declarations of a name, in document order.
    pub(super) fn candidates(&self, space: Space, name: &QName) -> &[usize] {
        let locals = self.names.get(&space).and_then(|space| space.get(&name.namespace));
        locals.and_then(|locals| locals.get(&name.local)).map_or(&[], Vec::as_slice)
    }

    /// The groups of declarations that share a name, ordered by their first one.
    pub(super) fn shared_names(&self) -> Vec<Vec<usize>> {
        let locals = self.names.values().flat_map(BTreeMap::values).flat_map(BTreeMap::values);
        let mut shared: Vec<_> = locals.filter(|indices| indices.len() > 1).cloned().collect();
        shared.sort_unstable();
        shared
    }

    /// What the name means; none where nothing of that name is declared.
    pub(super) fn find(&self, space: Space, name: &QName) -> Option<Target> {
        self.candidates(space, name).iter().find_map(|index| {
            let declaration = &self.declarations[*index];
            let counts = !declaration.is_replaced && !declaration.is_repeated;
            counts.then_some(declaration.target)?
        })
    }

    /// The local names of a namespace.
    pub(super) fn locals(&self, space: Space, namespace: &Namespace) -> impl Iterator<Item = &str> {
        let locals = self.names.get(&space).and_then(|space| space.get(namespace));
        locals.into_iter().flat_map(|locals| locals.keys().map(|local| &**local))
    }

    /// Whether anything is declared in the namespace.
    pub(super) fn knows(&self, namespace: &Namespace) -> bool {
        self.names.values().any(|space| space.contains_key(namespace))
    }

    /// The namespaces that declare the local name.
    pub(super) fn namespaces_of(
        &self,
        space: Space,
        local: &str,
    ) -> impl Iterator<Item = &Namespace> {
        let namespaces = self.names.get(&space).into_iter().flatten();
        namespaces.filter(move |(_, locals)| locals.contains_key(local)).map(|(name, _)| name)
    }
}
