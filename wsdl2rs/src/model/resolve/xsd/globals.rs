//! Global declarations: gathered, freed of repetitions (`sch-props-correct`, XSD 1.0 Part 1,
//! section 3.15.6), given their components, and defined.

use std::sync::Arc;

use super::drafts::{AttributeGroup, OwnAttributes};
use super::origin;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::resolve::Resolver;
use crate::model::resolve::references::Scope;
use crate::model::resolve::same::Same;
use crate::model::resolve::symbols::{Declaration, Target};
use crate::model::xsd::{Group, GroupDefinition, SimpleTypeRef, Type};
use crate::syntax::xsd::{Component, CompositorKind, Directive, SchemaId};

impl<'a> Resolver<'a, '_> {
    /// Gathers the declarations of all schemas in document order.
    pub(super) fn collect_declarations(&mut self) {
        let documents = self.documents;
        for (index, schema) in documents.schemas.iter().enumerate() {
            let id = SchemaId(index);
            let redefined = schema.directives.iter().filter_map(|directive| match directive {
                Directive::Redefine { components, schema, .. } => Some((components, (*schema)?)),
                Directive::Include { .. } | Directive::Import { .. } => None,
            });
            let redefined = redefined.flat_map(|(components, target)| {
                components.iter().map(move |component| (component, Some(target)))
            });
            let declared = schema.components.iter().map(|component| (component, None));
            for (component, redefines) in redefined.chain(declared) {
                if let Some(declaration) = Declaration::new(component, id, redefines) {
                    self.symbols.declare(declaration);
                }
            }
        }
        self.symbols.order_places();
    }

    /// Leaves one declaration of each name, and reports the others unless they are the same
    /// declaration reached twice.
    ///
    /// Documents that are imported for one namespace from several places need not agree: the first
    /// one counts (section 4.2.3 lets a processor ignore the others).
    pub(super) fn drop_repeated_declarations(&mut self) {
        let groups = self.include_groups();
        for shared in self.symbols.shared_names() {
            let mut remaining =
                shared.into_iter().filter(|index| !self.symbols.declarations[*index].is_replaced);
            let Some(first) = remaining.next() else { continue };
            let others: Vec<usize> = remaining.collect();
            for other in others {
                self.symbols.declarations[other].is_repeated = true;
                if let Some(finding) = self.repetition(first, other, &groups) {
                    self.report(finding);
                }
            }
        }
    }

    /// The finding that `other` declares the name of `first` again.
    fn repetition(&self, first: usize, other: usize, groups: &[usize]) -> Option<Diagnostic> {
        let (first, other) = (&self.symbols.declarations[first], &self.symbols.declarations[other]);
        if first.span() == other.span() {
            return None;
        }
        let (space, name) = (other.space, &other.name.value);
        let are_separate = first.span().source != other.span().source
            && groups[first.schema.0] != groups[other.schema.0];
        let finding = if are_separate && !first.component.same(other.component) {
            let message = format!(
                "two documents declare the {space} `{name}` differently; the first one counts"
            );
            Diagnostic::new(Code::RepeatedComponent, other.span(), message)
        } else if first.component.same(other.component) {
            let message = format!("the {space} `{name}` is declared twice in the same way");
            Diagnostic::new(Code::RepeatedComponent, other.span(), message)
        } else {
            let message = format!("the {space} `{name}` is declared twice, each time differently");
            Diagnostic::new(Code::DuplicateComponent, other.span(), message)
        };
        Some(finding.label(first.span(), "the first declaration").component(name))
    }

    /// Gives each declaration its component, still without content, so that references to it
    /// can be resolved in any order.
    pub(super) fn allocate_globals(&mut self) {
        for index in 0..self.symbols.declarations.len() {
            let declaration = &self.symbols.declarations[index];
            if declaration.is_repeated {
                continue;
            }
            let (component, schema) = (declaration.component, declaration.schema);
            let (name, is_replaced) = (declaration.name.value.clone(), declaration.is_replaced);
            let target = self.allocate(component, schema, is_replaced);
            if !is_replaced {
                match target {
                    Target::Type(found) => drop(self.model.named_types.insert(name, found)),
                    Target::Element(id) => drop(self.model.global_elements.insert(name, id)),
                    Target::Attribute(_)
                    | Target::Group(_)
                    | Target::AttributeGroup(_)
                    | Target::Notation => {}
                }
            }
            self.symbols.declarations[index].target = Some(target);
        }
    }

    /// A component without content. A redefined type loses its name (section 4.2.2).
    fn allocate(
        &mut self,
        component: &'a Component,
        schema: SchemaId,
        is_redefined: bool,
    ) -> Target {
        match component {
            Component::Element(element) => Target::Element(self.add_element(element, schema, true)),
            Component::Attribute(attribute) => {
                Target::Attribute(self.add_attribute(attribute, true))
            }
            Component::ComplexType(complex) => {
                let id = self.add_complex_type(complex, schema, None);
                if is_redefined {
                    self.model.complex_types[id].name = None;
                }
                Target::Type(Type::Complex(id))
            }
            Component::SimpleType(simple) => {
                let id = self.add_simple_type(simple, schema, None);
                if is_redefined {
                    self.model.simple_types[id].name = None;
                }
                Target::Type(Type::Simple(SimpleTypeRef::Defined(id)))
            }
            Component::Group(group) => {
                let origin = origin(&group.common);
                let content = Group {
                    compositor: CompositorKind::Sequence,
                    particles: Vec::new(),
                    origin: origin.clone(),
                };
                let name = group.name.value.clone();
                let definition = GroupDefinition { name, group: Arc::new(content), origin };
                Target::Group(self.model.groups.add(definition))
            }
            Component::AttributeGroup(group) => {
                let definition = AttributeGroup {
                    name: group.name.value.clone(),
                    span: group.common.span,
                    attributes: OwnAttributes::default(),
                };
                Target::AttributeGroup(self.attribute_groups.add(definition))
            }
            Component::Notation(_) => Target::Notation,
        }
    }

    /// Fills each global component from its declaration.
    pub(super) fn define_globals(&mut self) {
        for index in 0..self.symbols.declarations.len() {
            let declaration = &self.symbols.declarations[index];
            let Some(target) = declaration.target else { continue };
            let original = declaration
                .original
                .and_then(|original| self.symbols.declarations[original].target);
            let name = &declaration.name.value;
            let redefined = original.map(|original| (declaration.space, name, original));
            let scope = Scope { schema: Some(declaration.schema), redefined };
            self.define(declaration.component, target, scope);
        }
    }

    fn define(&mut self, component: &'a Component, target: Target, scope: Scope<'a>) {
        match (component, target) {
            (Component::Element(element), Target::Element(id)) => {
                self.define_element(id, element, scope);
            }
            (Component::Attribute(attribute), Target::Attribute(id)) => {
                self.define_attribute(id, attribute, scope);
            }
            (Component::ComplexType(complex), Target::Type(Type::Complex(id))) => {
                self.define_complex_type(id, complex, scope);
            }
            (
                Component::SimpleType(simple),
                Target::Type(Type::Simple(SimpleTypeRef::Defined(id))),
            ) => self.define_simple_type(id, simple, scope),
            (Component::Group(group), Target::Group(id)) => self.define_group(id, group, scope),
            (Component::AttributeGroup(group), Target::AttributeGroup(id)) => {
                let attributes = self.own_attributes(&group.attributes, scope);
                self.attribute_groups[id].attributes = attributes;
            }
            _ => {}
        }
    }

    /// Whether a component that stands in another may be defined, or stands too deep.
    pub(super) fn enter(&mut self, span: crate::source::Span) -> bool {
        if self.depth >= crate::model::resolve::limits::COMPONENT_DEPTH {
            let limit = crate::model::resolve::limits::COMPONENT_DEPTH;
            let message = format!("components are nested more than {limit} deep");
            self.find(Code::NestingLimit, span, message);
            return false;
        }
        self.depth += 1;
        true
    }

    /// Ends what `enter` began.
    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }
}
