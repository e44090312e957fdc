//! Parts of messages: what each contains, and the element that carries it (WSDL 1.1, sections 2.3 and
//! 3.5): the one that it names, or an accessor that is named after the part.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::resolve::references::Scope;
use crate::model::resolve::symbols::{Space, Target};
use crate::model::resolve::xsd::drafts::{ComplexDraft, ElementDraft, Form, OwnAttributes};
use crate::model::wsdl::{BodyPart, PartContent};
use crate::model::xsd::{ComplexType, ContentType, Element, Origin, Particle, Term, Type};
use crate::source::{Span, Spanned};
use crate::syntax::soap::Use;
use crate::syntax::wsdl::{self as syntax, Part};
use crate::syntax::xsd::{Derivations, Method, Occurs};
use crate::vocabulary::{Namespace, QName};

impl Resolver<'_, '_> {
    /// A part of rpc style: the accessor has the type, or contains the element. What is encoded
    /// has accessors of types alone, so that the type of the element is taken.
    pub(super) fn rpc_part(&mut self, part: &Part, usage: Use) -> Option<BodyPart> {
        let named = match self.part_content(part, "operation")? {
            PartContent::Type(ty) => (ty, None),
            PartContent::Element(id) => (self.model.elements[id].ty, Some(id)),
        };
        let element = self.accessor(part, named.0, Namespace::none());
        if let (_, Some(contained)) = named
            && usage == Use::Literal
        {
            let holder = self.holder(element, contained, part.span);
            self.model.elements[element].ty = Type::Complex(holder);
        }
        let content = PartContent::Type(self.model.elements[element].ty);
        Some(BodyPart { name: part.name.value.clone(), span: part.span, content, element })
    }

    /// A part of document style that is not the only element of the body.
    pub(super) fn document_part(&mut self, part: &Part, namespace: &Namespace) -> Option<BodyPart> {
        let content = self.part_content(part, "operation")?;
        let element = match content {
            PartContent::Element(id) => id,
            PartContent::Type(ty) => self.accessor(part, ty, namespace.clone()),
        };
        Some(BodyPart { name: part.name.value.clone(), span: part.span, content, element })
    }

    /// The element that carries a typed part.
    pub(super) fn accessor(&mut self, part: &Part, ty: Type, namespace: Namespace) -> Id<Element> {
        let name = QName::new(namespace, &part.name.value);
        self.carrier(name, ty, part.span, false)
    }

    /// The header block of a typed part, which is a global element of the contract.
    pub(super) fn header_block(
        &mut self,
        part: &Part,
        ty: Type,
        namespace: Namespace,
    ) -> Id<Element> {
        let name = QName::new(namespace, &part.name.value);
        let known = self
            .model
            .elements
            .iter()
            .find(|(_, element)| element.is_global && element.name == name && element.ty == ty);
        if let Some((id, _)) = known {
            return id;
        }
        self.know_namespace(&name.namespace);
        let id = self.carrier(name.clone(), ty, part.span, true);
        self.model.global_elements.entry(name).or_insert(id);
        id
    }

    fn carrier(&mut self, name: QName, ty: Type, span: Span, is_global: bool) -> Id<Element> {
        self.elements.push(ElementDraft::default());
        self.model.elements.add(Element {
            name,
            origin: Origin { span, documentation: String::new() },
            is_global,
            ty,
            nillable: false,
            value: None,
            is_abstract: false,
            substitution_head: None,
            substitutes: Vec::new(),
            block: Derivations::default(),
            has_identity_constraints: false,
        })
    }

    /// A type without a name, that of `owner`, which contains an element once.
    fn holder(&mut self, owner: Id<Element>, element: Id<Element>, span: Span) -> Id<ComplexType> {
        self.complex_types.push(ComplexDraft {
            final_: Derivations::default(),
            base_span: span,
            form: Form::Settled,
            attributes: OwnAttributes::default(),
            particles: 1,
        });
        let occurs = Occurs { min: 1, max: Some(1) };
        self.model.complex_types.add(ComplexType {
            name: None,
            anonymous_of: Some(owner),
            origin: Origin { span, documentation: String::new() },
            base: Type::AnyType,
            method: Method::Restriction,
            is_abstract: false,
            block: Derivations::default(),
            attributes: Vec::new(),
            attribute_wildcard: None,
            content: ContentType::ElementOnly(Particle {
                occurs,
                term: Term::Element(element),
                span,
            }),
            derived: Vec::new(),
            array_item: None,
        })
    }

    /// What a part contains; none with a finding that says what is left out for it.
    pub(super) fn part_content(&mut self, part: &Part, loss: &str) -> Option<PartContent> {
        let (space, name) = match &part.content {
            syntax::PartContent::Element(name) => {
                if let Some(Target::Element(id)) = self.look_up(Space::Elements, name, Scope::WSDL)
                {
                    return Some(PartContent::Element(id));
                }
                (Space::Elements, name)
            }
            syntax::PartContent::Type(name) => {
                if let Some(ty) = self.find_type(name, Scope::WSDL).or_else(|| self.type_of(name)) {
                    return Some(PartContent::Type(ty));
                }
                (Space::Types, name)
            }
            syntax::PartContent::Missing => {
                let name = &part.name.value;
                let message = format!(
                    "the part `{name}` has neither element nor type; the {loss} is left out"
                );
                self.broken_reference.get_or_insert(part.span);
                self.find(Code::PartWithoutContent, part.span, message);
                return None;
            }
        };
        self.broken_reference.get_or_insert(name.span);
        let message = format!("there is no {space} `{}`; the {loss} is left out", name.value);
        let finding = Diagnostic::new(Code::UnknownPartContent, name.span, message);
        let finding = match self.suggestion(space, &name.value) {
            Some(suggestion) => finding.help(format!("did you mean `{suggestion}`?")),
            None => finding,
        };
        self.report(finding);
        None
    }

    /// The type of the element that a part names where it should name a type.
    fn type_of(&mut self, name: &Spanned<QName>) -> Option<Type> {
        let Some(Target::Element(id)) = self.look_up(Space::Elements, name, Scope::WSDL) else {
            return None;
        };
        let message = format!("`{}` is an element, not a type; its type is taken", name.value);
        self.find(Code::UnknownPartContent, name.span, message);
        Some(self.model.elements[id].ty)
    }
}
