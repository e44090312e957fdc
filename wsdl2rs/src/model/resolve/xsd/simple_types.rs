//! Simple type definitions (XSD 1.0 Part 1, section 3.14.2).

use super::drafts::SimpleDraft;
use super::facts::Facts;
use super::{SIMPLE_METHODS, methods, origin};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::resolve::references::Scope;
use crate::model::xsd::{Builtin, SimpleType, SimpleTypeOwner, SimpleTypeRef, Variety};
use crate::syntax::xsd::{self as syntax, SchemaId, SimpleTypeUse, SimpleVariety};

/// What a type is until it is defined, and if it cannot be.
const UNKNOWN: SimpleTypeRef = SimpleTypeRef::Builtin(Builtin::AnySimpleType);

impl<'a> Resolver<'a, '_> {
    /// A definition whose derivation is not known yet.
    pub(super) fn add_simple_type(
        &mut self,
        simple: &'a syntax::SimpleType,
        schema: SchemaId,
        owner: Option<SimpleTypeOwner>,
    ) -> Id<SimpleType> {
        let default = self.schema(schema).final_default;
        let facets = match &simple.variety {
            SimpleVariety::Restriction { facets, .. } => facets.as_slice(),
            SimpleVariety::List { .. } | SimpleVariety::Union { .. } => &[],
        };
        self.simple_types.push(SimpleDraft {
            final_: methods(simple.final_, default, SIMPLE_METHODS),
            facets,
            facts: Facts::default(),
        });
        self.model.simple_types.add(SimpleType {
            name: simple.name.as_ref().map(|name| name.value.clone()),
            anonymous_of: owner,
            origin: origin(&simple.common),
            variety: Variety::Restriction { base: UNKNOWN, facets: Vec::new() },
        })
    }

    /// An anonymous type with its definition.
    pub(super) fn anonymous_simple_type(
        &mut self,
        simple: &'a syntax::SimpleType,
        owner: SimpleTypeOwner,
        scope: Scope<'a>,
    ) -> Id<SimpleType> {
        let schema = scope.schema.expect("a definition stands in a schema");
        let id = self.add_simple_type(simple, schema, Some(owner));
        self.define_simple_type(id, simple, scope.outside_redefinition());
        id
    }

    /// Resolves the types that it is made from. Its facets are checked when they are settled.
    pub(super) fn define_simple_type(
        &mut self,
        id: Id<SimpleType>,
        simple: &'a syntax::SimpleType,
        scope: Scope<'a>,
    ) {
        if !self.enter(simple.common.span) {
            return;
        }
        let inside = scope.outside_redefinition();
        let variety = match &simple.variety {
            SimpleVariety::Restriction { base, .. } => {
                let base = self.simple_type_use(base, id, scope);
                Variety::Restriction { base, facets: Vec::new() }
            }
            SimpleVariety::List { item } => {
                Variety::List { item: self.simple_type_use(item, id, inside) }
            }
            SimpleVariety::Union { members } => Variety::Union {
                members: members
                    .iter()
                    .map(|member| self.simple_type_use(member, id, inside))
                    .collect(),
            },
        };
        self.model.simple_types[id].variety = variety;
        self.leave();
    }

    fn simple_type_use(
        &mut self,
        used: &'a SimpleTypeUse,
        user: Id<SimpleType>,
        scope: Scope<'a>,
    ) -> SimpleTypeRef {
        match used {
            SimpleTypeUse::Named(name) => self.simple_type_named(name, scope),
            SimpleTypeUse::Anonymous(simple) => {
                let owner = SimpleTypeOwner::SimpleType(user);
                SimpleTypeRef::Defined(self.anonymous_simple_type(simple, owner, scope))
            }
        }
    }
}
