//! Rules about whole components, checked once everything is resolved: one file each, named by the
//! rule.

mod a_props_correct;
mod c_props_correct;
mod cos_all_limited;
mod cos_element_consistent;
mod cos_nonambig;
mod cos_particle_restrict;
mod ct_props_correct;
mod derivation_ok_restriction;
mod e_props_correct;
mod src_redefine;

use super::Resolver;
use crate::model::id::Id;
use crate::model::xsd::{ComplexType, ContentType, Group, Particle, Term};

impl Resolver<'_, '_> {
    /// Checks all schema components.
    pub(super) fn check_schemas(&mut self) {
        self.check_element_values();
        self.check_attribute_values();
        self.check_restrictions();
        self.check_particle_restrictions();
        self.check_id_attributes();
        self.check_all_groups();
        self.check_consistent_elements();
        self.check_ambiguity();
        self.check_identity_constraints();
        self.check_redefined_groups();
    }

    fn complex_type_ids(&self) -> Vec<Id<ComplexType>> {
        self.model.complex_types.iter().map(|(id, _)| id).collect()
    }

    /// The group that a term is or refers to.
    fn group_of<'t>(&'t self, term: &'t Term) -> Option<&'t Group> {
        match term {
            Term::Group(group) => Some(group),
            Term::GroupRef(id) => Some(&self.model.groups[*id].group),
            Term::Element(_) | Term::Wildcard(_) => None,
        }
    }
}

/// The particle of a content type.
fn particle(content: &ContentType) -> Option<&Particle> {
    match content {
        ContentType::ElementOnly(particle) | ContentType::Mixed(Some(particle)) => Some(particle),
        ContentType::Empty | ContentType::Simple(_) | ContentType::Mixed(None) => None,
    }
}
