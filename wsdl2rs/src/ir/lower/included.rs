//! Types whose whole content is `xop:Include`: octets that are sent as a part of the message of
//! their own (XOP 1.0, section 2.1). What such a part stands for is `xs:base64Binary`, and so the
//! value is octets; some toolkits declare the element that shows on the wire instead, and read
//! nothing else in its place.

use super::Lowering;
use super::building::Building;
use crate::ir::content::Combination;
use crate::ir::doc::Doc;
use crate::ir::ty::{Builtin, Cardinality, Type};
use crate::model::Model;
use crate::model::id::Id;
use crate::model::xsd::{ComplexType, Particle, Term};

/// Whether content is such an element and nothing else.
pub(super) fn is_part(model: &Model, particle: &Particle) -> bool {
    if particle.occurs.min != 1 || particle.occurs.max != Some(1) {
        return false;
    }
    let group = match &particle.term {
        Term::Element(id) => {
            let name = &model.elements[*id].name;
            return name.namespace.as_str() == "http://www.w3.org/2004/08/xop/include"
                && &*name.local == "Include";
        }
        Term::Group(group) => group,
        Term::GroupRef(id) => &model.groups[*id].group,
        Term::Wildcard(_) => return false,
    };
    if let [only] = group.particles.as_slice() { is_part(model, only) } else { false }
}

impl Lowering<'_> {
    /// Adds the octets of such a type.
    pub(super) fn included(&mut self, building: &mut Building, id: Id<ComplexType>) {
        let place = self.place(self.model.complex_types[id].origin.span);
        let text = format!("The octets, a part of the message of their own, {place}.");
        let ty = Type::Builtin(Builtin::Base64Binary);
        let field = building.field("value", ty, Cardinality::One, Doc::own(&text));
        building.combination = Combination::Octets(field);
    }
}
