//! The components of XML Schema, in two steps: first each is made from its declaration, with
//! references already typed ids; then, bases first, each gets what follows from others.

mod attribute_uses;
mod attributes;
mod complex_types;
mod content;
pub(super) mod derivation;
pub(super) mod drafts;
mod elements;
mod facet_rules;
mod facets;
pub(super) mod facts;
mod globals;
mod groups;
mod particles;
mod redefinitions;
mod simple_derivation;
mod simple_types;
mod sizes;
mod substitution;
pub(super) mod values;
mod well_known;

use super::Resolver;
use crate::model::xsd::Origin;
use crate::syntax::xsd::{Common, Derivations};

impl Resolver<'_, '_> {
    /// Makes the components of all schemas.
    pub(super) fn resolve_schemas(&mut self) {
        self.collect_declarations();
        self.link_redefinitions();
        self.drop_repeated_declarations();
        self.allocate_globals();
        self.define_globals();
        self.settle_groups();
        self.settle_attribute_groups();
        self.settle_simple_types();
        self.settle_complex_types();
        self.settle_elements();
        self.settle_derived_types();
        self.check_schemas();
    }
}

/// The origin of a component.
fn origin(common: &Common) -> Origin {
    Origin { span: common.span, documentation: common.documentation.text.clone() }
}

/// The methods in `own`, else in the schema's default, that concern the component.
fn methods(own: Option<Derivations>, default: Derivations, concerned: Derivations) -> Derivations {
    let set = own.unwrap_or(default);
    Derivations {
        extension: set.extension && concerned.extension,
        restriction: set.restriction && concerned.restriction,
        substitution: set.substitution && concerned.substitution,
        list: set.list && concerned.list,
        union: set.union && concerned.union,
    }
}

/// The methods by which complex types are derived.
const COMPLEX_METHODS: Derivations = Derivations {
    extension: true,
    restriction: true,
    substitution: false,
    list: false,
    union: false,
};

/// The methods that can be blocked for an element.
const ELEMENT_METHODS: Derivations = Derivations { substitution: true, ..COMPLEX_METHODS };

/// The methods by which simple types are derived.
const SIMPLE_METHODS: Derivations = Derivations {
    extension: false,
    restriction: true,
    substitution: false,
    list: true,
    union: true,
};
