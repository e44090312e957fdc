//! What a component is derived from and what from it; which elements may stand for which.

use super::Gathering;
use crate::model::id::Id;
use crate::model::xsd::{self, SimpleTypeRef, Type, Variety};
use crate::site::Mention;

impl Gathering<'_> {
    /// The types that a type is derived from, the first one first, without the root of all types.
    pub(super) fn bases(&self, ty: Type) -> Vec<Mention> {
        let mut bases = Vec::new();
        let mut current = self.base(ty);
        while let Some(base) = current {
            bases.extend(self.mention_type(base));
            current = self.base(base);
        }
        bases.reverse();
        bases
    }

    /// The type that a type is derived from directly; none for one that is derived from no other
    /// than the root of all types.
    pub(super) fn base(&self, ty: Type) -> Option<Type> {
        let base = match ty {
            Type::Complex(id) => self.model.complex_types[id].base,
            Type::Simple(SimpleTypeRef::Defined(id)) => {
                match &self.model.simple_types[id].variety {
                    Variety::Restriction { base, .. } => Type::Simple(*base),
                    Variety::List { .. } | Variety::Union { .. } => return None,
                }
            }
            Type::Simple(SimpleTypeRef::Builtin(_)) | Type::AnyType => return None,
        };
        (base != Type::AnyType && base != ty).then_some(base)
    }

    /// The elements that an element may stand for, the first one first.
    pub(super) fn heads(&self, id: Id<xsd::Element>) -> Vec<Mention> {
        let head = |id: &Id<xsd::Element>| self.model.elements[*id].substitution_head;
        let heads = std::iter::successors(head(&id), head);
        let mut heads: Vec<Mention> = heads.map(|id| self.mention_element(id)).collect();
        heads.reverse();
        heads
    }
}
