//! `xs:redefine` (XSD 1.0 Part 1, section 4.2.2, `src-redefine`): a redefinition replaces the
//! original everywhere; only the redefinition itself still refers to the original.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::resolve::Resolver;
use crate::model::resolve::same::Same;
use crate::syntax::xsd::{
    ComplexContent, Component, Directive, SchemaId, SimpleTypeUse, SimpleVariety,
};

impl Resolver<'_, '_> {
    /// Finds the original of each redefinition; inner documents first, so that a redefinition of a
    /// redefinition replaces the nearest one.
    pub(super) fn link_redefinitions(&mut self) {
        let mut redefinitions: Vec<usize> = (0..self.symbols.declarations.len())
            .filter(|index| self.symbols.declarations[*index].redefines.is_some())
            .collect();
        if redefinitions.is_empty() {
            return;
        }
        let ranks = self.inner_first();
        redefinitions
            .sort_by_key(|index| (ranks[self.symbols.declarations[*index].schema.0], *index));
        let mut reachable: Option<(SchemaId, BTreeSet<SchemaId>)> = None;
        for index in redefinitions {
            let Some(target) = self.symbols.declarations[index].redefines else { continue };
            let schemas = match reachable.take() {
                Some((of, schemas)) if of == target => schemas,
                _ => self.reachable_from(target),
            };
            self.link(index, &schemas);
            reachable = Some((target, schemas));
        }
    }

    fn link(&mut self, index: usize, schemas: &BTreeSet<SchemaId>) {
        let declaration = &self.symbols.declarations[index];
        let (space, name, span) = (declaration.space, declaration.name, declaration.span());
        let candidates = self.symbols.candidates(space, &name.value);
        let reachable = |candidate: &&usize| {
            **candidate != index
                && schemas.contains(&self.symbols.declarations[**candidate].schema)
                && self.symbols.declarations[**candidate]
                    .component
                    .is_kind_of(declaration.component)
        };
        let originals: Vec<usize> = candidates.iter().filter(reachable).copied().collect();
        let free =
            originals.iter().find(|original| !self.symbols.declarations[**original].is_replaced);
        if let Some(original) = free.or(originals.first()).copied() {
            if refers_to_itself(declaration.component) {
                if free.is_none() {
                    self.report_second_redefinition(index, original);
                }
                self.symbols.declarations[original].is_replaced = true;
                self.symbols.declarations[index].original = Some(original);
                return;
            }
            self.symbols.declarations[original].is_replaced = true;
            let message =
                format!("the redefinition of {space} `{}` is not based on itself", name.value);
            let finding = Diagnostic::new(Code::InvalidRedefine, span, message);
            let original = self.symbols.declarations[original].span();
            let finding = finding.label(original, "the redefined component");
            let help = format!("derive it from `{}` itself, or give it another name", name.value);
            self.report(finding.component(&name.value).help(help));
        } else {
            let message =
                format!("the redefined document has no {space} `{}` to redefine", name.value);
            let finding = Diagnostic::new(Code::InvalidRedefine, span, message);
            let help = "redefine what the document has, or declare the component beside it";
            self.report(finding.component(&name.value).help(help));
        }
    }

    /// Two documents redefine one component; the same redefinition twice is left to
    /// `sch-props-correct`.
    fn report_second_redefinition(&mut self, index: usize, original: usize) {
        let declarations = &self.symbols.declarations;
        let first = declarations.iter().find(|other| other.original == Some(original));
        let Some(first) = first else { return };
        let second = &declarations[index];
        if !first.component.same(second.component) {
            let message = format!(
                "the {} `{}` is redefined by two documents",
                second.space, second.name.value
            );
            let finding = Diagnostic::new(Code::InvalidRedefine, second.span(), message);
            let finding = finding.label(first.span(), "the first redefinition");
            self.report(finding.help("keep one of the two redefinitions"));
        }
    }

    /// For each schema, its place in an order in which included and redefined documents come first.
    fn inner_first(&self) -> Vec<usize> {
        let edges: Vec<Vec<usize>> =
            self.documents.schemas.iter().map(|schema| inner(&schema.directives)).collect();
        let mut ranks = vec![0; edges.len()];
        let order = crate::model::resolve::order::dependencies_first(&edges);
        for (rank, schema) in order.nodes.into_iter().enumerate() {
            ranks[schema] = rank;
        }
        ranks
    }

    /// For each schema, the lowest one of those that includes and redefinitions connect with it.
    pub(super) fn include_groups(&self) -> Vec<usize> {
        let schemas = &self.documents.schemas;
        let mut neighbours = vec![Vec::new(); schemas.len()];
        for (schema, directives) in schemas.iter().map(|schema| &schema.directives).enumerate() {
            for other in inner(directives) {
                neighbours[schema].push(other);
                neighbours[other].push(schema);
            }
        }
        let mut groups = vec![usize::MAX; schemas.len()];
        for schema in 0..schemas.len() {
            let mut open = vec![schema];
            while let Some(next) = open.pop() {
                if groups[next] == usize::MAX {
                    groups[next] = schema;
                    open.extend(&neighbours[next]);
                }
            }
        }
        groups
    }

    /// The schema and those that it includes and redefines, directly and indirectly.
    fn reachable_from(&self, schema: SchemaId) -> BTreeSet<SchemaId> {
        let mut reached = BTreeSet::from([schema]);
        let mut open = vec![schema];
        while let Some(next) = open.pop() {
            for inner in inner(&self.schema(next).directives) {
                if reached.insert(SchemaId(inner)) {
                    open.push(SchemaId(inner));
                }
            }
        }
        reached
    }
}

/// The schemas that are included or redefined.
fn inner(directives: &[Directive]) -> Vec<usize> {
    let schemas = directives.iter().filter_map(|directive| match directive {
        Directive::Include { schema, .. } | Directive::Redefine { schema, .. } => *schema,
        Directive::Import { .. } => None,
    });
    schemas.map(|schema| schema.0).collect()
}

impl Component {
    /// Whether both are, say, complex types.
    fn is_kind_of(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// Whether a redefined type has itself as base (`src-redefine`, clause 5). Groups that do not
/// refer to themselves are restrictions of the original (clauses 6.2 and 7.2).
fn refers_to_itself(component: &Component) -> bool {
    match component {
        Component::ComplexType(complex) => {
            let base = match &complex.content {
                ComplexContent::Plain { .. } => None,
                ComplexContent::Complex { base, .. } | ComplexContent::Simple { base, .. } => {
                    Some(base)
                }
            };
            base.map(|base| &base.value) == complex.name.as_ref().map(|name| &name.value)
        }
        Component::SimpleType(simple) => match &simple.variety {
            SimpleVariety::Restriction { base: SimpleTypeUse::Named(base), .. } => {
                Some(&base.value) == simple.name.as_ref().map(|name| &name.value)
            }
            SimpleVariety::Restriction { base: SimpleTypeUse::Anonymous(_), .. }
            | SimpleVariety::List { .. }
            | SimpleVariety::Union { .. } => false,
        },
        Component::Group(_) | Component::AttributeGroup(_) => true,
        Component::Element(_) | Component::Attribute(_) | Component::Notation(_) => false,
    }
}
