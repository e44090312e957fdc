//! {content type} of complex types (XSD 1.0 Part 1, section 3.4.2), with what an extension adds to
//! its base and the rules of `src-ct`, `cos-ct-extends` and `derivation-ok-restriction` about it.

use std::sync::Arc;

use super::derivation::describe;
use super::drafts::{Form, SimpleDraft};
use super::facts::Facts;
use super::well_known::any_particle;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::xsd::{
    Builtin, ComplexType, ContentType, Group, Origin, Particle, SimpleType, SimpleTypeOwner,
    SimpleTypeRef, Term, Type, Variety,
};
use crate::source::Span;
use crate::syntax::xsd::{CompositorKind, Derivations, Facet, Method, Occurs};

/// What simple content is when its base has none.
const UNKNOWN: SimpleTypeRef = SimpleTypeRef::Builtin(Builtin::AnySimpleType);

impl<'a> Resolver<'a, '_> {
    /// Finds the content of a type whose base is settled.
    pub(super) fn settle_content(&mut self, id: Id<ComplexType>) {
        let form = std::mem::replace(&mut self.complex_types[id.index()].form, Form::Settled);
        let form = match form {
            Form::Complex { mixed, particle } => {
                Form::Complex { mixed, particle: self.measured(id, particle) }
            }
            form @ (Form::Settled | Form::Simple { .. }) => form,
        };
        let content = match (form, self.model.complex_types[id].method) {
            (Form::Settled, _) => return,
            (Form::Complex { mixed, particle }, Method::Extension) => {
                self.extended(id, mixed, particle)
            }
            (Form::Complex { mixed, particle }, Method::Restriction) => {
                self.check_restricted_base(id);
                content(mixed, particle)
            }
            (Form::Simple { inner, facets }, Method::Restriction) => {
                ContentType::Simple(self.restricted_simple(id, inner, facets))
            }
            (Form::Simple { .. }, Method::Extension) => {
                ContentType::Simple(self.extended_simple(id))
            }
        };
        self.model.complex_types[id].content = content;
    }

    /// The content of the base; that of `anyType` for a base of another kind.
    fn base_content(&mut self, id: Id<ComplexType>) -> ContentType {
        let ty = &self.model.complex_types[id];
        match ty.base {
            Type::Complex(base) => self.model.complex_types[base].content.clone(),
            Type::AnyType => ContentType::Mixed(Some(any_particle(ty.origin.span))),
            Type::Simple(_) => {
                let span = self.complex_types[id.index()].base_span;
                let message = "the base of complex content must be a complex type";
                let finding = Diagnostic::new(Code::ComplexContentBase, span, message);
                self.report(finding.help("use `xs:simpleContent`, or a complex type as base"));
                self.model.complex_types[id].base = Type::AnyType;
                ContentType::Empty
            }
        }
    }

    /// The base's content followed by the type's own.
    fn extended(&mut self, id: Id<ComplexType>, mixed: bool, own: Option<Particle>) -> ContentType {
        let base = self.base_content(id);
        if own.is_none() && !mixed {
            return base;
        }
        let span = self.complex_types[id.index()].base_span;
        let base_is_mixed = match &base {
            ContentType::Empty => return content(mixed, own),
            ContentType::Simple(_) => {
                let message = "elements are added to a type with simple content";
                self.find(Code::ExtensionOfSimpleContent, span, message);
                return base;
            }
            ContentType::ElementOnly(_) => false,
            ContentType::Mixed(_) => true,
        };
        if base_is_mixed != mixed {
            let what = if mixed {
                "mixed content, its base has not"
            } else {
                "no mixed content, its base has"
            };
            let ty = describe(&self.model.complex_types[id]);
            let finding = Diagnostic::new(Code::MixedExtension, span, format!("{ty} has {what}"));
            self.report(finding.help("write `mixed` alike on both; it is taken as mixed"));
        }
        let base_particle = match base {
            ContentType::ElementOnly(particle) | ContentType::Mixed(Some(particle)) => {
                Some(particle)
            }
            ContentType::Empty | ContentType::Simple(_) | ContentType::Mixed(None) => None,
        };
        let particle = match (base_particle, own) {
            (Some(base), Some(own)) => Some(self.joined(id, base, own)),
            (base, own) => base.or(own),
        };
        content(mixed || base_is_mixed, particle)
    }

    /// A particle that is the base's and then the type's own. Two `all` groups cannot follow one
    /// another (`cos-all-limited`, clause 1.2); toolkits write them all the same, and mean what XSD 1.1
    /// (Part 1, section 3.4.2.3.3, clause 4.2.3.2) says: one group of the members of both.
    fn joined(&mut self, id: Id<ComplexType>, base: Particle, own: Particle) -> Particle {
        let span = self.place(id);
        let (compositor, particles) = match (self.members_of_all(&base), self.members_of_all(&own))
        {
            (Some(first), Some(second)) if base.occurs == own.occurs => {
                let message = "`xs:all` is extended by `xs:all`";
                let finding = Diagnostic::new(Code::ExtendedAll, own.span, message);
                let finding = finding.because("the members of both stand in any order");
                self.report(finding.label(base.span, "the content of the base"));
                (CompositorKind::All, [first, second].concat())
            }
            _ => (CompositorKind::Sequence, vec![base.clone(), own]),
        };
        let occurs = match compositor {
            CompositorKind::All => base.occurs,
            CompositorKind::Sequence | CompositorKind::Choice => Occurs { min: 1, max: Some(1) },
        };
        let origin = Origin { span, documentation: String::new() };
        let group = Group { compositor, particles, origin };
        Particle { occurs, term: Term::Group(Arc::new(group)), span }
    }

    /// The members, where the particle is an `all` group.
    fn members_of_all(&self, particle: &Particle) -> Option<Vec<Particle>> {
        let group = match &particle.term {
            Term::Group(group) => group,
            Term::GroupRef(id) => &self.model.groups[*id].group,
            Term::Element(_) | Term::Wildcard(_) => return None,
        };
        (group.compositor == CompositorKind::All).then(|| group.particles.clone())
    }

    fn place(&self, id: Id<ComplexType>) -> Span {
        self.model.complex_types[id].origin.span
    }

    /// A restriction without simple content needs a base without simple content.
    fn check_restricted_base(&mut self, id: Id<ComplexType>) {
        if matches!(self.base_content(id), ContentType::Simple(_)) {
            let span = self.complex_types[id.index()].base_span;
            let message = "a type with simple content is restricted as if it had elements";
            self.find(Code::RestrictionOfSimpleContent, span, message);
        }
    }

    /// The simple type that is extended by attributes (`src-ct`, clause 2).
    fn extended_simple(&mut self, id: Id<ComplexType>) -> SimpleTypeRef {
        match self.simple_base(id) {
            Some((simple, _)) => simple,
            None => {
                self.report_simple_base(id);
                UNKNOWN
            }
        }
    }

    /// The simple type of the base, and whether the base itself is simple.
    fn simple_base(&self, id: Id<ComplexType>) -> Option<(SimpleTypeRef, bool)> {
        match self.model.complex_types[id].base {
            Type::Simple(simple) => Some((simple, true)),
            Type::Complex(base) => match &self.model.complex_types[base].content {
                ContentType::Simple(simple) => Some((*simple, false)),
                ContentType::Empty | ContentType::ElementOnly(_) | ContentType::Mixed(_) => None,
            },
            Type::AnyType => None,
        }
    }

    fn report_simple_base(&mut self, id: Id<ComplexType>) {
        let span = self.complex_types[id.index()].base_span;
        let message = "the base of simple content has no simple content";
        let finding = Diagnostic::new(Code::SimpleContentBase, span, message);
        self.report(finding.help("use `xs:complexContent`, or a base with simple content"));
    }

    /// The simple type of a restriction: the anonymous one, or the base's, with the facets.
    fn restricted_simple(
        &mut self,
        id: Id<ComplexType>,
        inner: Option<SimpleTypeRef>,
        facets: &'a [Facet],
    ) -> SimpleTypeRef {
        let base = match self.simple_base(id) {
            Some((simple, is_simple_type)) => {
                if is_simple_type {
                    let span = self.complex_types[id.index()].base_span;
                    let message = "a complex type extends a simple type, it does not restrict it";
                    self.find(Code::SimpleContentBase, span, message);
                }
                self.check_inner(id, inner, simple);
                inner.unwrap_or(simple)
            }
            // A mixed base whose particle may be absent, given a simple type (clause 2.2).
            None if inner.is_some() && self.has_emptiable_base(id) => inner.unwrap_or(UNKNOWN),
            None => {
                self.report_simple_base(id);
                inner.unwrap_or(UNKNOWN)
            }
        };
        if facets.is_empty() { base } else { self.restricted_by(id, base, facets) }
    }

    /// The anonymous type must be derived from the base's simple type
    /// (`derivation-ok-restriction`, clause 5.1).
    fn check_inner(
        &mut self,
        id: Id<ComplexType>,
        inner: Option<SimpleTypeRef>,
        base: SimpleTypeRef,
    ) {
        let Some(inner) = inner else { return };
        if self.methods_between(Type::Simple(inner), Type::Simple(base)).is_none() {
            let message = "the simple type is not derived from the simple content of the base";
            self.find(Code::SimpleContentRestriction, self.place(id), message);
        }
    }

    fn has_emptiable_base(&self, id: Id<ComplexType>) -> bool {
        match self.model.complex_types[id].base {
            Type::Complex(base) => match &self.model.complex_types[base].content {
                ContentType::Mixed(Some(particle)) => self.is_emptiable(particle),
                ContentType::Mixed(None) => true,
                ContentType::Empty | ContentType::Simple(_) | ContentType::ElementOnly(_) => false,
            },
            Type::AnyType => true,
            Type::Simple(_) => false,
        }
    }

    /// A new anonymous type: `base` with facets.
    fn restricted_by(
        &mut self,
        id: Id<ComplexType>,
        base: SimpleTypeRef,
        facets: &'a [Facet],
    ) -> SimpleTypeRef {
        let final_ = Derivations::default();
        self.simple_types.push(SimpleDraft { final_, facets, facts: Facts::default() });
        let simple = self.model.simple_types.add(SimpleType {
            name: None,
            anonymous_of: Some(SimpleTypeOwner::ComplexType(id)),
            origin: Origin { span: self.place(id), documentation: String::new() },
            variety: Variety::Restriction { base, facets: Vec::new() },
        });
        self.settle_simple_type(simple);
        SimpleTypeRef::Defined(simple)
    }
}

/// The content type of a particle.
fn content(mixed: bool, particle: Option<Particle>) -> ContentType {
    match (mixed, particle) {
        (true, particle) => ContentType::Mixed(particle),
        (false, Some(particle)) => ContentType::ElementOnly(particle),
        (false, None) => ContentType::Empty,
    }
}
