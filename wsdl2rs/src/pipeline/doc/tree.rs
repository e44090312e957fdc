//! Content models as trees: what is in order, chosen or repeated, and how often.

use super::Gathering;
use crate::model::id::Id;
use crate::model::xsd::{
    self, AttributeUse, ComplexType, CompositorKind, ContentType, Group, NamespaceConstraint,
    Occurs, Particle, SimpleTypeRef, Term, Type, ValueConstraint, Variety, Wildcard,
};
use crate::site::{Node, NodeKind};

/// How many named types deep a tree is.
const DEEP: usize = 4;
/// How many nodes a tree has, before types are only named.
const MOST: usize = 400;

/// A tree in the making.
pub(super) struct Tree<'a> {
    gathering: &'a Gathering<'a>,
    /// The types that the node is in.
    within: Vec<Id<ComplexType>>,
    /// How many named types deep it goes on.
    deep: usize,
    /// How many nodes may still be added.
    left: usize,
}

impl<'a> Tree<'a> {
    /// Of a message: named types are unfolded.
    pub(super) fn of_message(gathering: &'a Gathering<'_>) -> Self {
        Self { gathering, within: Vec::new(), deep: DEEP, left: MOST }
    }

    /// Of a declaration: named types are only named, but for the outermost.
    pub(super) fn of_declaration(gathering: &'a Gathering<'_>) -> Self {
        Self { gathering, within: Vec::new(), deep: 0, left: MOST }
    }

    /// An element.
    pub(super) fn element(&mut self, id: Id<xsd::Element>, occurs: Occurs) -> Node {
        let element = &self.gathering.model.elements[id];
        let mut node = Node {
            name: element.name.local.to_string(),
            nillable: element.nillable,
            documentation: element.origin.documentation.clone(),
            ty: self.gathering.mention_type(element.ty),
            ..occurring(NodeKind::Element, occurs)
        };
        node.notes.extend(element.value.as_ref().map(constraint));
        if element.is_abstract {
            node.notes.push("abstract: one of its substitutes stands here".to_owned());
        } else if !element.substitutes.is_empty() {
            let count = element.substitutes.len();
            let plural = if count == 1 { "" } else { "s" };
            node.notes.push(format!("or one of {count} substitute{plural}"));
        }
        if node.ty.is_none() && element.is_global && !self.within.is_empty() {
            node.ty = Some(self.gathering.mention_element(id));
        }
        match element.ty {
            Type::Complex(ty) => {
                // What has a page of its own is shown there, unless a message unfolds it.
                let is_named = self.gathering.model.complex_types[ty].name.is_some();
                let is_elsewhere = element.is_global && !self.within.is_empty();
                node.children = self.unfolded(ty, is_named || is_elsewhere);
                let derived = self.gathering.model.complex_types[ty].derived.len();
                if derived > 0 {
                    let plural = if derived == 1 { "" } else { "s" };
                    node.notes.push(format!("or one of {derived} derived type{plural}"));
                }
            }
            Type::Simple(SimpleTypeRef::Defined(ty)) => {
                node.notes.extend(self.gathering.simple_note(ty));
            }
            Type::Simple(SimpleTypeRef::Builtin(_)) | Type::AnyType => {}
        }
        node
    }

    /// The content of the type of an element, where it is shown.
    fn unfolded(&mut self, ty: Id<ComplexType>, is_named: bool) -> Vec<Node> {
        if self.within.contains(&ty) || (is_named && self.deep == 0) || self.left == 0 {
            return Vec::new();
        }
        let step = usize::from(is_named);
        self.deep -= step;
        let nodes = self.members(ty);
        self.deep += step;
        nodes
    }

    /// The attributes and the content of a type.
    pub(super) fn members(&mut self, id: Id<ComplexType>) -> Vec<Node> {
        let ty = &self.gathering.model.complex_types[id];
        self.within.push(id);
        let mut nodes: Vec<Node> = ty.attributes.iter().map(|it| self.attribute(it)).collect();
        if let Some(wildcard) = &ty.attribute_wildcard {
            let occurs = Node { min: 0, max: None, ..Node::default() };
            let note = format!("attributes {}", namespaces(wildcard));
            nodes.push(Node { kind: NodeKind::Any, notes: vec![note], ..occurs });
        }
        match &ty.content {
            ContentType::Empty => {}
            ContentType::Simple(ty) => {
                let ty = self.gathering.mention_type(Type::Simple(*ty));
                nodes.push(Node {
                    kind: NodeKind::Text,
                    ty,
                    min: 1,
                    max: Some(1),
                    ..Node::default()
                });
            }
            ContentType::ElementOnly(particle) => self.flattened(particle, &mut nodes),
            ContentType::Mixed(particle) => {
                let notes = vec!["between the elements".to_owned()];
                let text = Node { kind: NodeKind::Text, notes, ..Node::default() };
                nodes.push(Node { min: 0, max: None, ..text });
                particle.iter().for_each(|particle| self.flattened(particle, &mut nodes));
            }
        }
        self.within.pop();
        self.left = self.left.saturating_sub(nodes.len());
        nodes
    }

    fn attribute(&mut self, attribute: &AttributeUse) -> Node {
        let declared = &self.gathering.model.attributes[attribute.attribute];
        let mut notes: Vec<String> = attribute.value.iter().map(constraint).collect();
        if let SimpleTypeRef::Defined(ty) = declared.ty {
            notes.extend(self.gathering.simple_note(ty));
        }
        Node {
            kind: NodeKind::Attribute,
            name: declared.name.local.to_string(),
            min: u64::from(attribute.required),
            max: Some(1),
            ty: self.gathering.mention_type(Type::Simple(declared.ty)),
            notes,
            documentation: declared.origin.documentation.clone(),
            ..Node::default()
        }
    }

    /// Adds the nodes of a particle; a sequence that occurs once is no node of its own.
    fn flattened(&mut self, particle: &Particle, nodes: &mut Vec<Node>) {
        let group = match &particle.term {
            Term::Element(id) => return nodes.push(self.element(*id, particle.occurs)),
            Term::Wildcard(wildcard) => {
                let notes = vec![namespaces(wildcard)];
                let node = occurring(NodeKind::Any, particle.occurs);
                return nodes.push(Node { notes, ..node });
            }
            Term::Group(group) => group,
            Term::GroupRef(id) => &self.gathering.model.groups[*id].group,
        };
        self.group(group, particle.occurs, nodes);
    }

    fn group(&mut self, group: &Group, occurs: Occurs, nodes: &mut Vec<Node>) {
        let is_plain = (occurs.min, occurs.max) == (1, Some(1))
            && (group.compositor == CompositorKind::Sequence || group.particles.len() == 1);
        if is_plain {
            return group.particles.iter().for_each(|particle| self.flattened(particle, nodes));
        }
        let kind = match group.compositor {
            CompositorKind::Sequence => NodeKind::Sequence,
            CompositorKind::Choice => NodeKind::Choice,
            CompositorKind::All => NodeKind::All,
        };
        let mut node = occurring(kind, occurs);
        group.particles.iter().for_each(|particle| self.flattened(particle, &mut node.children));
        nodes.push(node);
    }
}

impl Gathering<'_> {
    /// What there is to say of a simple type beside its name.
    fn simple_note(&self, id: Id<xsd::SimpleType>) -> Option<String> {
        let ty = &self.model.simple_types[id];
        if ty.name.is_some() {
            return None;
        }
        let name = |ty: &SimpleTypeRef| {
            self.mention_type(Type::Simple(*ty))
                .map_or("a type of its own".to_owned(), |it| it.text)
        };
        Some(match &ty.variety {
            Variety::Restriction { base, facets } => {
                let facets: Vec<String> =
                    facets.iter().map(|facet| super::components::facet_text(&facet.kind)).collect();
                format!("{}: {}", name(base), facets.join(", "))
            }
            Variety::List { item } => format!("list of {}", name(item)),
            Variety::Union { members } => {
                let members: Vec<String> = members.iter().map(name).collect();
                format!("one of {}", members.join(", "))
            }
        })
    }
}

fn occurring(kind: NodeKind, occurs: Occurs) -> Node {
    Node { kind, min: occurs.min, max: occurs.max, ..Node::default() }
}

fn constraint(value: &ValueConstraint) -> String {
    match value {
        ValueConstraint::Default(text) => format!("default \u{201c}{}\u{201d}", text.value),
        ValueConstraint::Fixed(text) => format!("always \u{201c}{}\u{201d}", text.value),
    }
}

/// Which namespaces a wildcard takes.
fn namespaces(wildcard: &Wildcard) -> String {
    match &wildcard.namespaces {
        NamespaceConstraint::Any => "of any name".to_owned(),
        NamespaceConstraint::Not(namespace) => {
            format!("of another namespace than {}", namespace.as_str())
        }
        NamespaceConstraint::OneOf(namespaces) => {
            let name = |namespace: &crate::vocabulary::Namespace| {
                let is_none = namespace.is_none();
                if is_none { "none".to_owned() } else { namespace.as_str().to_owned() }
            };
            let names: Vec<String> = namespaces.iter().map(name).collect();
            format!("of namespace {}", names.join(" or "))
        }
    }
}
