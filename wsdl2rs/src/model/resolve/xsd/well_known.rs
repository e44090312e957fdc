//! Components of namespaces whose schemas contracts use without giving their location: `xml:`
//! attributes, the SOAP encoding, and `xs:schema` as an element. A schema document of such a
//! namespace, where there is one, goes first.

use super::drafts::{AttributeGroup, ComplexDraft, ElementDraft, Form, OwnAttributes};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::resolve::symbols::{Space, Target};
use crate::model::xsd::{
    Attribute, AttributeUse, Builtin, ComplexType, ContentType, Element, Origin, Particle,
    SimpleTypeRef, Term, Type, Wildcard,
};
use crate::source::{Span, Spanned};
use crate::syntax::xsd::{Derivations, Method, NamespaceConstraint, Occurs, ProcessContents};
use crate::vocabulary::{Namespace, QName, namespaces};

/// The global attributes that are known: namespace, local name, type.
const ATTRIBUTES: &[(&str, &str, Builtin)] = &[
    // XML 1.0, sections 2.10 and 2.12; XML Base; xml:id. The value of `xml:lang` may be empty.
    (namespaces::XML, "lang", Builtin::String),
    (namespaces::XML, "space", Builtin::NcName),
    (namespaces::XML, "base", Builtin::AnyUri),
    (namespaces::XML, "id", Builtin::Id),
    // SOAP 1.1, section 5.4.
    (namespaces::SOAP11_ENCODING, "arrayType", Builtin::String),
    (namespaces::SOAP11_ENCODING, "offset", Builtin::String),
    (namespaces::SOAP11_ENCODING, "position", Builtin::String),
    (namespaces::SOAP11_ENCODING, "root", Builtin::Boolean),
    // SOAP 1.2 Part 2, section 3.1.
    (namespaces::SOAP12_ENCODING, "itemType", Builtin::QName),
    (namespaces::SOAP12_ENCODING, "arraySize", Builtin::String),
    (namespaces::SOAP12_ENCODING, "nodeType", Builtin::NmToken),
    (namespaces::SOAP12_ENCODING, "id", Builtin::Id),
    (namespaces::SOAP12_ENCODING, "ref", Builtin::IdRef),
    // SOAP 1.1, section 4.
    (namespaces::SOAP11_ENVELOPE, "mustUnderstand", Builtin::Boolean),
    (namespaces::SOAP11_ENVELOPE, "actor", Builtin::AnyUri),
    (namespaces::SOAP11_ENVELOPE, "encodingStyle", Builtin::String),
];

/// The attribute groups that are known: namespace, local name, attributes of the same namespace.
const ATTRIBUTE_GROUPS: &[(&str, &str, &[&str])] = &[
    (namespaces::XML, "specialAttrs", &["base", "lang", "space", "id"]),
    (namespaces::SOAP11_ENCODING, "commonAttributes", &[]),
    (namespaces::SOAP11_ENCODING, "arrayAttributes", &["arrayType", "offset"]),
    (namespaces::SOAP11_ENCODING, "arrayMemberAttributes", &["position"]),
];

impl Resolver<'_, '_> {
    /// The well-known component of a name; it is added to the model when it is first used.
    pub(in crate::model::resolve) fn well_known(
        &mut self,
        space: Space,
        name: &Spanned<QName>,
    ) -> Option<Target> {
        if let Some(known) = self.well_known.get(&(space, name.value.clone())) {
            return Some(*known);
        }
        let target = match space {
            Space::Attributes => Target::Attribute(self.known_attribute(&name.value, name.span)?),
            Space::AttributeGroups => self.known_attribute_group(name)?,
            Space::Elements => Target::Element(self.known_element(name)?),
            Space::Types => Target::Type(self.known_type(name)?),
            Space::Groups | Space::Notations => return None,
        };
        self.well_known.insert((space, name.value.clone()), target);
        Some(target)
    }

    fn known_attribute(&mut self, name: &QName, span: Span) -> Option<Id<Attribute>> {
        let (.., ty) = ATTRIBUTES.iter().find(|(namespace, local, _)| {
            *namespace == name.namespace.as_str() && *local == &*name.local
        })?;
        Some(self.model.attributes.add(Attribute {
            name: name.clone(),
            origin: undocumented(span),
            ty: SimpleTypeRef::Builtin(*ty),
            value: None,
        }))
    }

    fn known_attribute_group(&mut self, name: &Spanned<QName>) -> Option<Target> {
        let (.., members) = ATTRIBUTE_GROUPS.iter().find(|(namespace, local, _)| {
            *namespace == name.value.namespace.as_str() && *local == &*name.value.local
        })?;
        let mut uses = Vec::new();
        for member in *members {
            let member = QName::new(name.value.namespace.clone(), member);
            let member = Spanned::new(member, name.span);
            if let Some(Target::Attribute(attribute)) = self.well_known(Space::Attributes, &member)
            {
                uses.push(AttributeUse {
                    attribute,
                    required: false,
                    value: None,
                    span: name.span,
                });
            }
        }
        let attributes = OwnAttributes { uses, ..OwnAttributes::default() };
        let group = AttributeGroup { name: name.value.clone(), span: name.span, attributes };
        Some(Target::AttributeGroup(self.attribute_groups.add(group)))
    }

    /// A schema as a part of a message, which services that send data with its schema declare; and
    /// the elements of the SOAP encoding, one for each of its types.
    fn known_element(&mut self, name: &Spanned<QName>) -> Option<Id<Element>> {
        let is_schema =
            name.value.namespace.as_str() == namespaces::XSD && &*name.value.local == "schema";
        let ty = if is_schema { Type::AnyType } else { self.known_type(name)? };
        self.elements.push(ElementDraft::default());
        Some(self.model.elements.add(Element {
            name: name.value.clone(),
            origin: undocumented(name.span),
            is_global: true,
            ty,
            nillable: !is_schema,
            value: None,
            is_abstract: false,
            substitution_head: None,
            substitutes: Vec::new(),
            block: Derivations::default(),
            has_identity_constraints: false,
        }))
    }

    /// The types of the SOAP encoding (SOAP 1.1, section 5.2): those named like a built-in type
    /// have its values, and two structured ones have any content.
    fn known_type(&mut self, name: &Spanned<QName>) -> Option<Type> {
        let is_encoding = [namespaces::SOAP11_ENCODING, namespaces::SOAP12_ENCODING]
            .contains(&name.value.namespace.as_str());
        if !is_encoding {
            return None;
        }
        match &*name.value.local {
            "Array" | "Struct" => Some(Type::Complex(self.structured_type(name))),
            "base64" => Some(Type::Simple(SimpleTypeRef::Builtin(Builtin::Base64Binary))),
            local => Builtin::from_name(local)
                .map(|builtin| Type::Simple(SimpleTypeRef::Builtin(builtin))),
        }
    }

    fn structured_type(&mut self, name: &Spanned<QName>) -> Id<ComplexType> {
        self.complex_types.push(ComplexDraft {
            final_: Derivations::default(),
            base_span: name.span,
            form: Form::Complete,
            attributes: OwnAttributes::default(),
        });
        let other = NamespaceConstraint::Not(Namespace::none());
        self.model.complex_types.add(ComplexType {
            name: Some(name.value.clone()),
            anonymous_of: None,
            origin: undocumented(name.span),
            base: Type::AnyType,
            method: Method::Restriction,
            is_abstract: false,
            block: Derivations::default(),
            attributes: Vec::new(),
            attribute_wildcard: Some(lax(other, name.span)),
            content: ContentType::ElementOnly(any_particle(name.span)),
            derived: Vec::new(),
            array_item: None,
        })
    }
}

fn undocumented(span: Span) -> Origin {
    Origin { span, documentation: String::new() }
}

/// Any number of any elements: the content of `anyType` (section 3.4.7).
pub(super) fn any_particle(span: Span) -> Particle {
    Particle {
        occurs: Occurs { min: 0, max: None },
        term: Term::Wildcard(lax(NamespaceConstraint::Any, span)),
        span,
    }
}

/// A wildcard that validates what is declared.
pub(super) fn lax(namespaces: NamespaceConstraint, span: Span) -> Wildcard {
    Wildcard { namespaces, process: ProcessContents::Lax, span }
}
