//! Complex type definitions (XSD 1.0 Part 1, section 3.4.2): what each declares by itself.

use super::drafts::{ComplexDraft, Form, OwnAttributes};
use super::{COMPLEX_METHODS, methods, origin};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::resolve::references::Scope;
use crate::model::xsd::{
    ArrayItem, ComplexType, ContentType, Element, Particle, SimpleTypeOwner, SimpleTypeRef, Term,
    Type,
};
use crate::source::Spanned;
use crate::syntax::xsd::{
    self as syntax, Attributes, ComplexContent, CompositorKind, ElementName, Method, SchemaId,
};
use crate::vocabulary::{QName, namespaces};

impl<'a> Resolver<'a, '_> {
    /// A definition whose base and content are not known yet.
    pub(super) fn add_complex_type(
        &mut self,
        complex: &'a syntax::ComplexType,
        schema: SchemaId,
        owner: Option<Id<Element>>,
    ) -> Id<ComplexType> {
        let schema = self.schema(schema);
        self.complex_types.push(ComplexDraft {
            final_: methods(complex.final_, schema.final_default, COMPLEX_METHODS),
            base_span: complex.common.span,
            form: Form::Complex { mixed: false, particle: None },
            attributes: OwnAttributes::default(),
            particles: 0,
        });
        self.model.complex_types.add(ComplexType {
            name: complex.name.as_ref().map(|name| name.value.clone()),
            anonymous_of: owner,
            origin: origin(&complex.common),
            base: Type::AnyType,
            method: Method::Restriction,
            is_abstract: complex.is_abstract,
            block: methods(complex.block, schema.block_default, COMPLEX_METHODS),
            attributes: Vec::new(),
            attribute_wildcard: None,
            content: ContentType::Empty,
            derived: Vec::new(),
            array_item: None,
        })
    }

    /// Resolves what the type refers to. What follows from the base is added when it is settled.
    pub(super) fn define_complex_type(
        &mut self,
        id: Id<ComplexType>,
        complex: &'a syntax::ComplexType,
        scope: Scope<'a>,
    ) {
        if !self.enter(complex.common.span) {
            return;
        }
        let inside = scope.outside_redefinition();
        let form = match &complex.content {
            ComplexContent::Plain { particle, attributes } => {
                self.define_attributes(id, attributes, inside);
                self.complex_form(complex.mixed, particle.as_ref(), inside)
            }
            ComplexContent::Complex { mixed, method, base, particle, attributes, .. } => {
                self.define_base(id, *method, base, scope);
                self.define_attributes(id, attributes, inside);
                self.complex_form(mixed.unwrap_or(complex.mixed), particle.as_ref(), inside)
            }
            ComplexContent::Simple { method, base, simple_type, facets, attributes, .. } => {
                self.define_base(id, *method, base, scope);
                self.define_attributes(id, attributes, inside);
                let inner = simple_type.as_deref().map(|simple| {
                    let owner = SimpleTypeOwner::ComplexType(id);
                    SimpleTypeRef::Defined(self.anonymous_simple_type(simple, owner, inside))
                });
                Form::Simple { inner, facets }
            }
        };
        self.complex_types[id.index()].form = form;
        self.leave();
    }

    fn define_base(
        &mut self,
        id: Id<ComplexType>,
        method: Method,
        base: &'a Spanned<QName>,
        scope: Scope<'a>,
    ) {
        let ty = self.type_named(base, scope);
        self.complex_types[id.index()].base_span = base.span;
        let complex = &mut self.model.complex_types[id];
        complex.base = ty;
        complex.method = method;
    }

    fn define_attributes(
        &mut self,
        id: Id<ComplexType>,
        attributes: &'a Attributes,
        scope: Scope<'a>,
    ) {
        self.complex_types[id.index()].attributes = self.own_attributes(attributes, scope);
        self.model.complex_types[id].array_item = self.array_item(attributes, scope);
    }

    /// The form of a type without simple content: a particle that is empty by itself counts as
    /// none (section 3.4.2, clause 2.1 of {content type}).
    fn complex_form(
        &mut self,
        mixed: bool,
        particle: Option<&'a syntax::Particle>,
        scope: Scope<'a>,
    ) -> Form<'a> {
        let particle = particle.and_then(|particle| self.particle(particle, scope));
        Form::Complex { mixed, particle: particle.filter(|particle| !is_nothing(particle)) }
    }

    /// The item type that `wsdl:arrayType` gives to an array of the SOAP encoding (WSDL 1.1,
    /// section 2.2).
    fn array_item(&mut self, attributes: &'a Attributes, scope: Scope<'a>) -> Option<ArrayItem> {
        let is_array_type = |attribute: &&syntax::Attribute| match &attribute.named {
            ElementName::Ref(name) => {
                let namespace = name.value.namespace.as_str();
                &*name.value.local == "arrayType"
                    && (namespace == namespaces::SOAP11_ENCODING
                        || namespace == namespaces::SOAP12_ENCODING)
            }
            ElementName::Declared(_) => false,
        };
        let attribute = attributes.attributes.iter().find(is_array_type)?;
        let declared = attribute.common.foreign.iter().find(|foreign| {
            foreign.name.namespace.as_str() == namespaces::WSDL
                && &*foreign.name.local == "arrayType"
        })?;
        let Some(name) = &declared.qname else {
            let message = format!("`{}` does not name a type", declared.value.value);
            let finding = Diagnostic::new(Code::UnresolvedName, declared.value.span, message);
            self.report(finding.because("the item type of an array must stand here"));
            return None;
        };
        let ty = self.type_named(&Spanned::new(name.clone(), declared.value.span), scope);
        let bounds = declared.value.value.find('[').map(|start| &declared.value.value[start..]);
        Some(ArrayItem { ty, bounds: bounds.unwrap_or_default().trim().to_owned() })
    }
}

/// Whether a particle is an empty sequence or `all`, or an empty choice that may be absent.
fn is_nothing(particle: &Particle) -> bool {
    let Term::Group(group) = &particle.term else { return false };
    let matches_nothing = match group.compositor {
        CompositorKind::Sequence | CompositorKind::All => true,
        CompositorKind::Choice => particle.occurs.min == 0,
    };
    group.particles.is_empty() && matches_nothing
}
